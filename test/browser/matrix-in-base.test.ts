import type { App, BasesView, BasesViewRegistration, QueryController } from "obsidian";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkAccessibility, FEW_LOOKS } from "../support/check-accessibility";
import type { Host } from "../support/obsidian/host";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault } from "./vaults";

const BASE = "#base";

/** Shows the notes of a folder as a base does that has the plugin's view. */
function showBase(bench: Workbench, folder: string): Promise<void> {
	return bench.page.evaluate(
		([selector, place]) => {
			const { app } = window as unknown as { app: App };
			const values = Object.getOwnPropertySymbols(app).map(
				(key) => Reflect.get(app, key) as object,
			);
			const host = values.find((value) => "codeBlocks" in value) as Host;
			const { basesViewRegistrations__: views } = host.plugins.get(
				"detection-vault",
			) as unknown as {
				basesViewRegistrations__: Map<string, BasesViewRegistration>;
			};
			document.querySelector(selector)?.remove();
			const element = document.body.createDiv({ attr: { id: selector.slice(1) } });
			element.setCssStyles({ position: "fixed", inset: "40px 0 30px 44px", overflow: "auto" });
			element.setCssStyles({ background: "var(--background-primary)" });
			const create = views.get("detection-vault-matrix")?.factory as (
				controller: QueryController | null,
				container: HTMLElement,
			) => BasesView;
			const view = create(null, element);
			view.load();
			const files = app.vault.getMarkdownFiles().filter(({ path }) => path.startsWith(place));
			const entries = files.map((file) => ({ file, getValue: () => null }));
			const config = { get: () => undefined, getAsPropertyId: () => null };
			Object.assign(view, { data: { data: entries }, config });
			view.onDataUpdated();
		},
		[BASE, folder] as const,
	);
}

describeBrowser("the matrix in a base", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeSampleVault({}));
		await bench.page.waitForFunction(() => !document.body.textContent.includes("Indexing"));
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const name = (technique: string): Promise<string | null> =>
		bench.page
			.locator(`${BASE} [data-technique="${technique}"]`)
			.first()
			.getAttribute("aria-label");

	it("counts its entries, those of sub-techniques too", async () => {
		await showBase(bench, "Detection Rules/");
		await expect
			.poll(() => name("T1021"))
			.toMatch(/, Lateral Movement, \d+ entries, step \d of 5$/);
		await bench.screenshots("matrix-in-base");
		expect(await checkAccessibility(bench, BASE, FEW_LOOKS)).toEqual([]);
	});

	it("is walked through and unfolded with the keyboard", async () => {
		await bench.page.locator(`${BASE} [data-technique="T1021"]`).first().focus();
		await bench.page.keyboard.press("Space");
		await bench.page.locator(`${BASE} [data-technique="T1021.004"]`).first().waitFor();
		await bench.page.keyboard.press("ArrowDown");
		await expect
			.poll(() => bench.page.locator(":focus").getAttribute("data-technique"))
			.toBe("T1021.001");
	});

	it("says so where no entry names a technique", async () => {
		await showBase(bench, "Nowhere/");
		await bench.page.getByText("No entry of this base names a technique of this domain.").waitFor();
		await bench.screenshots("matrix-in-base-none");
	});
});
