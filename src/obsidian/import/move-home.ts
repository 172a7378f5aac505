import type { App } from "obsidian";
import { makeFoldersFor } from "../ports/vault-folders";

/** Folders below home that belong to the plugin alone. */
const OWN = ["merge", "data"];

/**
 * Takes what imports remember along when the home folder was changed in the settings.
 *
 * Without it the next import would not know what it wrote last, and would treat all text as the person's own.
 */
export async function moveHome(app: App, from: string, to: string): Promise<void> {
	const { adapter } = app.vault;
	for (const name of OWN) {
		const old = `${from}/${name}`;
		const target = `${to}/${name}`;
		if (!(await adapter.exists(old)) || (await adapter.exists(target))) continue;
		await makeFoldersFor(app, target);
		await adapter.rename(old, target);
	}
}
