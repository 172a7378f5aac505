import { describe, expect, it } from "vitest";
import { readPluginStamp } from "../../../src/obsidian/import/plugin-stamp";
import { createApp } from "../../support/obsidian/app";

const MANIFEST = {
	id: "detection-vault",
	name: "",
	author: "",
	description: "",
	minAppVersion: "",
};

describe("the stamp of the plugin's build", () => {
	it("changes with the installed file, and is missing where that cannot be seen", async () => {
		const app = createApp();
		const manifest = { ...MANIFEST, version: "1.0.0", dir: "plugin" };
		expect(await readPluginStamp(app, manifest)).toBeUndefined();
		await app.vault.adapter.mkdir("plugin");
		await app.vault.adapter.write("plugin/main.js", "1", { mtime: 1 });
		const first = await readPluginStamp(app, manifest);
		expect(first).toContain("1.0.0");
		expect(await readPluginStamp(app, manifest)).toBe(first);
		await app.vault.adapter.write("plugin/main.js", "12", { mtime: 2 });
		expect(await readPluginStamp(app, manifest)).not.toBe(first);
	});
});
