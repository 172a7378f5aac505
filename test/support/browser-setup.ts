import { mkdir, rename } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { buildBundle } from "../../scripts/build.mjs";
import { launchChromium } from "./chromium";
import { workbenchBundle } from "./workbench-server";

const repository = resolve(import.meta.dirname, "../..");

export type BrowserAccess = { readonly endpoint: string } | { readonly reason: string };

declare module "vitest" {
	export interface ProvidedContext {
		browser: BrowserAccess;
	}
}

async function buildWorkbench(): Promise<void> {
	const outfile = `${workbenchBundle}.${process.pid}`;
	await mkdir(dirname(outfile), { recursive: true });
	await build({
		absWorkingDir: repository,
		entryPoints: ["test/workbench/page.ts"],
		outfile,
		bundle: true,
		format: "iife",
		platform: "browser",
		target: "es2022",
		logLevel: "warning",
	});
	await rename(outfile, workbenchBundle);
}

/** Builds the plugin and the workbench and starts one browser for all tests. */
export default async function setUp(
	project: TestProject,
): Promise<(() => Promise<void>) | undefined> {
	await Promise.all([buildBundle("plugin"), buildWorkbench()]);
	try {
		const browser = await launchChromium();
		project.provide("browser", { endpoint: browser.wsEndpoint() });
		return () => browser.close();
	} catch (error) {
		const [reason = ""] = String(error).split("\n");
		console.warn(`The browser tests are skipped: no Chromium runs here. ${reason}`);
		console.warn("The variable CHROMIUM can name one.");
		project.provide("browser", { reason });
		return undefined;
	}
}
