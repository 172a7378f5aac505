import { describe, expect, it } from "vitest";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";
import { readRunbook } from "../../../../src/core/notes/runbook/read-runbook";

interface TestText {
	readonly name: string;
	/** One digit, for the GUID. */
	readonly digit: number;
	readonly value?: string;
	readonly command?: string;
	readonly own?: string;
}

const guidOf = (digit: number): string => `${String(digit).repeat(8)}-1111-4111-8111-111111111111`;

const write = ({ name, digit, value = "", command = "curl", own = "" }: TestText): string =>
	[
		`## Test: ${name}\n`,
		`- GUID: ${guidOf(digit)} ^t-${digit}`,
		"- Platforms: Linux · Executor: sh · Elevation: not required · From: atomic-red-team\n",
		"### Inputs\n",
		"| Name | Description | Type | Default | This lab |",
		"| --- | --- | --- | --- | --- |",
		`| target | The host | string | localhost | ${value} |\n`,
		"### Run\n",
		`\`\`\`sh\n${command} #{target}\n\`\`\`\n`,
		own,
	].join("\n");

const note = (...tests: readonly (TestText | string)[]): string =>
	`---\nrunbook_id: T1000\n---\n\n## Scope and safety\n\nText.\n\n${tests
		.map((test) => (typeof test === "string" ? test : write(test)))
		.join("")}## Notes\n`;

const merge = (base: string, mine: string, theirs: string): string => {
	const merged = mergeNote({ base, mine, theirs });
	if (!merged.ok) throw new Error(merged.reason);
	return merged.text;
};

const ONE: TestText = { name: "One", digit: 1 };
const TWO: TestText = { name: "Two", digit: 2, command: "wget" };
const NEW: TestText = { name: "New", digit: 3, command: "ssh" };

describe("a test of the person's own", () => {
	const own = "## Test: Mine\n\n- Platforms: Linux\n\n### Run\n\n```sh\necho mine\n```\n\n";

	it("keeps its parts to itself when upstream adds a test", () => {
		expect(merge(note(ONE), note(ONE, own), note(ONE, NEW))).toBe(note(ONE, own, NEW));
	});

	it("is not the test of the same name that upstream adds", () => {
		const mine = write({ name: "New", digit: 7, command: "mine" });
		const merged = merge(note(ONE), note(ONE, mine), note(ONE, NEW));
		expect(readRunbook(merged).map(({ guid }) => guid)).toEqual([1, 7, 3].map(guidOf));
	});
});

describe("a test that upstream took out", () => {
	it("goes where the person changed nothing in it", () => {
		const mine = `${note(ONE, TWO)}\nMine.\n`;
		expect(merge(note(ONE, TWO), mine, note(ONE))).toBe(`${note(ONE)}\nMine.\n`);
	});

	it("stays whole where the person filled in a value", () => {
		const mine = note(ONE, { ...TWO, value: "lab-1" });
		expect(merge(note(ONE, TWO), mine, note(ONE))).toBe(mine);
	});

	it("stays whole where the person wrote something below it", () => {
		const mine = note(ONE, { ...TWO, own: "### What we saw\n\nNothing.\n\n" });
		expect(merge(note(ONE, TWO), mine, note(ONE))).toBe(mine);
	});

	it("gives nothing of the person's to one that upstream put in its place", () => {
		const filled = { ...TWO, value: "lab-1" };
		const merged = merge(note(ONE, TWO), note(ONE, filled), note(ONE, NEW));
		expect(merged).toContain(write(filled));
		expect(merged).toContain(write(NEW));
	});
});

describe("a test is known by its GUID", () => {
	it("where upstream changed its name and its place", () => {
		const filled = { ...ONE, value: "lab-1" };
		const renamed = { ...ONE, name: "One, another way" };
		expect(merge(note(ONE, TWO), note(filled, TWO), note(TWO, renamed))).toBe(
			note(TWO, { ...renamed, value: "lab-1" }),
		);
	});

	it("and by its name where upstream gave it another", () => {
		const filled = { ...ONE, value: "lab-1" };
		const other = { ...ONE, digit: 9 };
		expect(merge(note(ONE, TWO), note(filled, TWO), note(other, TWO))).toBe(
			note({ ...other, value: "lab-1" }, TWO),
		);
	});
});
