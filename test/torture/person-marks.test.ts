import { describe, expect, it } from "vitest";
import { findLostMarks, listMarks } from "../../torture/person-marks";

const note = (properties: string, body: string): string => `---\n${properties}---\n\n${body}`;
const NOTE = note(
	'status: test # because zp1s1x0\n# why zp1s1x1\nlevel: "changed zp1s1x2"\ntags: [a, mine_zp1s1x3]\nown_zp1s1x4: 3\n',
	"A line zp1s1x5.\n\n| Name | Default |\n| --- | --- |\n| zp1s1x6 | b |\n",
);
const lost = (after: string, before = NOTE): readonly string[] =>
	findLostMarks(listMarks([before]), [after]);

describe("what carries a person's mark", () => {
	it("is not lost where upstream changes what stands beside it", () => {
		const after = NOTE.replace("status: test", "status: stable")
			.replace("[a, ", "[b, a, ")
			.replace("| b |", "| c |");
		expect(lost(after)).toEqual([]);
		expect(lost(NOTE.replaceAll("\n", "\r\n"))).toEqual([]);
	});

	it.each([
		["a comment behind a value", " # because zp1s1x0", "", "comment # because zp1s1x0 of status"],
		["a comment of its own", "# why zp1s1x1\n", "", "comment # why zp1s1x1"],
		["a value", "changed zp1s1x2", "high", 'value "changed zp1s1x2" of level'],
		["an item", ", mine_zp1s1x3", "", 'item "mine_zp1s1x3" of tags'],
		["an own property", "own_zp1s1x4: 3", "own_zp1s1x4: 4", "value 3 of own_zp1s1x4"],
		["a line", "A line zp1s1x5.", "A line.", "line A line zp1s1x5."],
		["a cell", "| zp1s1x6 |", "| a |", "cell zp1s1x6"],
	])("is told when it is lost: %s", (_, text, instead, told) => {
		expect(lost(NOTE.replace(text, instead))).toEqual([`the ${told} is lost`]);
	});

	it("is told when it went to another property", () => {
		const after = NOTE.replace(" # because zp1s1x0", "").replace(
			"level:",
			"old: x # because zp1s1x0\nlevel:",
		);
		expect(lost(after)).toEqual(["the comment # because zp1s1x0 of status is lost"]);
	});

	it("stays to the letter in a note whose front matter cannot be read", () => {
		const broken = NOTE.replace("tags: [a, ", "tags: [a, [");
		expect(lost(broken, broken)).toEqual([]);
		expect(lost(broken.replace("status: test", "status: stable"), broken)).toHaveLength(1);
	});
});
