import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

/** What laying out a vault did: paths relative to the vault. */
export interface VaultLayout {
	readonly created: readonly string[];
	/** Files of the template that were there already and stay as they are. */
	readonly kept: readonly string[];
	/** Whether the plugin had to be added to the vault's enabled plugins. */
	readonly enabled: boolean;
}

const PLUGIN_FILES = ["main.js", "manifest.json", "styles.css"];
const PLUGIN_ID = "detection-vault";

/**
 * Lays out a vault: the template's files that are not there yet, and the built plugin, enabled.
 *
 * The plugin's own files are replaced by the build's; nothing else that exists is touched. Throws where the plugin is not built,
 * the folder cannot be written, or the vault's list of enabled plugins cannot be read; before anything is written in the last case.
 */
export function layOutVault(home: string, vault: string): VaultLayout {
	const list = join(vault, ".obsidian", "community-plugins.json");
	const plugins = readPlugins(list);
	const created: string[] = [];
	const kept: string[] = [];
	for (const path of listFiles(join(home, "vault-template"))) {
		const target = join(vault, path);
		if (existsSync(target)) {
			kept.push(path);
			continue;
		}
		mkdirSync(dirname(target), { recursive: true });
		copyFileSync(join(home, "vault-template", path), target);
		created.push(path);
	}
	created.push(...installPlugin(home, vault));
	return { created, kept, enabled: enablePlugin(list, plugins) };
}

function installPlugin(home: string, vault: string): string[] {
	const folder = `.obsidian/plugins/${PLUGIN_ID}`;
	mkdirSync(join(vault, folder), { recursive: true });
	const created: string[] = [];
	for (const name of PLUGIN_FILES) {
		const source = join(home, name);
		if (!existsSync(source)) throw new Error(`${name} is missing: run "npm run build" first`);
		const target = join(vault, folder, name);
		if (!existsSync(target)) created.push(`${folder}/${name}`);
		copyFileSync(source, target);
	}
	return created;
}

/** Adds the plugin to the vault's list of enabled ones. */
function enablePlugin(file: string, plugins: readonly unknown[]): boolean {
	if (plugins.includes(PLUGIN_ID)) return false;
	writeFileSync(file, `${JSON.stringify([...plugins, PLUGIN_ID], null, "\t")}\n`);
	return true;
}

/** A list that is not one is left alone and reported by throwing. */
function readPlugins(file: string): readonly unknown[] {
	if (!existsSync(file)) return [];
	const plugins = parseJson(readFileSync(file, "utf8"));
	if (!Array.isArray(plugins)) throw new Error(`${file} is not a list of plugins`);
	return plugins;
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function listFiles(folder: string, prefix = ""): string[] {
	return readdirSync(folder, { withFileTypes: true })
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const path = prefix + entry.name;
			return entry.isDirectory() ? listFiles(join(folder, entry.name), `${path}/`) : [path];
		});
}
