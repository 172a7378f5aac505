import { expect, test } from "vitest";
import type { NoteStore } from "../../../src/core/ports/notes";

/** What every vault must do, whatever it is kept in. `create` gives an empty one. */
export function describeNoteStore(create: () => NoteStore | Promise<NoteStore>): void {
	const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

	test("a note that was written is read back and listed", async () => {
		const store = await create();
		expect(await store.writeNote("A/B/note é.md", "text\r\n", undefined)).toBe(true);
		expect(await store.readNote("A/B/note é.md")).toBe("text\r\n");
		expect((await store.listNotes()).map(({ path }) => path)).toEqual(["A/B/note é.md"]);
	});

	test("a note that is not there reads as undefined", async () => {
		expect(await (await create()).readNote("none.md")).toBeUndefined();
	});

	test("a write is refused where the note is not what was expected", async () => {
		const store = await create();
		await store.writeNote("a.md", "one", undefined);
		expect(await store.writeNote("a.md", "two", undefined)).toBe(false);
		expect(await store.writeNote("a.md", "two", "other")).toBe(false);
		expect(await store.writeNote("b.md", "two", "one")).toBe(false);
		expect(await store.readNote("a.md")).toBe("one");
		expect(await store.writeNote("a.md", "two", "one")).toBe(true);
		expect(await store.readNote("a.md")).toBe("two");
	});

	test("a note is taken away only where it is what was expected", async () => {
		const store = await create();
		await store.writeNote("A/b.md", "one", undefined);
		expect(await store.trashNote("A/b.md", "two")).toBe(false);
		expect(await store.readNote("A/b.md")).toBe("one");
		expect(await store.trashNote("A/b.md", "one")).toBe(true);
		expect(await store.readNote("A/b.md")).toBeUndefined();
		expect(await store.trashNote("A/b.md", "one")).toBe(false);
		expect(await store.listNotes()).toEqual([]);
	});

	test("notes are listed in code-unit order, data is not among them", async () => {
		const store = await create();
		for (const path of ["b.md", "a/z.md", "B.md"]) await store.writeNote(path, path, undefined);
		await store.writeData("data/x.json", bytes("{}"));
		expect((await store.listNotes()).map(({ path }) => path)).toEqual(["B.md", "a/z.md", "b.md"]);
	});

	test("data is written, replaced, renamed over another and removed", async () => {
		const store = await create();
		await store.writeData("d/a.bin", bytes("1"));
		await store.writeData("d/a.bin", bytes("2"));
		await store.writeData("d/b.bin", bytes("3"));
		await store.renameData("d/a.bin", "d/b.bin");
		expect(await store.readData("d/a.bin")).toBeUndefined();
		expect(Array.from((await store.readData("d/b.bin")) ?? [])).toEqual(Array.from(bytes("2")));
		await store.removeData("d/b.bin");
		await store.removeData("d/b.bin");
		expect(await store.readData("d/b.bin")).toBeUndefined();
	});

	test("renaming what does not exist does nothing", async () => {
		const store = await create();
		await store.writeData("d/b.bin", bytes("3"));
		await store.renameData("d/none.bin", "d/b.bin");
		expect(await store.readData("d/b.bin")).toBeDefined();
	});
}
