import type { App } from "obsidian";

/** Makes a file's folders where they are missing, one below the other. */
export async function makeFoldersFor(app: App, path: string): Promise<void> {
	const parts = path.split("/").slice(0, -1);
	for (let depth = 1; depth <= parts.length; depth++) {
		const folder = parts.slice(0, depth).join("/");
		if (app.vault.getFolderByPath(folder) !== null) continue;
		try {
			await app.vault.createFolder(folder);
		} catch (error) {
			// It may lie on the disk unknown to the vault: hidden, in other letter case, or made a moment ago.
			if (!(await app.vault.adapter.exists(folder))) throw error;
		}
	}
}
