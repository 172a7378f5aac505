import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addTest } from "../../../../src/core/notes/runbook/add-test";
import { listValues } from "../../../../src/core/notes/runbook/read-inputs";
import { readRunbook } from "../../../../src/core/notes/runbook/read-runbook";
import { readTechniques } from "../../atomics/atomic-fixtures";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import { draftRunbookNote } from "../../../../src/core/notes/runbook/draft-runbook-note";
import { EMPTY_CONTEXT } from "./runbook-fixtures";

const drafted = (): string => {
	const [technique] = readTechniques("T1070.003.yaml");
	if (technique === undefined) throw new Error("no technique");
	const { properties, body } = draftRunbookNote(technique, EMPTY_CONTEXT);
	return writeNote(properties, body);
};

describe("the tests of a runbook note", () => {
	it("are read as the import wrote them", () => {
		const text = drafted();
		const [first, second, ...more] = readRunbook(text);
		expect(more).toEqual([]);
		expect(first).toMatchObject({
			guid: "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
			name: "Empty a shell's history file",
			source: "atomic-red-team",
			inputs: [
				{ name: "history_file", default: "~/.history_of_a_test", lab: "" },
				{ name: "backup_folder", default: "C:\\backup\\..\\history" },
				{ name: "copies", type: "integer", default: "3" },
			],
		});
		expect(first?.expected.get("events")?.isDerived).toBe(true);
		expect(first?.commands.map(({ part, language }) => [part, language])).toEqual([
			["check", "bash"],
			["get", "bash"],
			["check", "bash"],
			["get", "bash"],
			["run", "sh"],
			["cleanup", "sh"],
		]);
		const lines = text.split("\n");
		for (const { line, last } of first?.commands ?? []) {
			expect(lines[line - 1]).toMatch(/^```\w/);
			expect(lines[last - 1]).toBe("```");
		}
		expect(second).toMatchObject({ name: "Clear the console by hand", commands: [] });
		expect(readRunbook(text.replaceAll("\n", "\r\n"))).toEqual(readRunbook(text));
	});

	it("are read as Atomic Red Team renders them", () => {
		const text = [
			"# T1070.003 - Clear",
			"## Atomic Test #1 - Empty it",
			"**Supported Platforms:** Linux",
			"**auto_generated_guid:** 1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
			"#### Inputs:",
			"| Name | Description | Type | Default Value |",
			"|------|-------------|------|---------------|",
			"| file | A file | path | C:&#92;x |",
			"#### Attack Commands: Run with `bash`!",
			"```bash",
			": > #{file}",
			"```",
			"#### Dependencies:  Run with `sh`!",
			"##### Description: It is there",
			"##### Get Prereq Commands:",
			"```sh",
			"touch #{file}",
			"```",
		].join("\n");
		expect(readRunbook(text)).toMatchObject([
			{
				guid: "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
				name: "Empty it",
				source: "atomic-red-team",
				inputs: [{ name: "file", default: "C:\\x" }],
				commands: [{ part: "run" }, { part: "get", text: "touch #{file}" }],
			},
		]);
	});

	it("of any text do not make it throw", () => {
		const line = fc.oneof(
			fc.constantFrom("## Test: A", "### Inputs", "### Run", "```", "| Name | This lab |", "| - |"),
			fc.constantFrom("- GUID: 1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01", "- Expected rules:", " - x"),
			fc.string(),
		);
		fc.assert(fc.property(fc.array(line), (lines) => void readRunbook(lines.join("\n"))));
	});
});

describe("what a person filled in", () => {
	const table = (row: string): string =>
		`## Test: A\n\n### Inputs\n\n| Name | Type | Default | This lab |\n| --- | --- | --- | --- |\n${row}\n`;
	const valuesOf = (row: string): unknown =>
		listValues(readRunbook(table(row))[0]?.inputs ?? []).map(({ value }) => value);

	it("comes before the default, and a path keeps its backslashes", () => {
		expect(valuesOf("| a | path | b | \\\\srv\\_x \\| y |")).toEqual(["\\\\srv\\_x | y"]);
		expect(valuesOf("| a | path | b | `c d` |")).toEqual(["c d"]);
		expect(valuesOf("| a | path | b |  |")).toEqual(["b"]);
	});

	it("is asked for where there is none, or a mask", () => {
		expect(valuesOf("| a | string |  |  |")).toEqual([undefined]);
		expect(valuesOf("| a | string | (masked) |  |")).toEqual([undefined]);
	});

	it("as expected takes the place of what was derived, over several lines too", () => {
		const [test] = readRunbook(
			"## Test: A\n\n- GUID: x\n- Expected rules:\n  - [[B]]\n  - [[C]] should not\n- Expected signal: d (derived)\n",
		);
		expect(test?.expected.get("rules")).toEqual({
			text: "[[B]]; [[C]] should not",
			isDerived: false,
		});
		expect(test?.expected.get("signal")?.isDerived).toBe(true);
	});
});

describe("a person's own test", () => {
	const test = {
		guid: "2a1c4d63-8b22-4e1f-8d48-6f3b7c9e0a12",
		name: "Jump",
		platforms: ["Linux"],
		executor: "bash",
		elevation: true,
		command: "ssh -J #{host}",
	};

	it("stands behind the others, and nothing else changes", () => {
		const text = drafted();
		const { text: after, line } = addTest(text, test);
		expect(after.split("\n")[line]).toBe("## Test: Jump");
		expect(readRunbook(after).at(-1)).toMatchObject({
			guid: test.guid,
			source: null,
			inputs: [{ name: "host" }],
			commands: [{ part: "run", text: "ssh -J #{host}" }, { part: "cleanup" }],
		});
		const lines = new Set(after.split("\n"));
		expect(text.split("\n").filter((each) => !lines.has(each))).toEqual([]);
		expect(after.endsWith("## Notes\n")).toBe(true);
	});

	it("is the first in a note without any, in the note's line breaks", () => {
		const { text } = addTest("---\r\na: b\r\n---\r\nIntro\r\n\r\n## Notes\r\n\r\nMine\r\n", test);
		expect(text).toMatch(/^---\r\na: b\r\n---\r\nIntro\r\n\r\n## Test: Jump\r\n/);
		expect(text.endsWith("## Notes\r\n\r\nMine\r\n")).toBe(true);
		expect(text.replaceAll("\r\n", "")).not.toContain("\n");
		expect(readRunbook(addTest("", test).text)).toHaveLength(1);
	});
});

it("does not take an entry on what upstream has for a test", () => {
	const entry = "## Upstream differs\n\n### Test: One\n\n```markdown\n- GUID: 1\n```\n";
	const text = `## Test: One\n\nText.\n\n${entry}\n## Test: Two\n`;
	expect(readRunbook(text).map(({ name }) => name)).toEqual(["One", "Two"]);
});
