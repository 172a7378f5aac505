import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { readSample, zipSamples } from "./samples";
import { smallVault, writeVault } from "./vaults";

describeBrowser("sources that are remembered", () => {
	let bench: Workbench;

	/** Lets the page's requests reach two files, or nothing at all. */
	const playNetwork = async (isThere: boolean): Promise<void> => {
		const rules = isThere ? [...(await zipSamples("rules"))] : [];
		const bundle = isThere ? [...(await readSample("attack/enterprise-attack-sample.json"))] : [];
		await bench.page.evaluate(
			(files) => {
				const page = globalThis as { fakeNetwork?: unknown; asked?: string[] };
				page.asked = [];
				page.fakeNetwork = ({ url, method = "GET" }: { url: string; method?: string }) => {
					page.asked?.push(`${method} ${url}`);
					const bytes = url.endsWith(".zip") ? files.rules : files.bundle;
					if (bytes.length === 0) return undefined;
					return {
						status: 200,
						headers: { etag: `"${String(bytes.length)}"` },
						bytes: new Uint8Array(bytes),
					};
				};
			},
			{ rules, bundle },
		);
	};
	const asked = (): Promise<string[]> =>
		bench.page.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []);
	const setting = (name: string) =>
		bench.page.locator(".setting-item", {
			has: bench.page.locator(`.setting-item-name:text-is("${name}")`),
		});
	const addSource = async (words: string): Promise<void> => {
		await bench.page.getByRole("button", { name: "Add source" }).click();
		await bench.page.locator(".prompt-input").fill(words);
		await bench.page.locator(".suggestion-item").first().waitFor();
		await bench.page.locator(".prompt-input").press("Enter");
	};

	beforeAll(async () => {
		bench = await start(await writeVault(smallVault()));
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("are added in the settings by keyboard, and switched on one by one", async () => {
		await playNetwork(true);
		await bench.openSettings();
		await addSource("Download Sigma");
		await setting("SigmaHQ/sigma").waitFor();
		await addSource("Download enterprise");
		await setting("mitre-attack/attack-stix-data (enterprise)").waitFor();
		await setting("Remembered sources")
			.or(setting("SigmaHQ/sigma"))
			.first()
			.scrollIntoViewIfNeeded();
		await bench.screenshots("sources-list");
		await setting("SigmaHQ/sigma").click();
		await setting("Download over the network").locator(".checkbox-container").click();
		await bench.screenshots("sources-page");
		expect(await asked()).toEqual([]);
		await bench.page.locator(".mod-settings .modal-close-button").click();
	});

	it("are offered in the import window, with a way to allow a download that is off", async () => {
		await bench.runCommand("import-sources");
		await bench.page.getByRole("button", { name: "Download SigmaHQ/sigma" }).waitFor();
		await bench.page
			.getByRole("button", { name: /^Allow the download of mitre-attack\/attack-stix-data/ })
			.click();
		await bench.page.getByText(/^To be downloaded from: raw\.githubusercontent\.com/).waitFor();
		await bench.screenshots("import-allowed");
		await bench.page.locator(".modal-close-button").click();
	});

	it("make one plan, in which notes of the vault are adopted", async () => {
		await bench.runCommand("update-sources");
		const adopted = bench.page.locator(".detection-vault-tab", { hasText: "Adopted" });
		await adopted.waitFor();
		await adopted.click();
		await bench.page.locator(".detection-vault-plan-note").first().click();
		await bench.page.locator(".detection-vault-diff-line.is-added").first().waitFor();
		await bench.screenshots("import-adopted");
		expect(await asked()).toHaveLength(4);
	});

	it("lets notes be found and left out by keyboard", async () => {
		const { page } = bench;
		await page.locator(".detection-vault-tab", { hasText: "New" }).press("Enter");
		await page.getByRole("searchbox", { name: "Filter by name" }).fill("ssh");
		await page.getByRole("combobox", { name: "Kind of note" }).selectOption("rule");
		const box = page.locator(".detection-vault-plan input[type=checkbox]").first();
		await box.focus();
		await page.keyboard.press("Space");
		await page.getByText(/^1 note is left out\./).waitFor();
		await page.keyboard.press("Tab");
		await page.keyboard.press("Enter");
		await page.locator(".detection-vault-diff-line").first().waitFor();
		await bench.screenshots("import-left-out");
	});

	it("are written while the window is closed, and the status bar leads back by keyboard", async () => {
		const { page } = bench;
		await page.getByRole("button", { name: /^Write \d+ notes$/ }).click();
		await page.locator(".modal-close-button").click();
		const item = page.locator(".status-bar").getByText("Import: finished");
		await item.waitFor();
		await page.getByRole("button", { name: "Show what was done" }).waitFor();
		await bench.screenshot("import-notice-light");
		await item.focus();
		await page.keyboard.press("Enter");
		await page.getByText("Import finished", { exact: true }).waitFor();
		await page.getByRole("button", { name: "Close", exact: true }).click();
	});

	it("are not fetched again while they stay as they are; what was left out is planned again", async () => {
		const before = (await asked()).length;
		await bench.runCommand("update-sources");
		await bench.page.getByRole("button", { name: "Write 1 note" }).waitFor();
		expect((await asked()).slice(before).every((line) => line.startsWith("HEAD "))).toBe(true);
		await bench.page.getByRole("button", { name: "Back" }).click();
		await bench.page.locator(".modal-close-button").click();
	});

	it("say what to do where they cannot be reached", async () => {
		await playNetwork(false);
		await bench.runCommand("update-sources");
		await bench.page.getByRole("alert").waitFor();
		await bench.screenshots("import-offline");
		await bench.page.getByRole("button", { name: "Close", exact: true }).click();
	});

	it("show what an undo would change, note by note", async () => {
		const { page } = bench;
		await bench.runCommand("undo-import");
		await page.getByText(/to get the former text back$/).click();
		await page.locator("details[open] button.detection-vault-plan-note").first().click();
		await page.locator(".detection-vault-diff-line.is-removed").first().waitFor();
		await bench.screenshots("undo-diff");
		await page.getByRole("button", { name: "Cancel" }).click();
	});
});
