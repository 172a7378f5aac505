import fc from "fast-check";
import { expect, test } from "vitest";
import type { NamedRecord, PlacedNote } from "../../../src/core/ingest/choose-paths";
import { choosePaths } from "../../../src/core/ingest/choose-paths";
import { DEFAULT_FOLDERS } from "../../../src/core/model/settings";

function rule(id: string, baseName: string, folder = "Sigma"): NamedRecord {
	return { kind: "rule", id, folder, baseName, suffix: id.slice(0, 8) };
}

function placed(id: string, path: string, folder = "Sigma"): PlacedNote {
	return { kind: "rule", id, folder, path };
}

function pathsOf(
	records: readonly NamedRecord[],
	notes: readonly PlacedNote[] = [],
	taken: readonly string[] = [],
): (string | undefined)[] {
	const all = [...taken, ...notes.map((note) => note.path)];
	const choice = choosePaths(records, notes, all, DEFAULT_FOLDERS);
	return records.map((record) => choice.pathOf(record.kind, record.id));
}

test("a new note goes to its kind's folder", () => {
	expect(pathsOf([rule("1", "A")])).toEqual(["Detection Rules/Sigma/A.md"]);
});

test("a note that exists stays where it is", () => {
	expect(pathsOf([rule("1", "New title")], [placed("1", "Elsewhere/Old.md")])).toEqual([
		"Elsewhere/Old.md",
	]);
});

test("records with equal titles all get their suffix, whatever the case", () => {
	expect(pathsOf([rule("11111111-a", "A"), rule("22222222-b", "a")])).toEqual([
		"Detection Rules/Sigma/A 11111111.md",
		"Detection Rules/Sigma/a 22222222.md",
	]);
});

test("equal titles of two vendors need no suffix, but their base name is not unique", () => {
	const records = [rule("1", "A"), rule("2", "A", "Elastic")];
	const choice = choosePaths(records, [], [], DEFAULT_FOLDERS);
	expect(choice.pathOf("rule", "2")).toBe("Detection Rules/Elastic/A.md");
	expect(choice.isUnique("Detection Rules/Elastic/A.md")).toBe(false);
});

test("a file of the person's is never taken over", () => {
	expect(pathsOf([rule("11111111-a", "A")], [], ["Detection Rules/Sigma/a.md"])).toEqual([
		"Detection Rules/Sigma/A 11111111.md",
	]);
});

test("a link by name to a person's note stays the only one of that name", () => {
	const mine = ["Ideas/a.md"];
	const choice = choosePaths([rule("11111111-a", "A")], [], mine, DEFAULT_FOLDERS, mine);
	expect(choice.pathOf("rule", "11111111-a")).toBe("Detection Rules/Sigma/A 11111111.md");
});

test("new notes go beside the kin of an adopted vault, and to the standard folder once it is in use", () => {
	expect(pathsOf([rule("2", "B")], [placed("1", "Rules/A.md")])).toEqual(["Rules/B.md"]);
	const used = [placed("1", "Rules/A.md"), placed("3", "Detection Rules/Sigma/C.md")];
	expect(pathsOf([rule("2", "B")], used)).toEqual(["Detection Rules/Sigma/B.md"]);
});

test("no two records share a path, and the order of records does not matter", () => {
	const names = fc.constantFrom("A", "a", "Ä", "A\u0308", "B", "A 1");
	fc.assert(
		fc.property(fc.array(names, { maxLength: 12 }), (titles) => {
			const records = titles.map((title, index) => rule(`id-${index}`, title));
			const folded = pathsOf(records).map((path) => path?.normalize("NFC").toLowerCase());
			expect(new Set(folded).size).toBe(records.length);
		}),
	);
});

test("a note that only seems to be kin draws no others to it, several in one folder do", () => {
	const seeming = (id: string, path: string): PlacedNote => ({
		...placed(id, path),
		isGuess: true,
	});
	expect(pathsOf([rule("9", "B")], [seeming("1", "School/A.md")])).toEqual([
		"Detection Rules/Sigma/B.md",
	]);
	const several = ["1", "2", "3"].map((id) => seeming(id, `Rules/${id}.md`));
	expect(pathsOf([rule("9", "B")], [...several, seeming("4", "School/A.md")])).toEqual([
		"Rules/B.md",
	]);
});
