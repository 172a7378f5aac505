import { mkdir, readdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { readSample, zipSamples } from "./samples";
import { readTemplate, writeSampleVault, writeVault } from "./vaults";

/** `npm run images` names the folder of the README's images; a test run leaves those alone. */
const folder = resolve(process.env["IMAGES"] ?? "test-artifacts/images");
const SIZE = { width: 1200, height: 750 };

describeBrowser("the README's images", () => {
	let bench: Workbench;

	const take = async (name: string): Promise<void> => {
		await mkdir(folder, { recursive: true });
		const path = join(folder, `${name}.png`);
		await bench.page.screenshot({ path, animations: "disabled", caret: "hide" });
	};
	const open = async (path: string): Promise<void> => {
		bench = await start(path);
		await bench.page.setViewportSize(SIZE);
		await bench.page.waitForFunction(() => !document.body.textContent.includes("Indexing"));
	};
	const close = async (): Promise<void> => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	};
	const noteIn = async (place: string, part: string): Promise<string> => {
		const names = await readdir(join(bench.vaultFolder, place));
		return `${place}/${names.sort().find((name) => name.includes(part)) ?? part}`;
	};

	describeBrowser("of an empty vault", () => {
		beforeAll(async () => open(await writeVault(await readTemplate())));
		afterAll(close);

		it("show the note to begin with", async () => {
			await bench.openNote("Detection Vault/Start here.md");
			await bench.page.getByRole("button", { name: "Import sources" }).first().waitFor();
			await take("start");
		});

		it("show the plan of an import", async () => {
			const { page } = bench;
			const pick = async (kind: string, name: string, buffer: Buffer): Promise<void> => {
				const card = page.locator(`section[aria-label='${kind}']`);
				const mimeType = "application/octet-stream";
				await card.locator("input[type=file]").first().setInputFiles({ name, mimeType, buffer });
				await card.getByText(name, { exact: true }).waitFor();
			};
			await bench.runCommand("import-sources");
			const bundle = "enterprise-attack-sample.json";
			await pick("ATT&CK", bundle, await readSample(`attack/${bundle}`));
			await pick("Detection rules", "rules.zip", await zipSamples("rules"));
			await pick("Atomic Red Team", "atomics.zip", await zipSamples("atomics"));
			await page.getByRole("button", { name: "Review changes" }).click();
			await page.locator(".detection-vault-plan-note").nth(2).click();
			await page.locator(".detection-vault-diff-line.is-added").first().waitFor();
			await take("import");
		});
	});

	describeBrowser("of the samples", () => {
		beforeAll(async () => open(await writeSampleVault(await readTemplate())));
		afterAll(close);

		it("show a dashboard", async () => {
			await bench.openNote("Detection Vault/Dashboards/Coverage.md");
			await bench.page.locator("table.detection-vault-table tbody tr:visible").first().waitFor();
			await take("coverage");
		});

		it("show a runbook", async () => {
			await bench.openNote(await noteIn("Testing Runbooks", "T1021.004"));
			await bench.page
				.locator(".view-content .detection-vault-count-button:visible")
				.first()
				.waitFor();
			await take("runbook");
		});

		it("show a technique's panels beside its note", async () => {
			await bench.runCommand("open-technique-pane");
			await bench.openNote(await noteIn("Techniques", "T1021.004"));
			const { page } = bench;
			const table = page.locator("table.detection-vault-table:visible").first();
			await table.locator("tbody tr").first().waitFor();
			await page.getByRole("tab", { name: "Fields", exact: true }).click();
			await page.locator(".detection-vault-pane table tbody tr").first().waitFor();
			await page.locator("h3", { hasText: "Detection Rule" }).evaluate((element) => {
				element.scrollIntoView({ block: "start" });
			});
			await take("panels");
		});
	});

	describeBrowser("of the matrix", () => {
		beforeAll(async () => open(await writeSampleVault({})));
		afterAll(close);

		it("show the technique matrix", async () => {
			await bench.runCommand("open-matrix");
			await bench.page.locator("[data-technique]").first().waitFor();
			await bench.page.getByRole("button", { name: "Show all sub-techniques" }).click();
			await bench.page.mouse.move(0, 0);
			await bench.page.setViewportSize({ ...SIZE, height: 520 });
			await take("matrix");
		});
	});
});
