import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { zipSamples } from "./samples";
import { smallVault, writeVault } from "./vaults";

describeBrowser("an import on a phone", () => {
	let bench: Workbench;

	beforeAll(async () => {
		const vault = await writeVault(smallVault());
		await mkdir(join(vault, "Sources"));
		await writeFile(join(vault, "Sources/rules.zip"), await zipSamples("rules"));
		bench = await start(vault, { isMobile: true, width: 400 });
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("takes a zip that already lies in the vault", async () => {
		const { page } = bench;
		await bench.runCommand("import-sources");
		await page.getByRole("button", { name: "From this vault: Detection rules" }).click();
		await page.locator(".prompt-input").fill("Sources/rules");
		await page.locator(".suggestion-item").first().click();
		await page.locator(".detection-vault-chosen").getByText("Sources/rules.zip").waitFor();
		await bench.screenshot("import-phone-chosen");
		await page.getByRole("button", { name: "Review changes" }).click();
		await page.getByRole("button", { name: /^Write \d+ notes$/ }).click();
		await page.getByText("Import finished").waitFor();
		await bench.screenshot("import-phone-done");
	});

	it("offers no folder dialogue, which phones do not have, and buttons that a finger can hit", async () => {
		const { page } = bench;
		await page.getByRole("button", { name: "Close", exact: true }).click();
		await bench.runCommand("import-sources");
		expect(await page.getByRole("button", { name: /^Choose folder/ }).count()).toBe(0);
		const heights = await page
			.locator(".detection-vault-import button:visible")
			.evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().height));
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
	});

	it("offers the zip again the next time", async () => {
		await bench.page.getByRole("button", { name: "Use Sources/rules.zip again" }).click();
		await bench.page.locator(".detection-vault-chosen").getByText("Sources/rules.zip").waitFor();
	});
});
