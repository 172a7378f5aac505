import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { createVaultNotes } from "../../../src/obsidian/ports/vault-notes";
import { createApp } from "../../support/obsidian/app";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function open(files: Record<string, string> = {}): {
	app: App;
	notes: ReturnType<typeof createVaultNotes>;
} {
	const app = createApp({ files: Object.entries(files).map(([path, data]) => ({ path, data })) });
	return { app, notes: createVaultNotes(app) };
}

describe("notes of the vault", () => {
	it("lists every note in code-unit order, and nothing else", async () => {
		const { notes } = open({
			"b.md": "",
			"Z/a.md": "",
			"a.md": "",
			"a.json": "{}",
			".trash/x.md": "",
		});
		expect((await notes.listNotes()).map(({ path }) => path)).toEqual(["Z/a.md", "a.md", "b.md"]);
	});

	it("reads a note, and gives nothing for one that is not there", async () => {
		const { notes } = open({ "a.md": "text" });
		expect(await notes.readNote("a.md")).toBe("text");
		expect(await notes.readNote("b.md")).toBeUndefined();
	});

	it("gives nothing for bytes that are no UTF-8, but reads a note that has the replacement character", async () => {
		const { app, notes } = open({ "good.md": "a \uFFFD b" });
		await app.vault.createBinary("bad.md", new Uint8Array([0x61, 0xff, 0xfe]).buffer);
		expect(await notes.readNote("good.md")).toBe("a \uFFFD b");
		expect(await notes.readNote("bad.md")).toBeUndefined();
	});

	it("makes a note with all its folders", async () => {
		const { app, notes } = open();
		expect(await notes.writeNote("One/Two/a.md", "text", undefined)).toBe(true);
		expect(await app.vault.adapter.read("One/Two/a.md")).toBe("text");
	});

	it("refuses to make a note that exists", async () => {
		const { notes } = open({ "a.md": "mine" });
		expect(await notes.writeNote("a.md", "theirs", undefined)).toBe(false);
		expect(await notes.readNote("a.md")).toBe("mine");
	});

	it("replaces a note only if its text is still the expected one", async () => {
		const { notes } = open({ "a.md": "old" });
		expect(await notes.writeNote("a.md", "new", "something else")).toBe(false);
		expect(await notes.readNote("a.md")).toBe("old");
		expect(await notes.writeNote("a.md", "new", "old")).toBe(true);
		expect(await notes.readNote("a.md")).toBe("new");
	});

	it("refuses to replace a note that is gone", async () => {
		const { notes } = open();
		expect(await notes.writeNote("a.md", "new", "old")).toBe(false);
	});
});

describe("data of the vault", () => {
	it("gives back what was written, and nothing for what was not", async () => {
		const { notes } = open();
		await notes.writeData("Home/merge/a.bin", utf8("bytes"));
		expect(await notes.readData("Home/merge/a.bin")).toEqual(utf8("bytes"));
		expect(await notes.readData("Home/merge/b.bin")).toBeUndefined();
	});

	it("puts one file in the place of another", async () => {
		const { notes } = open();
		await notes.writeData("Home/a", utf8("old"));
		await notes.writeData("Home/a.new", utf8("new"));
		await notes.renameData("Home/a.new", "Home/a");
		expect(await notes.readData("Home/a")).toEqual(utf8("new"));
		expect(await notes.readData("Home/a.new")).toBeUndefined();
	});

	it("reads the old file where a replacement broke off half-way", async () => {
		const { app, notes } = open();
		await notes.writeData("Home/a", utf8("old"));
		await app.vault.adapter.rename("Home/a", "Home/a.old");
		expect(await notes.readData("Home/a")).toEqual(utf8("old"));
		await notes.writeData("Home/a.new", utf8("new"));
		await notes.renameData("Home/a.new", "Home/a");
		expect(await notes.readData("Home/a")).toEqual(utf8("new"));
	});

	it("leaves things alone where the file to rename or remove is not there", async () => {
		const { notes } = open();
		await notes.writeData("Home/a", utf8("kept"));
		await notes.renameData("Home/none", "Home/a");
		await notes.removeData("Home/none");
		expect(await notes.readData("Home/a")).toEqual(utf8("kept"));
	});

	it("removes a file", async () => {
		const { notes } = open();
		await notes.writeData("Home/a", utf8("x"));
		await notes.removeData("Home/a");
		expect(await notes.readData("Home/a")).toBeUndefined();
	});
});
