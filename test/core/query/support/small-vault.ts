import { createVaultIndex, type VaultIndex } from "../../../../src/core/index/vault-index";

/** An index over notes by path. */
export function vaultOf(notes: Readonly<Record<string, string>>): VaultIndex {
	const index = createVaultIndex();
	for (const [path, text] of Object.entries(notes)) {
		index.put(path, text, { ctime: 0, mtime: 0, size: text.length });
	}
	return index;
}
