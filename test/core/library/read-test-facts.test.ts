import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { readTestFacts } from "../../../src/core/library/read-test-facts";

it("reads tests as Atomic Red Team renders them", () => {
	const text = readFileSync("test/fixtures/atomics/T1070.003.md", "utf8");
	expect(readTestFacts(text)).toMatchObject([
		{
			name: "Empty a shell's history file",
			heading: "Atomic Test #1: Empty a shell's history file",
			guid: "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
			block: null,
			executor: "sh",
			elevation: true,
			platforms: ["Linux", "macOS"],
			line: 22,
		},
		{ name: "Clear the console by hand", executor: "manual", platforms: ["Windows"] },
	]);
});

it("takes no facts from commands, and none from a test that states none", () => {
	const guid = "8f6c14d1-f13d-4616-b7fc-98cc69fe56ec";
	const text = [
		...[
			"## Test: A",
			`- GUID: ${guid.toUpperCase()} ^t-a`,
			"```sh",
			"- Executor: bash",
			`- GUID: ${guid}`,
			"```",
		],
		...["## Notes", "- Runs on: windows · executor: PowerShell · elevation: yes"],
	].join("\r\n");
	expect(readTestFacts(text)).toEqual([
		{
			...{ name: "A", heading: "Test: A", guid, block: "t-a", line: 2 },
			...{ executor: "powershell", elevation: true, platforms: ["windows"] },
		},
	]);
	expect(readTestFacts(`- GUID: ${guid}`)).toEqual([
		{
			...{ name: null, heading: null, guid, block: null, line: 1 },
			...{ executor: null, elevation: null, platforms: [] },
		},
	]);
	expect(readTestFacts("# Nothing\n")).toEqual([]);
});
