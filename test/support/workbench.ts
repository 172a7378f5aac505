import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { describe, inject } from "vitest";
import type { WorkbenchPage } from "../workbench/page";
import { serveWorkbench } from "./workbench-server";

const screenshots = resolve(import.meta.dirname, "../../test-artifacts/screenshots");
const height = 1000;

export type Theme = "light" | "dark";

export interface StartOptions {
	/** Width of the window in CSS pixels. */
	readonly width?: number;
	readonly theme?: Theme;
	/** Obsidian on a phone: `Platform` and the page's classes say so. */
	readonly isMobile?: boolean;
}

/** The built plugin in a real browser, over a real folder. */
export interface Workbench {
	readonly page: Page;
	readonly vaultFolder: string;
	/** What the page, the plugin's processors, commands and settings have thrown or logged as errors. */
	errors(): Promise<readonly string[]>;
	/** Opens a note in the reading view and waits until its blocks are drawn. */
	openNote(path: string): Promise<void>;
	/** Opens a view that the plugin registers in a leaf of its own. */
	openView(type: string, state?: Record<string, unknown>): Promise<void>;
	openSettings(): Promise<void>;
	/** Runs one of the plugin's commands; false where it is not offered now. */
	runCommand(id: string): Promise<boolean>;
	/** Edits as a person does in Obsidian: the vault's events tell of it. */
	write(path: string, text: string): Promise<void>;
	rename(path: string, newPath: string): Promise<void>;
	remove(path: string): Promise<void>;
	/** A file of the vault as it now lies on disk. */
	readDisk(path: string): Promise<string>;
	/**
	 * Durations, in milliseconds, of the main thread's tasks over 50 ms since the last call. The
	 * workbench's own are among them: reading the vault into memory is one.
	 */
	takeLongTasks(): Promise<readonly number[]>;
	setTheme(theme: Theme): Promise<void>;
	setWidth(width: number): Promise<void>;
	/** Writes `<name>.png` and gives its path. */
	screenshot(name: string): Promise<string>;
	/** The same in both themes at 400 and 1600 pixels: `<name>-<width>-<theme>.png`. */
	screenshots(name: string): Promise<readonly string[]>;
	/** Quits and starts Obsidian again over the same folder. */
	restart(): Promise<void>;
	close(): Promise<void>;
}

async function boot(page: Page, url: string, isMobile: boolean): Promise<void> {
	await page.goto(url);
	await page.evaluate((options) => window.workbench.boot(options), { isMobile });
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

async function applyTheme(page: Page, theme: Theme): Promise<void> {
	await page.evaluate((name) => {
		document.body.classList.toggle("theme-light", name === "light");
		document.body.classList.toggle("theme-dark", name === "dark");
	}, theme);
}

async function takeScreenshot(page: Page, name: string): Promise<string> {
	await mkdir(screenshots, { recursive: true });
	const path = join(screenshots, `${name}.png`);
	await page.screenshot({ path, animations: "disabled" });
	return path;
}

function listenForErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on("pageerror", (error) => errors.push(String(error)));
	page.on("console", (message) => {
		if (message.type() === "error") errors.push(message.text());
	});
	return errors;
}

/** The part of the API that only hands over to the page. */
function callsInto(page: Page) {
	return {
		openNote: (path: string) => page.evaluate((to) => window.workbench.openNote(to), path),
		openView: (type: string, state: Record<string, unknown> = {}) =>
			page.evaluate(([to, its]) => window.workbench.openView(to, its), [type, state] as const),
		openSettings: () => page.evaluate(() => window.workbench.openSettings()),
		runCommand: (id: string) => page.evaluate((name) => window.workbench.runCommand(name), id),
		write: (path: string, text: string) =>
			page.evaluate(([to, its]) => window.workbench.write(to, its), [path, text] as const),
		rename: (path: string, newPath: string) =>
			page.evaluate(([from, to]) => window.workbench.rename(from, to), [path, newPath] as const),
		remove: (path: string) => page.evaluate((from) => window.workbench.remove(from), path),
		takeLongTasks: () => page.evaluate(() => window.workbench.takeLongTasks()),
	};
}

async function connect(): Promise<Browser> {
	const access = inject("browser");
	if ("reason" in access) throw new Error(access.reason);
	return chromium.connect(access.endpoint);
}

/** Starts Obsidian with the built plugin over a vault folder. Writes reach that folder. */
export async function start(vaultFolder: string, options: StartOptions = {}): Promise<Workbench> {
	const { width = 1600, theme = "light", isMobile = false } = options;
	const { server, url } = await serveWorkbench(vaultFolder);
	const browser = await connect();
	const page = await browser.newPage({ locale: "en-US", timezoneId: "UTC" });
	const errors = listenForErrors(page);
	let current = { theme, width };
	const setTheme = async (next: Theme): Promise<void> => {
		current = { ...current, theme: next };
		await applyTheme(page, next);
	};
	const setWidth = async (next: number): Promise<void> => {
		current = { ...current, width: next };
		await page.setViewportSize({ width: next, height });
	};
	const start = async (): Promise<void> => {
		await setWidth(current.width);
		await boot(page, url, isMobile);
		await setTheme(current.theme);
	};
	await start();
	return {
		page,
		vaultFolder,
		...callsInto(page),
		errors: async () => [...errors, ...(await page.evaluate(() => window.workbench.errors()))],
		readDisk: (path) => readFile(join(vaultFolder, path), "utf8"),
		setTheme,
		setWidth,
		screenshot: (name) => takeScreenshot(page, name),
		screenshots: async (name) => {
			const before = current;
			const paths: string[] = [];
			for (const nextWidth of [400, 1600]) {
				for (const nextTheme of ["light", "dark"] as const) {
					await setWidth(nextWidth);
					await setTheme(nextTheme);
					paths.push(await takeScreenshot(page, `${name}-${nextWidth}-${nextTheme}`));
				}
			}
			await setWidth(before.width);
			await setTheme(before.theme);
			return paths;
		},
		restart: async () => {
			await page.evaluate(() => window.workbench.unload());
			await start();
		},
		close: async () => {
			await browser.close();
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

/** A copy of a vault folder, to be written into, in the folder for temporary files. */
export async function copyVault(from: string): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "detection-vault-"));
	const copy = join(folder, "vault");
	await cp(from, copy, { recursive: true });
	return copy;
}

export async function removeVault(copy: string): Promise<void> {
	await rm(resolve(copy, ".."), { recursive: true, force: true });
}

/** Tests in the browser: skipped where none runs, for the reason that the setup has printed. */
export function describeBrowser(name: string, define: () => void): void {
	if ("reason" in inject("browser")) describe.skip(name, define);
	else describe(name, define);
}

export type { WorkbenchPage };
