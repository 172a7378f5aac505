import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault } from "./vaults";

describeBrowser("a view in a window of its own", () => {
	let bench: Workbench;
	let technique = "";

	beforeAll(async () => {
		bench = await start(await writeSampleVault({}));
		const names = await readdir(join(bench.vaultFolder, "Techniques"));
		technique = `Techniques/${names.find((name) => name.includes("T1021.004")) ?? ""}`;
		await bench.runCommand("open-technique-pane");
		await bench.openView("detection-vault-matrix-view");
		await bench.page.locator(".detection-vault-matrix-legend li").first().waitFor();
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	/** Moves the view around an element into a new window, whose elements are extended as in the main one: so Obsidian does. */
	const popOut = async (selector: string): Promise<Page> => {
		const opened = bench.page.waitForEvent("popup");
		await bench.page.evaluate((inside) => {
			const view = window.open("about:blank", "_blank", "width=900,height=700");
			const leaf = document.querySelector(inside)?.closest(".workspace-leaf");
			if (view === null || leaf === null || leaf === undefined) return;
			for (const name of ["Node", "Element", "HTMLElement"] as const) {
				const { prototype } = (view as unknown as typeof globalThis)[name];
				for (const [key, member] of Object.entries(
					Object.getOwnPropertyDescriptors(window[name].prototype),
				))
					if (!(key in prototype)) Object.defineProperty(prototype, key, member);
			}
			const base = view.document.createElement("base");
			base.href = location.href;
			const styles = document.querySelectorAll("link[rel=stylesheet], style");
			view.document.head.append(base, ...[...styles].map((each) => each.cloneNode(true)));
			view.document.body.className = document.body.className;
			view.document.body.append(leaf);
		}, selector);
		return opened;
	};

	it("is the matrix, which is searched, filtered and walked through there", async () => {
		const page = await popOut(".detection-vault-matrix");
		await page.getByLabel("Find a technique").fill("ssh");
		await page.getByText(/^\d+ found$/).waitFor();
		await page.getByLabel("Find a technique").fill("");
		await page.getByRole("button", { name: "Filters" }).click();
		const list = page.locator(".detection-vault-matrix-choices");
		const button = page.getByRole("button", { name: /^Platforms/ });
		await button.click();
		await page.keyboard.press("Escape");
		await expect.poll(() => list.count()).toBe(0);
		await button.click();
		await page.locator(".detection-vault-matrix-legend").click();
		await expect.poll(() => list.count()).toBe(0);
		await page.locator("[data-technique]").first().focus();
		await page.keyboard.type("1021");
		const focused = (): Promise<string | null | undefined> =>
			page.evaluate(() => document.activeElement?.getAttribute("data-technique"));
		await expect.poll(focused).toBe("T1021");
		await page.close();
	});

	it("is the pane, which follows the note in the main window", async () => {
		const page = await popOut(".detection-vault-pane");
		await bench.openNote(technique);
		await page.getByRole("tab", { name: "Indicators" }).click();
		await page.locator(".detection-vault-count-button").first().click();
		await page.getByRole("button", { name: "Close the list" }).first().waitFor();
		await page.getByRole("tab", { name: "Indicators" }).press("ArrowRight");
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.textContent))
			.toBe("Exclusions");
		await page.close();
	});
});
