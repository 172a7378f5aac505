import { describe, expect, it } from "vitest";
import { errorsOf, openNote, settle } from "../../support/obsidian/app";
import { texts } from "../support/draw";
import { startPlugin, waitFor } from "../support/plugin";

const rule = (id: string, value: string, vendor = "sigma", panel = ""): string =>
	[
		"---",
		`rule_id: ${id}`,
		`title: ${id}`,
		`vendor: ${vendor}`,
		"level: high",
		"techniques: [T1021.004]",
		"tags: [detection_rule]",
		"---",
		"",
		"```yaml",
		`title: ${id}`,
		`id: ${id}`,
		"logsource:",
		"    product: linux",
		"    category: process_creation",
		"detection:",
		"    selection_tool:",
		"        Image|endswith: /ssh",
		`        CommandLine|contains: ${value}`,
		"    filter_admin:",
		"        User: root",
		"    condition: selection_tool and not filter_admin",
		"falsepositives:",
		"    - Tunnels of administrators",
		"level: high",
		"```",
		"",
		panel,
	].join("\n");

const block = (panel: string): string => `\`\`\`detection-vault\npanel: ${panel}\n\`\`\`\n`;
const TUNNEL = "Rules/Tunnel.md";

const NOTES = {
	[TUNNEL]: rule("tunnel", "'-R 22'", "sigma", block("rule")),
	"Rules/Kin.md": rule("kin", "'-R 22'", "sigma", block("related")),
	"Rules/Other.md": rule("other", "'-L 80'", "elastic"),
};

async function openPanel(path: string) {
	const app = await startPlugin(NOTES);
	const leaf = await openNote(app, path);
	const el = leaf.view.containerEl;
	await waitFor(() => el.querySelector(".detection-vault-panel"));
	expect(errorsOf(app)).toEqual([]);
	return { app, el };
}

const tree = (el: HTMLElement): string =>
	el.querySelector(".detection-vault-tree")?.textContent ?? "";

describe("the panel of a rule", () => {
	it("tells its condition, severity, exclusions and false positives in words", async () => {
		const { el } = await openPanel(TUNNEL);
		expect(tree(el)).toContain("All of");
		expect(tree(el)).toContain("None of");
		expect(tree(el)).toContain("ends with /ssh");
		const facts = texts(el, ".detection-vault-facts div");
		expect(facts).toContain("Severityhigh");
		expect(facts).toContain("Understoodin full");
		expect(el.textContent).toContain("Tunnels of administrators");
	});

	it("lists rules of other vendors for the technique, and rules that look for the same", async () => {
		const { el } = await openPanel(TUNNEL);
		const table = (name: string): HTMLElement | null =>
			el.querySelector(`[role=group][aria-label='${name}']`);
		const others = table("Rules of other vendors for the same techniques");
		expect(others && texts(others, "tbody a")).toEqual(["other"]);
		const related = table("Related rules");
		expect(related && texts(related, "tbody a")).toEqual(["kin", "other"]);
		expect(related && texts(related, "tbody tr:first-child code").sort()).toEqual([
			"-R 22",
			"/ssh",
		]);
	});

	it("shows related rules alone", async () => {
		const { el } = await openPanel("Rules/Kin.md");
		expect(texts(el, "tbody a")).toEqual(["tunnel", "other"]);
		expect(el.querySelector(".detection-vault-tree")).toBeNull();
	});

	it("follows the rule's text in its note", async () => {
		const { app, el } = await openPanel(TUNNEL);
		const file = app.vault.getFileByPath(TUNNEL);
		if (file === null) throw new Error("There is no such note.");
		await app.vault.modify(file, rule("tunnel", "'-D 1080'", "sigma", block("rule")));
		await settle(app);
		await waitFor(() => tree(el).includes("-D 1080"));
		expect(tree(el)).not.toContain("-R 22");
	});
});
