import { describe, expect, it } from "vitest";
import { mergeNote } from "../../src/core/notes/merge/merge-note";
import { listFaults } from "../../torture/check-merge";

const BASE =
	"---\nrule_id: r1\nlevel: low\n---\n\n## Rule\n\nOne line.\n\nA third line, which both of them leave alone.\n\nAnother line.\n";
const MINE = BASE.replace("low", '"own zp1s1x0"')
	.replace("## Rule", "## Renamed zp1s1x1")
	.replace("One line.", "One line of zp1s1x2.\nAnd one of zp1s1x3.");
const THEIRS = BASE.replace("## Rule", "## Rule zq1s1u0").replace("Another", "Another zq1s1u1");

function merge(mine: string, theirs: string, base: string): string {
	const merged = mergeNote({ base, mine, theirs });
	if (!merged.ok) throw new Error(merged.reason);
	return merged.text;
}

const AFTER = merge(MINE, THEIRS, BASE);
const check = (after: string): string[] =>
	listFaults({ base: BASE, mine: MINE, theirs: THEIRS, after });

describe("the check of a merge", () => {
	it("finds nothing where nothing is lost", () => {
		expect(AFTER).toContain("## Upstream differs");
		expect(check(AFTER)).toEqual([]);
	});

	it("does not take the heading of an entry on upstream for the person's text", () => {
		const settled = AFTER.slice(0, AFTER.indexOf("## Upstream differs"));
		const faults = listFaults({ base: THEIRS, mine: AFTER, theirs: THEIRS, after: settled });
		expect(faults).toEqual([]);
	});

	it("does not take lines with an empty section on upstream between them for neighbours", () => {
		const place = AFTER.indexOf("## Upstream differs");
		const head = AFTER.slice(place, AFTER.indexOf("### ", place)).trimEnd();
		const mine = `${BASE}Mine zp1s1x4.\n${head}\n\nUnder zp1s1x5\n---\n`;
		const after = `${BASE}Mine zp1s1x4.\n\nUnder zp1s1x5\n---\n`;
		expect(listFaults({ base: BASE, mine, theirs: BASE, after })).toEqual([]);
	});

	it("counts an entry that a person rewrote as theirs", () => {
		const own = AFTER.replace("```markdown\n", "Our answer zp1s1x4.\n\n```markdown\n");
		const settled = own.slice(0, own.indexOf("## Upstream differs"));
		const faults = listFaults({ base: THEIRS, mine: own, theirs: THEIRS, after: settled });
		expect(faults).toContain('the person\'s line "Our answer zp1s1x4." is gone');
		expect(faults).toContain('the person\'s line "### Renamed zp1s1x1" is gone');
	});

	it.each([
		["a line", "And one of zp1s1x3.\n", ""],
		["a word", "One line of zp1s1x2.", "One line."],
		["a heading", "## Renamed zp1s1x1\n\nOne", "## Rule\n\nOne"],
		["a heading's rank", "\n## Renamed zp1s1x1", "\n\\## Renamed zp1s1x1"],
		["the lines' order", "zp1s1x2.\nAnd", "zp1s1x2.\n\nAnd"],
		["a property", '"own zp1s1x0"', "low"],
		["upstream's change", "Another zq1s1u1", "Another"],
		["line breaks of one kind", "\n", "\r\n"],
	])("tells of the loss of %s", (_, text, instead) => {
		const mine = instead === "\r\n" ? MINE.replaceAll("\n", "\r\n") : MINE;
		const after = instead === "\r\n" ? AFTER : AFTER.replace(text, instead);
		expect(listFaults({ base: BASE, mine, theirs: THEIRS, after })).not.toEqual([]);
	});
});
