import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	symlinkSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFileNotes } from "../../src/node/file-notes";
import { describeNoteStore } from "../contracts/ports/note-store";
import { makeTemporaryFolder } from "../support/temporary-folder";

describe("a vault on disk", () => {
	describeNoteStore(() => createFileNotes(makeTemporaryFolder()));

	test.each(["../out.md", "a/../../out.md", "/tmp/out.md", "a/./../../out.md"])(
		"a path that leads out of the vault is refused: %s",
		async (path) => {
			const notes = createFileNotes(makeTemporaryFolder());
			await expect((async () => notes.writeNote(path, "x", undefined))()).rejects.toThrow(
				"leads out of the vault",
			);
		},
	);

	test("leaves nothing beside the note it wrote", async () => {
		const folder = makeTemporaryFolder();
		await createFileNotes(folder).writeNote("a.md", "x", undefined);
		expect(readdirSync(folder)).toEqual(["a.md"]);
	});

	test("sweeps the temporary files of a process that was killed", async () => {
		const folder = makeTemporaryFolder();
		writeFileSync(join(folder, ".detection-vault-1-1.tmp"), "half");
		await createFileNotes(folder).listNotes();
		expect(readdirSync(folder)).toEqual([]);
	});

	test("hidden folders are not part of the vault", async () => {
		const folder = makeTemporaryFolder();
		mkdirSync(join(folder, ".trash"));
		writeFileSync(join(folder, ".trash", "a.md"), "x");
		expect(await createFileNotes(folder).listNotes()).toEqual([]);
	});

	test.each(["../x.md", "a/../../x.md", "/etc/x.md"])("refuses to write %s", async (path) => {
		const folder = makeTemporaryFolder();
		const store = createFileNotes(folder);
		await expect(async () => store.writeNote(path, "x", undefined)).rejects.toThrow("leads out");
	});

	test("a note that is not UTF-8 is neither read nor replaced", async () => {
		const folder = makeTemporaryFolder();
		const bytes = new Uint8Array([0x61, 0xe9, 0x62]);
		writeFileSync(join(folder, "a.md"), bytes);
		const store = createFileNotes(folder);
		expect(await store.readNote("a.md")).toBeUndefined();
		expect(await store.writeNote("a.md", "new", undefined)).toBe(false);
		expect(Array.from(readFileSync(join(folder, "a.md")))).toEqual(Array.from(bytes));
	});

	test("a replacement character that stands in a note is text like any other", async () => {
		const folder = makeTemporaryFolder();
		writeFileSync(join(folder, "a.md"), "lost: \uFFFD");
		expect(await createFileNotes(folder).readNote("a.md")).toBe("lost: \uFFFD");
	});

	test("a byte order mark is kept", async () => {
		const folder = makeTemporaryFolder();
		writeFileSync(join(folder, "a.md"), "\uFEFFtext");
		expect(await createFileNotes(folder).readNote("a.md")).toBe("\uFEFFtext");
	});

	test("a vault that does not exist yet is empty", async () => {
		const folder = join(makeTemporaryFolder(), "new");
		expect(await createFileNotes(folder).listNotes()).toEqual([]);
		expect(existsSync(folder)).toBe(false);
	});

	test("a linked note is not listed", async () => {
		const folder = makeTemporaryFolder();
		const outside = join(makeTemporaryFolder(), "secret.md");
		writeFileSync(outside, "x");
		symlinkSync(outside, join(folder, "link.md"));
		expect(await createFileNotes(folder).listNotes()).toEqual([]);
	});
});
