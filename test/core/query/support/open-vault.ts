import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createVaultIndex, type VaultIndex } from "../../../../src/core/index/vault-index";

/** Paths of the notes in a folder, relative to it, with `/`. */
export function listNotes(root: string, folder = ""): string[] {
	return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) return listNotes(root, path);
		return entry.name.endsWith(".md") ? [path] : [];
	});
}

/** An index over the notes in a folder. */
export function openVault(root: string): VaultIndex {
	const index = createVaultIndex();
	for (const path of listNotes(root)) {
		const full = join(root, path);
		const { size } = statSync(full);
		index.put(path, readFileSync(full, "utf8"), { ctime: 0, mtime: 0, size });
	}
	return index;
}
