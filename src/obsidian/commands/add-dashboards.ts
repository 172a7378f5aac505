import { Notice, normalizePath } from "obsidian";
import type { App } from "obsidian";
import { makeFoldersFor } from "../ports/vault-folders";
import type { Texts } from "../text/en";
import { errorMessage } from "../../core/text/error-message";

/** The files of `vault-template`, by their paths below the home folder; the build puts them here. */
declare const VAULT_TEMPLATE: Readonly<Record<string, string>>;

/** The note that leads to the first import. */
const START = "Start here.md";

/** Writes the start page, dashboards and bases that the home folder does not have, opens the first, and tells how that went. */
export async function addDashboards(
	app: App,
	home: string,
	texts: Texts["dashboards"],
): Promise<void> {
	try {
		const added = await addMissing(app, home);
		new Notice(added === 0 ? texts.complete(home) : texts.added(added, home));
	} catch (error) {
		new Notice(texts.failed(errorMessage(error)));
	}
	const start = app.vault.getFileByPath(normalizePath(`${home}/${START}`));
	if (start !== null) await app.workspace.getLeaf(false).openFile(start);
}

async function addMissing(app: App, home: string): Promise<number> {
	let added = 0;
	for (const [name, text] of Object.entries(VAULT_TEMPLATE)) {
		const path = normalizePath(`${home}/${name}`);
		if (await app.vault.adapter.exists(path)) continue;
		await makeFoldersFor(app, path);
		await app.vault.create(path, text);
		added++;
	}
	return added;
}
