import { describe, expect, it } from "vitest";
import { errorsOf, openNote } from "../../support/obsidian/app";
import { texts } from "../support/draw";
import { startPlugin, waitFor } from "../support/plugin";

const block = (text: string): string => `\`\`\`detection-vault\n${text}\n\`\`\`\n`;

const rule = (value: string): string =>
	[
		"---",
		...["rule_id: 7d9c1c50-0000-4000-8000-000000000001", "vendor: sigma", "tags: [detection_rule]"],
		...[
			"---",
			"```yaml",
			"title: SSH",
			"logsource: { product: linux, category: process_creation }",
		],
		`detection: { selection: { CommandLine|contains: ${value} }, condition: selection }`,
		...["```", ""],
	].join("\n");

const cellsOf = (el: HTMLElement): string[][] =>
	Array.from(el.querySelectorAll<HTMLElement>("tbody tr"), (row) => texts(row, "td"));

async function start(query: string) {
	const app = await startPlugin({ "Own.md": block(query), "Rules/SSH.md": rule("ssh") });
	const { view } = await openNote(app, "Own.md");
	return { app, el: view.containerEl };
}

describe("a query for what rules say, in a note", () => {
	it("draws a row for each predicate, and follows an edit of the rule's text", async () => {
		const query = "TABLE WITHOUT ID rule, canonical, value FROM predicates";
		const { app, el } = await start(query);
		await waitFor(() => cellsOf(el).length > 0);
		expect(cellsOf(el)).toEqual([["SSH", "process.command_line", "ssh"]]);
		const file = app.vault.getFileByPath("Rules/SSH.md");
		if (file === null) throw new Error("no rule");
		await app.vault.modify(file, rule("[scp, sftp]"));
		await waitFor(() => cellsOf(el).length === 2);
		expect(cellsOf(el).map(([, , value]) => value)).toEqual(["scp", "sftp"]);
		expect(errorsOf(app)).toEqual([]);
	});

	it("draws how it runs", async () => {
		const { el } = await start("EXPLAIN LIST FROM predicates WHERE indicator");
		await waitFor(() => cellsOf(el).length > 0);
		expect(texts(el, "th")).toEqual(["step", "how", "rows"]);
		expect(cellsOf(el).map(([step, , rows]) => [step, rows])).toEqual([
			["predicates", "1"],
			["predicates", "1"],
			["WHERE indicator", "1"],
			["LIST", "1"],
		]);
	});
});
