import type { App, PluginManifest } from "obsidian";
import * as obsidian from "../support/obsidian/module";
import {
	createApp,
	disablePlugin,
	errorsOf,
	openNote,
	openView,
	type PluginClass,
	runCommand,
	settle,
	startApp,
	type VaultFile,
} from "../support/obsidian/app";
import type { Disk } from "../support/obsidian/disk";
import { installObsidian } from "../support/obsidian/install";
import { printNote } from "../support/obsidian/print";
import { openSettingsTab } from "../support/obsidian/settings-tab";

/** What `/vault` answers: text as text, all other bytes to be fetched one by one. */
export interface VaultListing {
	readonly name: string;
	readonly folders: readonly string[];
	readonly files: readonly {
		readonly path: string;
		readonly text: string | null;
		readonly ctime: number;
		readonly mtime: number;
	}[];
}

export interface BootOptions {
	readonly isMobile: boolean;
}

/** What the tests call in the page. */
export interface WorkbenchPage {
	boot(options: BootOptions): Promise<void>;
	openNote(path: string): Promise<void>;
	openView(type: string, state?: Record<string, unknown>): Promise<void>;
	/** Draws a note as the export to PDF does: whole, out of sight, until what its processors promise is kept. Takes what was printed before away. */
	printNote(path: string): Promise<void>;
	openSettings(): void;
	runCommand(id: string): boolean;
	write(path: string, text: string): Promise<void>;
	rename(path: string, newPath: string): Promise<void>;
	remove(path: string): Promise<void>;
	settle(): Promise<void>;
	unload(): void;
	errors(): string[];
	takeLongTasks(): number[];
}

const pluginId = "detection-vault";

const urlOf = (path: string): string =>
	`/vault/${path.split("/").map(encodeURIComponent).join("/")}`;

async function request(url: string, init?: RequestInit): Promise<Response> {
	const response = await fetch(url, init);
	if (!response.ok) throw new Error(`${init?.method ?? "GET"} ${url}: ${await response.text()}`);
	return response;
}

const disk: Disk = {
	write: async (path, data) => {
		await request(urlOf(path), { method: "PUT", body: data });
	},
	mkdir: async (path) => {
		await request(`${urlOf(path)}/`, { method: "PUT" });
	},
	remove: async (path) => {
		await request(urlOf(path), { method: "DELETE" });
	},
	rename: async (path, newPath) => {
		await request(urlOf(path), { method: "POST", body: newPath });
	},
};

async function readVault(): Promise<{ listing: VaultListing; files: VaultFile[] }> {
	const listing = (await (await request("/vault")).json()) as VaultListing;
	const files = await Promise.all(
		listing.files.map(async ({ path, text, ctime, mtime }): Promise<VaultFile> => {
			const data = text ?? (await (await request(urlOf(path))).arrayBuffer());
			return { path, data, ctime, mtime };
		}),
	);
	return { listing, files };
}

type Bundle = (module: object, exports: object, require: (name: string) => unknown) => void;

/** Makes a function of a module's text, by way of a script element. */
async function loadFunction(code: string): Promise<Bundle> {
	const holder = window as unknown as { bundle: Bundle };
	const script = document.createElement("script");
	const parts = ["window.bundle = (module, exports, require) => {", code, "};"];
	script.src = URL.createObjectURL(new Blob([parts.join("\n")], { type: "text/javascript" }));
	await new Promise((resolve, reject) => {
		script.addEventListener("load", resolve);
		script.addEventListener("error", reject);
		document.head.append(script);
	});
	return holder.bundle;
}

/** Loads the built bundle as Obsidian does: a CommonJS module that may require `obsidian`. */
async function loadPlugin(): Promise<PluginClass> {
	const code = await (await request("/plugin/main.js")).text();
	const module = { exports: {} as { default?: PluginClass } };
	const run = await loadFunction(code);
	const requireModule = (name: string): unknown => {
		if (name === "obsidian") return obsidian;
		throw new Error(`The plugin requires ${name}.`);
	};
	run(module, module.exports, requireModule);
	if (module.exports.default === undefined) throw new Error("main.js has no default export.");
	return module.exports.default;
}

function setPlatform(isMobile: boolean): void {
	Object.assign(obsidian.Platform, {
		isMobile,
		isMobileApp: isMobile,
		isPhone: isMobile,
		isAndroidApp: isMobile,
		isDesktop: !isMobile,
		isDesktopApp: !isMobile,
		isWin: false,
		isLinux: !isMobile,
	});
	document.body.classList.toggle("is-mobile", isMobile);
	document.body.classList.toggle("is-phone", isMobile);
}

async function boot({ isMobile }: BootOptions): Promise<App> {
	setPlatform(isMobile);
	const { listing, files } = await readVault();
	const app = createApp({ name: listing.name, folders: listing.folders, files, disk });
	const manifest = (await (await request("/plugin/manifest.json")).json()) as PluginManifest;
	await startApp(app, [[await loadPlugin(), manifest]]);
	return app;
}

const longTaskDurations: number[] = [];
const longTasks = new PerformanceObserver((list) => {
	longTaskDurations.push(...list.getEntries().map((entry) => entry.duration));
});

function createPage(): WorkbenchPage {
	let started: App | undefined;
	const current = (): App => {
		if (started === undefined) throw new Error("The workbench has not been started.");
		return started;
	};
	const fileAt = (path: string): obsidian.TFile => {
		const file = current().vault.getFileByPath(path);
		if (file === null) throw new Error(`There is no file ${path}.`);
		return file as never;
	};
	return {
		boot: async (options) => {
			started = await boot(options);
		},
		openNote: async (path) => {
			await openNote(current(), path);
		},
		openView: async (type, state) => {
			await openView(current(), type, state);
		},
		printNote: async (path) => {
			await printNote(current(), path);
		},
		openSettings: () => {
			openSettingsTab(current(), pluginId);
		},
		runCommand: (id) => runCommand(current(), id.includes(":") ? id : `${pluginId}:${id}`),
		write: async (path, text) => {
			const { vault } = current();
			const file = vault.getFileByPath(path);
			if (file === null) await vault.create(path, text);
			else await vault.modify(file, text);
			await settle(current());
		},
		rename: (path, newPath) => current().vault.rename(fileAt(path) as never, newPath),
		remove: (path) => current().vault.delete(fileAt(path) as never),
		settle: () => settle(current()),
		unload: () => disablePlugin(current(), pluginId),
		errors: () => errorsOf(current()).map(String),
		takeLongTasks: () => {
			const entries = longTasks.takeRecords().map((entry) => entry.duration);
			return longTaskDurations.splice(0).concat(entries);
		},
	};
}

declare global {
	interface Window {
		workbench: WorkbenchPage;
	}
}

longTasks.observe({ entryTypes: ["longtask"] });
installObsidian();
window.workbench = createPage();
