import type { App } from "obsidian";
import { describe, expect, it } from "vitest";
import { newSource } from "../../../src/obsidian/settings/remembered-source";
import type { RememberedSource } from "../../../src/obsidian/settings/remembered-source";
import { settle } from "../../support/obsidian/app";
import { openSettingsTab } from "../../support/obsidian/settings-tab";
import { startPlugin, waitFor } from "../support/plugin";
import { settingRow, typeInto } from "../support/setting-rows";
import { SETTINGS_FILE, storedSources } from "../support/stored-settings";

const SIGMA = newSource({
	...{ kind: "rules", name: "SigmaHQ/sigma" },
	address: "https://github.com/SigmaHQ/sigma",
});
const FOLDER = newSource({ kind: "rules", name: "Sources", vaultPath: "Sources" });

async function start(sources: readonly RememberedSource[]): Promise<App> {
	return startPlugin({
		"Sources/rule.yml": "title: A\n",
		"Sources/picture.svg": "<svg/>",
		[SETTINGS_FILE]: JSON.stringify({ sources }),
	});
}

async function choose(text: string): Promise<void> {
	const item = await waitFor(() =>
		Array.from(document.querySelectorAll<HTMLElement>(".suggestion-item")).find((found) =>
			found.textContent.includes(text),
		),
	);
	item.click();
}

describe("the remembered sources in the settings", () => {
	it("can be added by name, and are not downloaded until that is switched on", async () => {
		const app = await start([]);
		const tab = openSettingsTab(app, "detection-vault");
		tab.querySelector<HTMLElement>("[aria-label='Add source']")?.click();
		await choose("Download: SigmaHQ/sigma (Detection rules)");
		await waitFor(() => tab.textContent.includes("Download is off"));
		expect(await storedSources(app)).toEqual([JSON.parse(JSON.stringify(SIGMA))]);
		settingRow(tab, "SigmaHQ/sigma").click();
		expect(tab.textContent).toContain("from: github.com, codeload.github.com.");
		settingRow(tab, "Download over the network")
			.querySelector<HTMLElement>(".checkbox-container")
			?.click();
		await settle(app);
		expect(await storedSources(app)).toMatchObject([{ online: true }]);
	});

	it("can be a place in the vault", async () => {
		const app = await start([]);
		const tab = openSettingsTab(app, "detection-vault");
		tab.querySelector<HTMLElement>("[aria-label='Add source']")?.click();
		await choose("From this vault: Detection rules");
		await choose("Sources/");
		await waitFor(() => tab.textContent.includes("In this vault"));
		expect(await storedSources(app)).toMatchObject([FOLDER]);
	});

	it("are not added twice", async () => {
		const app = await start([SIGMA]);
		const tab = openSettingsTab(app, "detection-vault");
		tab.querySelector<HTMLElement>("[aria-label='Add source']")?.click();
		await choose("Download: SigmaHQ/sigma");
		await settle(app);
		expect(await storedSources(app)).toHaveLength(1);
	});

	it.each([
		["Nowhere", "There is nothing at this path in the vault."],
		["Sources/picture.svg", "A file of this kind holds no such source."],
	])("refuse the path %s and say why", async (path, reason) => {
		const app = await start([FOLDER]);
		const tab = openSettingsTab(app, "detection-vault");
		settingRow(tab, "Sources").click();
		const item = settingRow(tab, "Path in this vault");
		await typeInto(app, item, path);
		expect(item.textContent).toContain(reason);
		expect(await storedSources(app)).toMatchObject([{ vaultPath: "Sources" }]);
	});

	it("take another path, and forget what became of the former", async () => {
		const imported = { ...FOLDER, importedAt: "2026-11-02T09:00:00Z" };
		const app = await start([{ ...imported, result: { skipped: 1, problems: 0 } }]);
		const tab = openSettingsTab(app, "detection-vault");
		settingRow(tab, "Sources").click();
		expect(tab.textContent).toContain("Imported on Nov 2, 2026: 1 file skipped, 0 problems");
		await typeInto(app, settingRow(tab, "Path in this vault"), "Sources/rule.yml");
		const [source] = await storedSources(app);
		expect(source).toMatchObject({ vaultPath: "Sources/rule.yml", importedAt: null });
		expect(source?.result).toBeUndefined();
	});

	it("refuse an address that leads nowhere, and switch another one off", async () => {
		const app = await start([{ ...SIGMA, online: true }]);
		const tab = openSettingsTab(app, "detection-vault");
		settingRow(tab, "SigmaHQ/sigma").click();
		const item = settingRow(tab, "Address");
		await typeInto(app, item, "http://github.com/SigmaHQ/sigma");
		expect(item.textContent).toContain("The address has to begin with https://.");
		await typeInto(app, item, "https://example.org/rules");
		expect(item.textContent).toContain("a file that ends in .yml, .yaml");
		await typeInto(app, item, "https://github.com/me/rules/tree/main");
		expect(await storedSources(app)).toMatchObject([
			{ name: "me/rules (main)", address: "https://github.com/me/rules/tree/main", online: false },
		]);
	});

	it("can be put in order without a mouse", async () => {
		const app = await start([SIGMA, FOLDER]);
		const tab = openSettingsTab(app, "detection-vault");
		settingRow(tab, "Sources").click();
		expect(settingRow(tab, "Order").textContent).toContain("2 of 2");
		settingRow(tab, "Order").querySelector<HTMLElement>(".extra-setting-button")?.click();
		await settle(app);
		expect((await storedSources(app)).map(({ name }) => name)).toEqual([
			"Sources",
			"SigmaHQ/sigma",
		]);
	});

	it("say why the last download failed", async () => {
		const failure = "github.com cannot be reached.";
		const app = await start([{ ...SIGMA, result: { skipped: 0, problems: 0, failure } }]);
		const tab = openSettingsTab(app, "detection-vault");
		expect(settingRow(tab, "SigmaHQ/sigma").textContent).toContain("Last download failed");
		settingRow(tab, "SigmaHQ/sigma").click();
		expect(settingRow(tab, "Last import").textContent).toContain(failure);
	});
});
