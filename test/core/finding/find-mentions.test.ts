import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMentions } from "../../../src/core/finding/find-mentions";
import { buildVault, techniqueNote } from "../library/technique-vault";

const VAULT = buildVault({
	"Techniques/SSH.md": techniqueNote("T1021.004", "SSH"),
	"Own/Ours.md": techniqueNote("T9001", "One of our own"),
});

const mentions = (text: string): Readonly<Record<string, number>> =>
	Object.fromEntries(
		findMentions(VAULT, text, (target) => VAULT.notes.resolve(target, "Note.md")?.path).map(
			({ id, count }) => [id, count],
		),
	);

describe("the techniques that a text names", () => {
	it.each([
		["T1021.004, then T1021.004 and T1059.", { "T1021.004": 2, T1059: 1 }],
		["---\ntechniques: [T1059]\ntags: [T1021_004]\n---\n#T1021_004", { "T1021.004": 2, T1059: 1 }],
		["[[SSH]] and [[Techniques/SSH#Detection|T1059]]", { "T1021.004": 2 }],
		["[remote](Techniques/SSH.md) [x](<Techniques/SSH.md>)", { "T1021.004": 2 }],
		["[T1021](https://attack.mitre.org/techniques/T1021/004/)", { "T1021.004": 1 }],
		["[[T1059 - not a note]]", { T1059: 1 }],
		["```\ntechnique: T1059\n```", { T1059: 1 }],
		["T9999 is nobody's, T9001 is ours", { T9001: 1 }],
		["[broken](%E0%A4%A) [[ [[]] ](", {}],
	])("%j", (text, expected) => {
		expect(mentions(text)).toEqual(expected);
	});

	it("come most named first, then by id", () => {
		expect(Object.keys(mentions("T1059 T1021 T1021.004 T1059"))).toEqual([
			"T1059",
			"T1021",
			"T1021.004",
		]);
	});

	it("count for their successor where they are revoked, and are named as the text has them", () => {
		expect(findMentions(VAULT, "T1028 T1021 T1028", () => undefined)).toEqual([
			{ id: "T1021", count: 3, formerIds: ["T1028"] },
		]);
	});

	it("are found in any text without a fault", () => {
		const piece = fc.constantFrom("[[", "]]", "[", "](", ")", "|", "T1021", ".004", "\n", " ", "%");
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const counts = Object.values(mentions(pieces.join("")));
				expect(counts.every((count) => count > 0 && count <= pieces.length)).toBe(true);
			}),
		);
	});
});
