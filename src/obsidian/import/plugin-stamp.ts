import { apiVersion } from "obsidian";
import type { App, PluginManifest } from "obsidian";

/**
 * Tells the plugin as it is installed from every other build of it, under this version of the app; undefined where its file cannot be seen,
 * so that nothing is remembered.
 */
export async function readPluginStamp(
	app: App,
	{ dir, version }: PluginManifest,
): Promise<string | undefined> {
	if (dir === undefined) return undefined;
	const stat = await app.vault.adapter.stat(`${dir}/main.js`);
	return stat === null ? undefined : [apiVersion, version, stat.mtime, stat.size].join(" ");
}
