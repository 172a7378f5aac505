import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { writeSshRule } from "../support/ssh-rule";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { smallVault, writeVault } from "./vaults";

const RULES = 4000;

/** A repository of rules, large enough that its import can be watched. */
function zipRules(): Buffer {
	const files: Record<string, Uint8Array> = {};
	for (let number = 0; number < RULES; number++) {
		const id = String(number).padStart(12, "0");
		files[`sigma/rules/rule_${id}.yml`] = strToU8(writeSshRule(`Rule ${id}`, number));
	}
	return Buffer.from(zipSync(files, { level: 1 }));
}

describeBrowser("a long import", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(smallVault()));
		await bench.runCommand("import-sources");
		await bench.page
			.locator("section[aria-label='Detection rules'] input[type=file]")
			.first()
			.setInputFiles({ name: "sigma.zip", mimeType: "application/zip", buffer: zipRules() });
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const review = () => bench.page.getByRole("button", { name: "Review changes" }).click();
	const cancel = () => bench.page.getByRole("button", { name: "Stop import" }).click();
	const statusBar = () => bench.page.locator(".status-bar");

	it("shows how far it is and the file in hand, and stops when asked, with nothing written", async () => {
		await review();
		await bench.page.getByText(/^sigma\.zip\/sigma\/rules\/rule_/).waitFor();
		await bench.screenshot("import-progress-light");
		await cancel();
		await bench.page.getByRole("button", { name: "Review changes" }).waitFor();
		await bench.page.locator(".detection-vault-chosen").getByText("sigma.zip").waitFor();
	});

	it("waits while it is paused, says so, and goes on when it is resumed", async () => {
		await review();
		await bench.page.getByText(/^sigma\.zip\/sigma\/rules\/rule_/).waitFor();
		await bench.page.getByRole("button", { name: "Pause import" }).click();
		await bench.page.getByText("The import is paused.", { exact: true }).waitFor();
		await bench.page.waitForTimeout(300);
		const detail = bench.page.locator(".detection-vault-progress-detail");
		const before = await detail.textContent();
		await bench.screenshot("import-paused-light");
		await bench.page.locator(".modal-close-button").click();
		await statusBar()
			.getByText(/^Import: paused/)
			.waitFor();
		await statusBar()
			.getByText(/^Import: paused/)
			.click();
		expect(await detail.textContent()).toBe(before);
		await bench.page.getByRole("button", { name: "Resume import" }).click();
		await bench.page.getByRole("button", { name: "Write 4,000 notes" }).waitFor();
		await bench.page.getByRole("button", { name: "Back" }).click();
	});

	it("goes on when its window is closed, and the status bar leads back to it", async () => {
		await review();
		await bench.page.locator(".detection-vault-progress").waitFor();
		await bench.page.locator(".modal-close-button").click();
		await bench.page.getByText("The import goes on.").waitFor();
		await statusBar().getByText("Import: ready to review").click();
		await bench.page.getByRole("button", { name: "Write 4,000 notes" }).waitFor();
	});

	it("ends after the note in hand when it is stopped while it writes, and leaves a valid vault", async () => {
		await bench.page.getByRole("button", { name: "Write 4,000 notes" }).click();
		await bench.page
			.locator(".detection-vault-progress-line", { hasText: "Writing notes" })
			.waitFor();
		await bench.setTheme("dark");
		await bench.screenshot("import-writing-dark");
		await cancel();
		await bench.page.getByText("Import stopped").waitFor();
		const created = Number(await bench.page.locator("dl dd").first().textContent());
		expect(created).toBeLessThan(RULES);
		await bench.openNote("Own block.md");
		await bench.page.locator(".modal-close-button").click();
		await bench.page.getByText(`${String(created + 3)} rows`, { exact: true }).waitFor();
	});
});
