import { normalizePath } from "obsidian";
import type { App } from "obsidian";
import { makeFoldersFor } from "../ports/vault-folders";

/** Saves a new file in a folder of the vault, under another name where this one is taken; gives its path. */
export async function saveFile(
	app: App,
	folder: string,
	name: string,
	extension: string,
	data: string | ArrayBuffer,
): Promise<string> {
	const safe = name.replace(/[\\/:*?"<>|#^[\]]+/g, "-");
	for (let number = 1; ; number++) {
		const suffix = number === 1 ? "" : ` ${number}`;
		const path = normalizePath(`${folder}/${safe}${suffix}.${extension}`);
		if (await app.vault.adapter.exists(path)) continue;
		await makeFoldersFor(app, path);
		if (typeof data === "string") await app.vault.create(path, data);
		else await app.vault.createBinary(path, data);
		return path;
	}
}
