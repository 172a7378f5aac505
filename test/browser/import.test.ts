import type { App } from "obsidian";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { readSample, zipSamples } from "./samples";
import { smallVault, writeVault } from "./vaults";

const card = (name: string): string => `section[aria-label='${name}']`;

describeBrowser("an import", () => {
	let bench: Workbench;

	const pick = async (kind: string, name: string, buffer: Buffer): Promise<void> => {
		const input = bench.page.locator(`${card(kind)} input[type=file]`).first();
		await input.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
		await bench.page.locator(card(kind)).getByText(name, { exact: true }).waitFor();
	};
	const figure = async (label: string): Promise<number> => {
		const text = await bench.page.locator(`dl div:has(dt:text-is("${label}")) dd`).textContent();
		return Number(text?.replaceAll(",", ""));
	};
	const chooseSamples = async (): Promise<void> => {
		const bundle = "enterprise-attack-sample.json";
		await pick("ATT&CK", bundle, await readSample(`attack/${bundle}`));
		await pick("Detection rules", "rules.zip", await zipSamples("rules"));
		await pick("Atomic Red Team", "atomics.zip", await zipSamples("atomics"));
	};
	const review = async (): Promise<void> => {
		await bench.page.getByRole("button", { name: "Review changes" }).click();
		await bench.page.locator(".detection-vault-tabs").waitFor();
	};

	beforeAll(async () => {
		bench = await start(await writeVault(smallVault()));
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("takes files and zips, and shows what would change before it writes", async () => {
		expect(await bench.runCommand("import-sources")).toBe(true);
		await bench.page.locator(".detection-vault-import").waitFor();
		await bench.screenshots("import-choose");
		await chooseSamples();
		await bench.screenshots("import-chosen");
		await review();
		await bench.page.locator(".detection-vault-tab", { hasText: "New" }).click();
		await bench.page.locator(".detection-vault-plan-note").first().click();
		await bench.page.locator(".detection-vault-diff-line.is-added").first().waitFor();
		await bench.screenshots("import-review");
		const written = await readdir(join(bench.vaultFolder, "Detection Rules"));
		expect(written).toEqual(["Sigma"]);
	});

	it("writes the notes, counts them and leaves a report, for the keyboard alone too", async () => {
		await bench.page.getByRole("button", { name: /^Write \d+ notes$/ }).focus();
		await bench.page.keyboard.press("Enter");
		await bench.page.getByText("Import finished").waitFor();
		const isInWindow = () => document.activeElement?.closest(".modal") !== null;
		expect(await bench.page.evaluate(isInWindow)).toBe(true);
		expect(await figure("Created")).toBeGreaterThan(40);
		await bench.screenshots("import-done");
		await bench.page.getByRole("button", { name: "Open report" }).click();
		await bench.page.getByText("Rules: sigma").waitFor();
		await bench.screenshots("import-report");
		const vendors = await readdir(join(bench.vaultFolder, "Detection Rules"));
		expect(vendors).toHaveLength(5);
	});

	it("shows the imported rules in the tables of their technique", async () => {
		const notes = await readdir(join(bench.vaultFolder, "Techniques"));
		const note = notes.find((name) => name.startsWith("T1021.004"));
		await bench.openNote(`Techniques/${note ?? ""}`);
		await bench.page.locator("table.detection-vault-table tbody tr").first().waitFor();
		expect(
			await bench.page.locator("table.detection-vault-table").first().locator("tbody tr").count(),
		).toBeGreaterThan(3);
		await bench.page.locator("table.detection-vault-table").first().scrollIntoViewIfNeeded();
		await bench.screenshots("imported-technique");
	});

	it("has nothing to write the second time", async () => {
		await bench.runCommand("import-sources");
		await chooseSamples();
		await review();
		await bench.page.getByText("Everything is up to date").waitFor();
		await bench.screenshots("import-up-to-date");
		await bench.page.getByRole("button", { name: "Close" }).click();
	});

	it("can be undone: a window lists what would happen, and an edited note stays", async () => {
		const folder = join(bench.vaultFolder, "Detection Rules", "Elastic");
		const [edited = ""] = await readdir(folder);
		await bench.page.evaluate(async (path) => {
			const { app } = globalThis as unknown as { app: App };
			const file = app.vault.getFileByPath(path);
			if (file !== null) await app.vault.append(file, "\nMine.\n");
		}, `Detection Rules/Elastic/${edited}`);
		await bench.runCommand("undo-import");
		await bench.page.getByText(/^1 note to leave alone/).waitFor();
		await bench.page.getByText(/made by the import$/).click();
		await bench.screenshots("import-undo");
		expect((await readdir(folder)).length).toBeGreaterThan(1);
		await bench.page.getByRole("button", { name: "Undo import" }).click();
		await bench.page.getByText("Import undone", { exact: true }).waitFor();
		await bench.screenshots("import-undone");
		expect(await readdir(folder)).toEqual([edited]);
		await bench.page.getByRole("button", { name: "Close" }).click();
		await bench.runCommand("undo-import");
		await bench.page.getByText(/^There is nothing to undo/).waitFor();
		await bench.page.getByRole("button", { name: "Close" }).click();
	});

	it("remembers what was imported, in the window and in the settings", async () => {
		await bench.runCommand("import-sources");
		await bench.page.getByText(/^Last time: rules\.zip \(newest file of .+\)/).waitFor();
		const bundle = /^Last time: enterprise-attack-sample\.json \(version [\d.]+\)/;
		await bench.page.getByText(bundle).waitFor();
		await bench.screenshot("import-remembered-light");
		await bench.page.locator(".modal-close-button").click();
		await bench.openSettings();
		await bench.page.getByText("rules.zip").waitFor();
		await bench.screenshot("settings-light");
		await bench.setTheme("dark");
		await bench.screenshot("settings-dark");
	});
});
