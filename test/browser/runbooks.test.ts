import { afterAll, beforeAll, expect, it } from "vitest";
import { NOTES, RUNBOOK } from "../obsidian/runbooks/runbook-notes";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeVault } from "./vaults";

describeBrowser("a runbook", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(NOTES));
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("shows its tests, the rules that should fire and why", async () => {
		await bench.openNote(RUNBOOK);
		const panel = bench.page.locator(".detection-vault-panel").first();
		await panel.getByText("Forward a port").waitFor();
		await bench.screenshots("runbook-panel");
		await panel.locator(".detection-vault-count-button").first().press("Enter");
		await panel.locator(".detection-vault-rule-list a").first().waitFor();
		await bench.screenshots("runbook-panel-why");
	});

	it("has a button below each command, and hides secrets", async () => {
		await bench.openNote(RUNBOOK);
		const { page } = bench;
		const button = page.getByRole("button", { name: "Copy the command" }).first();
		await page.locator(".detection-vault-masked").first().scrollIntoViewIfNeeded();
		await bench.screenshots("runbook-commands");
		await button.focus();
		await button.press("Enter");
		const field = page.getByLabel("user_name");
		await field.waitFor();
		await bench.screenshots("runbook-fill");
		await field.press("Escape");
		await expect.poll(() => page.locator(".modal").count()).toBe(0);
	});

	it("asks for a test of one's own", async () => {
		await bench.openNote(RUNBOOK);
		await bench.page.getByRole("button", { name: "Add test" }).click();
		await bench.page.locator(".modal textarea").waitFor();
		await bench.screenshots("runbook-add-test");
		await bench.page.getByLabel("Name").fill("Jump host");
		await bench.page.locator(".modal textarea").fill("ssh -J #{jump_host}");
		await bench.page.locator(".modal button.mod-cta").click();
		await bench.page.locator(".detection-vault-panel").getByText("Jump host").waitFor();
		await bench.screenshots("runbook-own-test");
	});
});
