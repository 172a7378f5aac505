import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMemoryNotes } from "../../src/core/ports/memory-notes";
import { checkAccessibility } from "../support/check-accessibility";
import { importInto, readSamples } from "../support/import-into";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeVault } from "./vaults";

const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";
const RULE_FILE = "sigma/windows/schtasks_system.yml";

/** A vault in which a person and upstream changed the same places of a rule. */
async function writeConflictVault(): Promise<string> {
	const vault = createMemoryNotes();
	const samples = readSamples();
	await importInto(vault, samples);
	const text = vault.notes.get(RULE) ?? "";
	vault.notes.set(
		RULE,
		text
			.replace("'/create'", "'/create' # tuned for our hosts")
			.replace("level: medium", "level: high"),
	);
	const changed = String(samples.rules[RULE_FILE])
		.replace("'/create'", "'/change'")
		.replace("level: medium", "level: low");
	await importInto(vault, { rules: { ...samples.rules, [RULE_FILE]: changed } });
	return writeVault({ ...Object.fromEntries(vault.notes), ...Object.fromEntries(vault.data) });
}

describeBrowser("import conflicts", () => {
	let bench: Workbench;
	let page: Page;

	beforeAll(async () => {
		bench = await start(await writeConflictVault());
		({ page } = bench);
		await bench.runCommand("detection-vault:show-conflicts");
		await page.locator(".detection-vault-conflict").first().waitFor();
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("are listed with what differs, and whether it is the rule's logic", async () => {
		const cards = page.locator(".detection-vault-conflict");
		expect(await cards.count()).toBe(2);
		expect(await cards.nth(0).textContent()).toContain("Property level");
		expect(await cards.nth(1).locator(".detection-vault-change").textContent()).toBe("Logic");
		expect(await cards.nth(1).textContent()).toContain("/change");
		await bench.screenshots("conflicts");
		expect(await checkAccessibility(bench)).toEqual([]);
	});

	it("are resolved by a click, by keyboard too, and taken back", async () => {
		await page.getByRole("button", { name: /^Take upstream's: Rule/ }).click();
		await page.getByText("Resolved “Rule”").waitFor();
		expect(await page.locator(".detection-vault-conflict").count()).toBe(1);
		await page.getByRole("button", { name: /^Keep mine: Property level/ }).focus();
		await page.keyboard.press("Enter");
		await page.getByText(/^No conflicts/).waitFor();
		await page.getByRole("button", { name: "Undo" }).click();
		await page.locator(".detection-vault-conflict").waitFor();
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByRole("button", { name: /^Take upstream's: Rule/ }).waitFor();
		expect(await page.locator(".detection-vault-conflict").count()).toBe(2);
	});

	it("are resolved all at once, upstream's after a second question, and taken back together", async () => {
		const note = await bench.readDisk(RULE);
		await page.getByRole("button", { name: "Take upstream's everywhere" }).click();
		await bench.screenshots("conflicts-all");
		expect(await checkAccessibility(bench)).toEqual([]);
		await page.getByRole("button", { name: "Replace my text in 1 note" }).click();
		await page.getByText("Resolved 2 conflicts in 1 note.").waitFor();
		await page.getByText(/^No conflicts/).waitFor();
		expect(await bench.readDisk(RULE)).toContain("/change");
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByRole("button", { name: "Keep mine everywhere" }).click();
		await page.getByText(/^No conflicts/).waitFor();
		expect(await bench.readDisk(RULE)).toContain("tuned for our hosts");
		await page.getByRole("button", { name: "Undo" }).click();
		await page.getByRole("button", { name: "Keep mine everywhere" }).waitFor();
		expect(await bench.readDisk(RULE)).toBe(note);
	});

	it("leave a rule that a person tuned in the list of tuned rules", async () => {
		await page.getByRole("button", { name: "Tuned rules" }).click();
		const row = page.getByRole("button", { name: /Scheduled Task/ });
		await row.click();
		await page.getByText("tuned for our hosts").first().waitFor();
		await bench.screenshot("conflicts-tuned");
		expect(await checkAccessibility(bench)).toEqual([]);
	});
});
