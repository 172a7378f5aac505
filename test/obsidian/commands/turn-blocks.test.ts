import { expect, it } from "vitest";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import {
	readBlockNotes,
	reverseNotes,
	writeNotes,
} from "../../../src/obsidian/commands/turn-blocks";
import {
	chooseForAll,
	commonChoice,
	countTurned,
	turnNotes,
} from "../../../src/obsidian/views/convert/block-choices";

const FENCE = "```";
const SEARCH = `${FENCE}query\ntag: a\n${FENCE}\n`;
const COUNTED = `${FENCE}dataview\nTABLE length(rows) GROUP BY a\n${FENCE}\n`;
const surroundings = { isFolder: () => true };

async function readAll() {
	const store = createMemoryNotes();
	const texts = { "A.md": SEARCH, "B.md": `x\n${COUNTED}${SEARCH}`, "C.md": "no block\n" };
	for (const [path, text] of Object.entries(texts)) await store.writeNote(path, text, undefined);
	const paths = [...Object.keys(texts), "Gone.md"];
	return { store, notes: await readBlockNotes(paths, store, surroundings, () => true) };
}

it("reads the notes that have old blocks", async () => {
	const { store, notes } = await readAll();
	expect(notes.map(({ path, conversions }) => [path, conversions.length])).toEqual([
		["A.md", 1],
		["B.md", 2],
	]);
	expect(await readBlockNotes(["A.md"], store, surroundings, () => false)).toEqual([]);
});

it("chooses one thing for all blocks that can become it, and leaves the others", async () => {
	const { notes } = await readAll();
	const bases = chooseForAll(notes, "base");
	expect(notes.map((note) => countTurned(note, bases))).toEqual([1, 1]);
	expect(commonChoice(notes, bases)).toBe("base");
	expect(commonChoice(notes, chooseForAll(notes, "leave"))).toBe("leave");
	const [first] = notes[0]?.conversions ?? [];
	if (first === undefined) throw new Error("There is no block.");
	expect(commonChoice(notes, new Map(bases).set(first, "leave"))).toBeUndefined();
});

it("writes notes that are as they were read, and puts back those that are as it left them", async () => {
	const { store, notes } = await readAll();
	const turned = turnNotes(notes, chooseForAll(notes, "detection-vault"));
	expect(turned.map(({ path, blocks }) => [path, blocks])).toEqual([
		["A.md", 1],
		["B.md", 2],
	]);
	await store.writeNote("A.md", "mine\n", SEARCH);
	const result = await writeNotes(turned, store);
	expect(result).toMatchObject({ changed: ["A.md"], failed: [] });
	expect(store.notes.get("A.md")).toBe("mine\n");
	expect(store.notes.get("B.md")).toContain(`${FENCE}detection-vault\nTABLE length(rows)`);
	await writeNotes(reverseNotes(result.written), store);
	expect(store.notes.get("B.md")).toBe(`x\n${COUNTED}${SEARCH}`);
});

it("goes on where a note cannot be written, and names it", async () => {
	const { store, notes } = await readAll();
	const writeNote: typeof store.writeNote = (path, text, expected) =>
		path === "A.md" ? Promise.reject(new Error("full")) : store.writeNote(path, text, expected);
	const turned = turnNotes(notes, chooseForAll(notes, "detection-vault"));
	const { written, failed } = await writeNotes(turned, { writeNote });
	expect(written.map(({ path }) => path)).toEqual(["B.md"]);
	expect(failed).toEqual([{ path: "A.md", reason: "Error: full" }]);
});
