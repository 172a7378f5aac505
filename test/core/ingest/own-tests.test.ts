import { describe, expect, it } from "vitest";
import type { MemoryNotes } from "../../../src/core/ports/memory-notes";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { readRunbook } from "../../../src/core/notes/runbook/read-runbook";
import { importInto } from "../../support/import-into";

const UPSTREAM = "11111111-1111-4111-8111-111111111111";
const OWN = "22222222-2222-4222-8222-222222222222";
const COMMAND = "```sh\ncurl #{target}\n```";

const ATOMICS = {
	"T1000.yaml": [
		"attack_technique: T1000",
		"display_name: Anything",
		"atomic_tests:",
		"- name: Upstream's",
		`  auto_generated_guid: ${UPSTREAM}`,
		"  description: Asks a host for something.",
		"  supported_platforms:",
		"  - linux",
		"  input_arguments:",
		"    target:",
		"      description: The host",
		"      type: string",
		"      default: localhost",
		"  executor:",
		"    name: sh",
		"    command: 'curl #{target}'\n",
	].join("\n"),
};

const test = (name: string, guid: string | null, from: string, lab: string): string =>
	[
		`## Test: ${name}\n`,
		...(guid === null ? [] : [`- GUID: ${guid} ^t-${guid.slice(0, 8)}`]),
		`- Platforms: Linux · Executor: sh · Elevation: not required · From: ${from}\n`,
		"Asks a host for something.\n",
		"### Inputs\n",
		"| Name | Description | Type | Default | This lab |",
		"| --- | --- | --- | --- | --- |",
		`| target | The host | string | localhost | ${lab} |\n`,
		`### Run\n\n${COMMAND}\n`,
	].join("\n");

const NOTES = {
	"Runbooks/T1000 - Anything - runbook.md": [
		"---\nrunbook_id: T1000\ntechniques: [T1000]\ntags: [T1000, atomic_test]\n---\n",
		"Atomic tests for T1000 Anything.\n",
		"## Scope and safety\n\nOnly the lab.\n",
		test("Upstream's", UPSTREAM, "atomic-red-team", "lab-1"),
		test("Ours", OWN, "own", "lab-2"),
		test("Ours without an id", null, "own", ""),
		"## Notes\n\nSeen twice.\n",
	].join("\n"),
};

const textOf = (vault: MemoryNotes): string =>
	[...vault.notes].find(([path]) => path.startsWith("Testing Runbooks/"))?.[1] ?? "";

function expectAll(vault: MemoryNotes): void {
	const text = textOf(vault);
	const tests = readRunbook(text);
	expect(tests.map(({ name }) => name)).toEqual(["Upstream's", "Ours", "Ours without an id"]);
	expect(tests.map(({ guid }) => guid)).toEqual([UPSTREAM, OWN, null]);
	expect(tests.map(({ inputs }) => inputs[0]?.lab)).toEqual(["lab-1", "lab-2", ""]);
	expect(tests.map(({ commands }) => commands.length)).toEqual([1, 1, 1]);
	expect(text).toContain("Only the lab.");
	expect(text.trimEnd().endsWith("## Notes\n\nSeen twice.")).toBe(true);
	expect(text.split("panel: runbook")).toHaveLength(2);
}

describe("the tests of another vault's runbook", () => {
	it("come with it, where nothing else knows them", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { notes: NOTES });
		expectAll(vault);
		vault.written.length = 0;
		await importInto(vault, { notes: NOTES });
		expect(vault.written).toEqual([]);
	});

	it("come beside upstream's, with the lab's values", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { notes: NOTES, atomics: ATOMICS });
		expectAll(vault);
		vault.written.length = 0;
		await importInto(vault, { notes: NOTES, atomics: ATOMICS });
		expect(vault.written).toEqual([]);
	});

	it.each([
		["beside the notes", { notes: NOTES, atomics: ATOMICS }],
		["alone", { atomics: ATOMICS }],
	])("stay when upstream's come later, %s", async (_, sources) => {
		const vault = createMemoryNotes();
		await importInto(vault, { notes: NOTES });
		await importInto(vault, sources);
		expectAll(vault);
		vault.written.length = 0;
		await importInto(vault, sources);
		expect(vault.written).toEqual([]);
	});

	it("come later than upstream's as well", async () => {
		const vault = createMemoryNotes();
		await importInto(vault, { atomics: ATOMICS });
		await importInto(vault, { notes: NOTES });
		expectAll(vault);
	});
});
