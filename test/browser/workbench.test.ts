import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
	copyVault,
	describeBrowser,
	removeVault,
	start,
	type Workbench,
} from "../support/workbench";

const fixture = resolve(import.meta.dirname, "../fixtures/workbench-vault");

describeBrowser("the workbench", () => {
	let workbench: Workbench;

	beforeAll(async () => {
		workbench = await start(await copyVault(fixture));
	});

	afterAll(async () => {
		await workbench.close();
		await removeVault(workbench.vaultFolder);
	});

	it("draws a note of the folder, without what it could run", async () => {
		await workbench.openNote("Start.md");
		const { page } = workbench;
		expect(await page.textContent(".markdown-rendered h2")).toBe("Table");
		expect(await page.textContent(".callout-title")).toBe("Careful");
		expect(await page.locator("a.is-unresolved").allTextContents()).toEqual(["Missing"]);
		expect(await page.title()).toBe("Workbench");
		const paths = await workbench.screenshots("workbench");
		expect(paths.every((path) => existsSync(path))).toBe(true);
	});

	it("opens links that are clicked", async () => {
		await workbench.openNote("Start.md");
		await workbench.page.click("a.internal-link");
		await workbench.page.waitForSelector("text=Text of the other note.");
	});

	it("writes edits, renames and deletions to the folder", async () => {
		await workbench.write("New.md", "new");
		expect(await workbench.readDisk("New.md")).toBe("new");
		await workbench.rename("New.md", "Newer.md");
		expect(await workbench.readDisk("Newer.md")).toBe("new");
		await workbench.remove("Newer.md");
		expect(existsSync(join(workbench.vaultFolder, "Newer.md"))).toBe(false);
	});

	it("starts again over what was written", async () => {
		await workbench.write("Kept.md", "kept");
		await workbench.restart();
		await workbench.openNote("Kept.md");
		await workbench.page.waitForSelector("text=kept");
	});

	it("loads the built plugin without an error", async () => {
		const isEnabled = await workbench.page.evaluate(() => {
			const { app } = window as unknown as {
				app: { plugins: { enabledPlugins: Set<string> } };
			};
			return app.plugins.enabledPlugins.has("detection-vault");
		});
		expect(isEnabled).toBe(true);
		expect(await workbench.errors()).toEqual([]);
	});

	it("tells what holds the main thread", async () => {
		await workbench.takeLongTasks();
		await workbench.page.evaluate(() => {
			setTimeout(() => {
				const end = performance.now() + 120;
				while (performance.now() < end);
			});
		});
		await expect.poll(async () => (await workbench.takeLongTasks()).length).toBeGreaterThan(0);
	});

	it("is a phone where it is asked to be", async () => {
		const phone = await start(workbench.vaultFolder, { width: 400, isMobile: true });
		await phone.openNote("Start.md");
		expect(await phone.page.getAttribute("body", "class")).toContain("is-phone");
		await phone.screenshot("workbench-phone");
		await phone.close();
	});
});
