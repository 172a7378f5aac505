import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { hostOf } from "../../support/obsidian/host";
import { runCommand, settle } from "../../support/obsidian/app";
import { startPlugin } from "../support/plugin";
import type { Notes } from "../support/plugin";

/** As the build has it. */
declare const VAULT_TEMPLATE: Readonly<Record<string, string>>;

const pathsBelow = (app: Awaited<ReturnType<typeof startPlugin>>, home: string) =>
	app.vault
		.getFiles()
		.map(({ path }) => path)
		.filter((path) => path.startsWith(`${home}/`))
		.map((path) => path.slice(home.length + 1))
		.sort();

describe("adding the start page and dashboards", () => {
	it("writes all that a new vault starts with, and opens the start page", async () => {
		const app = await startPlugin();
		runCommand(app, "detection-vault:add-dashboards");
		await settle(app);
		expect(pathsBelow(app, "Detection Vault")).toEqual(Object.keys(VAULT_TEMPLATE).sort());
		expect(app.workspace.getActiveFile()?.path).toBe("Detection Vault/Start here.md");
		expect(document.body.textContent).toMatch(/Added \d+ files to Detection Vault\./);
	});

	it("leaves what is there as it is", async () => {
		const app = await startPlugin({ "Detection Vault/Start here.md": "Mine.\n" });
		runCommand(app, "detection-vault:add-dashboards");
		await settle(app);
		const start = app.vault.getFileByPath("Detection Vault/Start here.md");
		expect(start === null ? null : await app.vault.read(start)).toBe("Mine.\n");
		runCommand(app, "detection-vault:add-dashboards");
		await settle(app);
		expect(document.body.textContent).toContain("Nothing to add");
		expect(hostOf(app).errors).toEqual([]);
	});

	it("goes to the home folder that the settings name", async () => {
		const folders = { folders: { home: "Meta/Home" } };
		const app = await startPlugin({
			".obsidian/plugins/detection-vault/data.json": JSON.stringify(folders),
		});
		runCommand(app, "detection-vault:add-dashboards");
		await settle(app);
		expect(pathsBelow(app, "Meta/Home")).toContain("Dashboards/Coverage.md");
	});
});

describe("who has just enabled the plugin", () => {
	const OFFER = "Its start page leads to the first import.";
	const enable = async (notes: Notes = {}): Promise<App> => {
		document.body.empty();
		const app = await startPlugin(notes);
		hostOf(app).plugins.get("detection-vault")?.onUserEnable();
		return app;
	};

	it("is offered the start page, which is written on demand only", async () => {
		const app = await enable();
		expect(document.body.textContent).toContain(OFFER);
		expect(pathsBelow(app, "Detection Vault")).toEqual([]);
		document.querySelector<HTMLElement>(".detection-vault-notice-button")?.click();
		await settle(app);
		expect(app.workspace.getActiveFile()?.path).toBe("Detection Vault/Start here.md");
	});

	it("is left in peace where the home folder is there", async () => {
		await enable({ "Detection Vault/Start here.md": "Mine.\n" });
		expect(document.body.textContent).not.toContain(OFFER);
	});
});
