import type { App, Plugin, PluginManifest, WorkspaceLeaf } from "obsidian";
import { App as MockApp, FileSystemAdapter } from "obsidian-test-mocks/obsidian";
import { type Disk, mirrorWrites, watchAdapter } from "./disk";
import { guard, hostOf } from "./host";
import { hasPendingMetadata, loadMetadata } from "./metadata-cache";
import { closeSettings, openSettingsTab } from "./settings-tab";
import { refreshStat } from "./vault";
import { buildLayout } from "./workspace-layout";

/** A file of the vault as it lies on disk. Hidden folders are for the adapter alone. */
export interface VaultFile {
	readonly path: string;
	readonly data: string | ArrayBuffer;
	/** Times in milliseconds. */
	readonly ctime?: number;
	readonly mtime?: number;
}

export interface AppOptions {
	readonly files?: readonly VaultFile[];
	readonly folders?: readonly string[];
	readonly disk?: Disk;
	readonly name?: string;
}

interface Internals {
	commands: unknown;
	plugins: unknown;
	setting: unknown;
	appId: string;
	isMobile: boolean;
}

/** The members of a running app that plugins reach for although the public types lack them. */
function addInternals(app: App, name: string): void {
	const host = hostOf(app);
	const internals = app as unknown as Internals;
	internals.appId = name;
	internals.isMobile = false;
	internals.commands = {
		get commands() {
			return Object.fromEntries(host.commands);
		},
		executeCommandById: (id: string) => runCommand(app, id),
	};
	internals.plugins = {
		manifests: {},
		get plugins() {
			return Object.fromEntries(host.plugins);
		},
		get enabledPlugins() {
			return new Set(host.plugins.keys());
		},
		getPlugin: (id: string) => host.plugins.get(id) ?? null,
	};
	internals.setting = {
		open: () => undefined,
		close: closeSettings,
		openTabById: (id: string) => openSettingsTab(app, id),
	};
}

function fillVault(app: MockApp, { files = [], folders = [] }: AppOptions): void {
	const { vault } = app;
	const adapter = vault.adapter as unknown as {
		mkdirSync__(path: string): void;
		writeSync__(path: string, data: string, options: object): void;
		binaryFiles: Map<string, ArrayBuffer>;
		fileMeta: Map<string, object>;
	};
	const isHidden = (path: string): boolean => path.startsWith(".") || path.includes("/.");
	const parents = files.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf("/"))));
	for (const folder of new Set([...folders, ...parents].sort())) {
		if (folder === "") continue;
		adapter.mkdirSync__(folder);
		if (!isHidden(folder)) vault.createFolderSync__(folder);
	}
	const now = Date.now();
	for (const { path, data, ctime = now, mtime = now } of files) {
		const times = { ctime, mtime };
		if (typeof data === "string") adapter.writeSync__(path, data, times);
		else {
			adapter.binaryFiles.set(path, data);
			adapter.fileMeta.set(path, { ...times, size: data.byteLength });
		}
	}
	vault.reconcile__();
	for (const file of vault.getFiles()) refreshStat(vault, file);
	loadMetadata(app.metadataCache);
}

/** An app over a vault, with its window in the page. No plugin is enabled in it. */
export function createApp(options: AppOptions = {}): App {
	const name = options.name ?? "vault";
	const adapter = FileSystemAdapter.create__(`/${name}`).asOriginalType__();
	const mock = MockApp.create__(adapter, name);
	const app = mock.asOriginalType__();
	addInternals(app, name);
	(app.vault as unknown as { getName(): string }).getName = () => name;
	buildLayout(app.workspace.containerEl);
	document.body.append(app.workspace.containerEl);
	(window as unknown as { app: App }).app = app;
	fillVault(mock, options);
	if (options.disk !== undefined) mirrorWrites(app.vault, options.disk);
	watchAdapter(app.vault);
	return app;
}

export type PluginClass = new (app: App, manifest: PluginManifest) => Plugin;

/** Enables a plugin in a running app. */
export async function enablePlugin<Enabled extends Plugin>(
	app: App,
	Class: new (app: App, manifest: PluginManifest) => Enabled,
	manifest: PluginManifest,
): Promise<Enabled> {
	const plugin = new Class(app, { ...manifest, dir: `.obsidian/plugins/${manifest.id}` });
	hostOf(app).plugins.set(manifest.id, plugin);
	(plugin as unknown as { loaded__: boolean }).loaded__ = true;
	await plugin.onload();
	return plugin;
}

/**
 * Starts the app as Obsidian starts: plugins load first, then `create` tells of every file that is
 * there, then the layout is ready, then the links are resolved.
 */
export async function startApp(
	app: App,
	plugins: readonly (readonly [PluginClass, PluginManifest])[],
): Promise<void> {
	for (const [Class, manifest] of plugins) await enablePlugin(app, Class, manifest);
	const { vault, workspace, metadataCache } = app;
	for (const file of vault.getFiles()) vault.trigger("create", file);
	loadMetadata(metadataCache);
	(workspace as unknown as { setLayoutReady__(): void }).setLayoutReady__();
	metadataCache.trigger("resolved");
	await settle(app);
}

/** Disables a plugin: everything it registered goes. */
export function disablePlugin(app: App, id: string): void {
	hostOf(app).plugins.get(id)?.unload();
	hostOf(app).plugins.delete(id);
}

/** Runs a command by its full id, `plugin:command`; false where it is not offered now. */
export function runCommand(app: App, id: string): boolean {
	const command = hostOf(app).commands.get(id);
	if (command === undefined) throw new Error(`There is no command ${id}.`);
	if (command.checkCallback !== undefined) {
		if (command.checkCallback(true) === false) return false;
		void guard(app, () => command.checkCallback?.(false));
		return true;
	}
	void guard(app, () => command.callback?.());
	return true;
}

/** Opens a note in the reading view and waits until its processors have run. */
export async function openNote(app: App, path: string): Promise<WorkspaceLeaf> {
	const file = app.vault.getFileByPath(path);
	if (file === null) throw new Error(`There is no note ${path}.`);
	const leaf = app.workspace.getLeaf(false);
	await leaf.openFile(file);
	return leaf;
}

/** Opens a registered view in a leaf of its own. */
export async function openView(app: App, type: string, state = {}): Promise<WorkspaceLeaf> {
	const leaf = app.workspace.getLeaf("tab");
	await leaf.setViewState({ type, state, active: true });
	return leaf;
}

/** Waits until the app has told of every write. */
export async function settle(app: App): Promise<void> {
	do await new Promise((resolve) => setTimeout(resolve));
	while (hasPendingMetadata(app.metadataCache));
}

/** What processors, commands and settings have thrown so far. */
export function errorsOf(app: App): readonly unknown[] {
	return hostOf(app).errors;
}
