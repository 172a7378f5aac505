import { describe, expect, it } from "vitest";
import { outlineLines } from "../../../../src/core/notes/document/find-headings";
import type { FenceBlock } from "../../../../src/core/notes/safe/read-fence";
import { findFences } from "../../../../src/core/notes/safe/read-fence";
import type { Problem } from "../../../../src/core/model/problem";
import { buildTest, draft } from "./runbook-fixtures";

const executor = { name: "sh", command: "", cleanup: "", elevationRequired: false };

/** The fences of a runbook without the panel's. */
const listCode = (body: string): FenceBlock[] =>
	findFences(body).filter(({ language }) => language !== "detection-vault");

describe("commands", () => {
	it("stand verbatim in a fence of their executor's language", () => {
		const command = "echo '```'\n  <%a%> #{x} `b`\t\\";
		const { body } = draft([
			buildTest({ executor: { ...executor, name: "powershell", command, cleanup: "del x" } }),
		]);
		expect(listCode(body).map(({ language, text }) => [language, text])).toEqual([
			["powershell", command],
			["powershell", "del x"],
		]);
		expect(body).not.toContain("<%");
	});

	it("of the Windows prompt are cmd; of an executor nobody knows, text", () => {
		const tests = ["command_prompt", "bash", "hypervisor_shell"].map((name, at) =>
			buildTest({
				guid: `${at}f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01`,
				name,
				executor: { ...executor, name, command: "x" },
			}),
		);
		expect(listCode(draft(tests).body).map(({ language }) => language)).toEqual([
			"cmd",
			"bash",
			"text",
		]);
	});

	it("of a prerequisite are in its own executor's language", () => {
		const { body } = draft([
			buildTest({
				dependencyExecutor: "powershell",
				dependencies: [{ description: "It is there", check: "Test-Path a", get: "" }],
			}),
		]);
		expect(body).toContain(
			"### Prerequisites\n\nRun with powershell.\n\nIt is there\n\nCheck:\n\n```powershell\nTest-Path a\n```\n\n### Run",
		);
	});
});

describe("manual steps", () => {
	const steps = (command: string): string => {
		const { body } = draft([buildTest({ executor: { ...executor, name: "manual", command } })]);
		return body.slice(body.indexOf("### Run") + 9, body.indexOf("## Notes")).trim();
	};

	it("keep the list that upstream made, with code as code", () => {
		expect(steps("1. Type\n\n    echo *a* <b>\n\n2.Wait")).toBe(
			"1. Type\n\n   ```text\n   echo *a* <b>\n   ```\n\n2. Wait",
		);
	});

	it("become a list where upstream made none", () => {
		expect(steps("Open it\nby hand.\n\nClose it.")).toBe("1. Open it\n   by hand.\n2. Close it.");
	});
});

describe("what upstream says in words", () => {
	it("cannot add a section, and nothing in it is live", () => {
		const problems: Problem[] = [];
		const { body } = draft(
			[
				buildTest({
					description: "## Notes ##\n\nSee [[x]] and `$= dv.y()`.\n\n```text\n# kept\n```",
				}),
			],
			{ report: (problem) => problems.push(problem) },
		);
		expect(body).toContain("**Notes**\n\n");
		expect(body).toContain("# kept");
		expect(body.match(/^## Notes$/gm)).toHaveLength(1);
		expect(body).not.toContain("[[x]]");
		expect(body).not.toContain("`$=");
		expect(problems).toMatchObject([
			{ code: "note-text-defused", file: "T1070.003.yaml", line: 4, severity: "info" },
		]);
	});

	it.each([
		["an underlined heading", "Test: Forged\n---\n- GUID: x"],
		["one underlined twice", "Two\nlines\n===\nMore"],
		["a heading without words", "#\nText"],
		["one behind a fence that only looks closed", "```x\n``` b\n```\n## Test: Forged"],
		["one behind what only looks like a fence", "``` a`b\n## Test: Forged"],
	])("cannot add a section by %s", (_, description) => {
		const count = (text: string): number => outlineLines(text.split("\n")).headings.length;
		const { body } = draft([buildTest({ description })]);
		expect(count(body)).toBe(count(draft([buildTest({ description: "x" })]).body));
	});

	it("shows as it is written in names and tables", () => {
		const { body } = draft([
			buildTest({
				name: "A #tag | [[x]]",
				inputs: [{ name: "a_b", description: "one\ntwo", type: "path", default: "C:\\x\\..\\y|z" }],
			}),
		]);
		expect(body).toContain("## Test: A \\#tag \\| \\[\\[x\\]\\]");
		expect(body).toContain("| a_b | one<br>two | path | C:\\x\\\\..\\y\\|z |  |");
	});

	it("leaves out what is empty and says what is not stated", () => {
		const { body } = draft([buildTest({ platforms: [], executor: { ...executor, name: "" } })]);
		expect(body).toContain(
			"- Platforms: not stated · Executor: not stated · Elevation: not required",
		);
		expect(body).not.toMatch(/^### /m);
	});
});

it("a hostile display name cannot end the link it is shown in", () => {
	const note = draft([buildTest()], {
		techniqueName: () => "A]] <%x%> `b` key:: c | d",
		linkTo: () => "Techniques/x",
	});
	expect(note.body.split("\n")[0]).toBe(
		"Atomic tests for [[Techniques/x|T1070.003 A x b key: c d]].",
	);
});
