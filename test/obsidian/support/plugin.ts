import type { App } from "obsidian";
import manifest from "../../../manifest.json";
import DetectionVaultPlugin from "../../../src/main";
import { createApp, settle, startApp } from "../../support/obsidian/app";

/** Notes of a vault: path to text. */
export type Notes = Readonly<Record<string, string>>;

/** An app over a vault with the plugin enabled, once it has read every note. */
export async function startPlugin(notes: Notes = {}): Promise<App> {
	const files = Object.entries(notes).map(([path, data]) => ({ path, data }));
	const app = createApp({ files });
	await startApp(app, [[DetectionVaultPlugin, manifest]]);
	await settle(app);
	return app;
}

/** Waits until something holds that the plugin brings about in its own time. */
export async function waitFor<T>(find: () => T | null | undefined | false): Promise<T> {
	for (let tries = 0; tries < 300; tries++) {
		const found = find();
		if (found !== null && found !== undefined && found !== false) return found;
		await new Promise((resolve) => setTimeout(resolve, 10));
	}
	throw new Error("What was waited for did not come about.");
}
