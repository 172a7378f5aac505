import { describe, expect, it } from "vitest";
import { createApp, settle } from "../../support/obsidian/app";

describe("the vault that plugin tests run on", () => {
	it("refuses to create what is there, and a file in a folder that is not", async () => {
		const { vault } = createApp({ files: [{ path: "A.md", data: "" }] });
		await expect(vault.create("A.md", "")).rejects.toThrow("File already exists.");
		await expect(vault.create("Folder/A.md", "")).rejects.toThrow("ENOENT");
		await vault.createFolder("Folder/Inner");
		await expect(vault.createFolder("Folder")).rejects.toThrow("Folder already exists.");
	});

	it("keeps times and the size in bytes", async () => {
		const app = createApp({ files: [{ path: "A.md", data: "é", mtime: 5, ctime: 4 }] });
		const file = app.vault.getFileByPath("A.md");
		expect(file?.stat).toEqual({ ctime: 4, mtime: 5, size: 2 });
		if (file !== null) await app.vault.modify(file, "éé", { mtime: 9 });
		expect(file?.stat).toEqual({ ctime: 4, mtime: 9, size: 4 });
	});

	it("reads text as bytes and bytes as text", async () => {
		const { adapter } = createApp({ files: [{ path: "A.md", data: "é" }] }).vault;
		expect(new Uint8Array(await adapter.readBinary("A.md"))).toEqual(new Uint8Array([195, 169]));
		await adapter.writeBinary("B.md", new Uint8Array([195, 169]).buffer);
		expect(await adapter.read("B.md")).toBe("é");
	});

	it("tells of every file of a folder that is renamed or deleted", async () => {
		const app = createApp({ files: [{ path: "Old/Inner/A.md", data: "[[B]]" }] });
		const seen: string[] = [];
		app.vault.on("rename", (file, oldPath) => seen.push(`${oldPath} > ${file.path}`));
		app.vault.on("delete", (file) => seen.push(`- ${file.path}`));
		const old = app.vault.getFolderByPath("Old");
		if (old !== null) await app.vault.rename(old, "New");
		await settle(app);
		expect(app.metadataCache.unresolvedLinks).toEqual({ "New/Inner/A.md": { B: 1 } });
		if (old !== null) await app.fileManager.trashFile(old);
		expect(seen).toEqual([
			"Old > New",
			"Old/Inner/A.md > New/Inner/A.md",
			"Old/Inner > New/Inner",
			"- New/Inner/A.md",
			"- New/Inner",
			"- New",
		]);
		expect(app.metadataCache.unresolvedLinks).toEqual({});
	});

	it("notices what the adapter writes past it", async () => {
		const app = createApp();
		const seen: string[] = [];
		app.vault.on("create", (file) => seen.push(`+${file.path}`));
		app.vault.on("modify", (file) => seen.push(`~${file.path}`));
		await app.vault.adapter.write("A.md", "a", { mtime: 1 });
		await settle(app);
		await app.vault.adapter.write("A.md", "ab", { mtime: 2 });
		await settle(app);
		expect(seen).toEqual(["+A.md", "~A.md"]);
	});
});
