import type { App, MarkdownView } from "obsidian";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { largeVault, ruleNote, writeVault } from "./vaults";

const RULE_COUNT = 10_000;
const WORDS = "words of a long sentence that fills several lines of its cell ".repeat(4);

describeBrowser("the grid of a table of 10,000 rows", () => {
	let bench: Workbench;
	let page: Page;

	beforeAll(async () => {
		const notes: Record<string, string> = { ...largeVault(RULE_COUNT) };
		for (const [index, path] of Object.keys(notes).entries()) {
			// Rows of unlike height.
			if (index % 7 === 3)
				notes[path] = (notes[path] ?? "").replace("status: test", `status: ${WORDS}`);
		}
		bench = await start(await writeVault(notes));
		({ page } = bench);
		await bench.openNote("All rules.md");
		await page.locator("tr[data-index='0']").waitFor();
	}, 240_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const scroller = ".detection-vault-scroller";
	/** Row and column of the cell that has the focus; row -1 is the header. */
	const focused = (): Promise<number[]> =>
		page.evaluate(() => {
			const cell = document.activeElement?.closest("[data-column]");
			const row = cell?.closest("[data-index]")?.getAttribute("data-index") ?? "-1";
			return [Number(row), Number(cell?.getAttribute("data-column"))];
		});
	/** Whether the focused cell lies between the header and the lower end of the table. */
	const isFocusInSight = (): Promise<boolean> =>
		page.evaluate(() => {
			const cell = document.activeElement?.getBoundingClientRect();
			const header = document.querySelector("thead")?.getBoundingClientRect();
			const frame = document.querySelector(".detection-vault-scroller")?.getBoundingClientRect();
			if (!cell || !header || !frame) return false;
			return (
				cell.top >= header.bottom - 1 && cell.top < frame.bottom && cell.left >= frame.left - 1
			);
		});
	/** Takes the note's blocks away and draws them anew, as Obsidian does now and then. */
	const redraw = (): Promise<void> =>
		page.evaluate(() => {
			const { app } = window as unknown as { app: App };
			const view = app.workspace.getLeavesOfType("markdown")[0]?.view as MarkdownView | undefined;
			view?.previewMode.rerender(true);
		});
	const widths = (): Promise<number[]> =>
		page
			.locator("th")
			.evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().width)));

	it("is one stop of the Tab key, and says how large it is", async () => {
		const grid = page.getByRole("grid");
		expect(await grid.getAttribute("aria-rowcount")).toBe(String(RULE_COUNT + 1));
		expect(await grid.getAttribute("aria-colcount")).toBe("6");
		await page.getByRole("button", { name: "Copy as CSV" }).focus();
		await page.keyboard.press("Tab");
		expect(await focused()).toEqual([0, 0]);
		await page.keyboard.press("Tab");
		expect(
			await page.evaluate(() => document.activeElement?.closest("[role=grid]") ?? null),
		).toBeNull();
		await page.keyboard.press("Shift+Tab");
		expect(await focused()).toEqual([0, 0]);
	});

	it("is walked through with the keys of a grid", async () => {
		const walk: [string, number[]][] = [
			["ArrowRight", [0, 1]],
			["ArrowDown", [1, 1]],
			["End", [1, 5]],
			["Home", [1, 0]],
			["Control+End", [RULE_COUNT - 1, 5]],
			["ArrowUp", [RULE_COUNT - 2, 5]],
			["Control+Home", [0, 0]],
			["ArrowUp", [-1, 0]],
			["ArrowRight", [-1, 1]],
			["ArrowDown", [0, 1]],
		];
		for (const [key, place] of walk) {
			await page.keyboard.press(key);
			await expect.poll(focused).toEqual(place);
			if (place[0] !== -1) await expect.poll(isFocusInSight, { message: key }).toBe(true);
		}
		await page.keyboard.press("PageDown");
		const [row = 0] = await focused();
		expect(row).toBeGreaterThan(5);
		await expect.poll(isFocusInSight).toBe(true);
		await page.keyboard.press("PageUp");
		expect(await focused()).toEqual([0, 1]);
	});

	it("keeps the focus on its row while it is scrolled away, sorted and changed", async () => {
		await page.keyboard.press("Control+Home");
		await page.keyboard.press("ArrowDown");
		await expect.poll(focused).toEqual([1, 0]);
		// For some frames the focused cell is kept in sight, unless a person scrolls on.
		await page.locator(scroller).evaluate((element) => {
			element.dispatchEvent(new Event("pointerdown", { bubbles: true }));
			element.scrollTop = element.scrollHeight / 2;
		});
		await page.locator("tr[data-index='5000']").waitFor();
		expect(await focused()).toEqual([1, 0]);
		const place = (): Promise<number> =>
			page.locator(scroller).evaluate((element) => element.scrollTop);
		await page.waitForTimeout(200);
		const before = await place();
		const note = { level: "low", status: "test", product: "linux", techniques: ["T1000"] };
		await bench.write("Detection Rules/Sigma/Aa.md", ruleNote({ title: "Aa", ...note }));
		await page.getByText("10,001 rows", { exact: true }).waitFor();
		expect(await focused()).toEqual([2, 0]);
		expect(await place()).toBe(before);
		await bench.remove("Detection Rules/Sigma/Aa.md");
		await page.getByText("10,000 rows", { exact: true }).waitFor();
		await page.keyboard.press("ArrowUp");
		await expect.poll(focused).toEqual([0, 0]);
		await expect.poll(isFocusInSight).toBe(true);
	});

	it("sorts by a header under the keys", async () => {
		await page.keyboard.press("Control+Home");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		expect(await page.locator("th[aria-sort=ascending]").textContent()).toBe("Name");
		await page.keyboard.press("Enter");
		await page.keyboard.press("ArrowDown");
		expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Rule 09999");
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Enter");
		expect(await page.locator("th[aria-sort=descending]").count()).toBe(0);
	});

	it("filters while the box keeps the focus, and says how many are left", async () => {
		const box = page.getByRole("searchbox");
		await box.pressSequentially("rule 0012");
		await page.getByText("11 of 10,000 rows").waitFor();
		expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
		await box.press("Escape");
		await page.getByText("10,000 rows", { exact: true }).waitFor();
	});

	it("has columns whose widths a person sets with the pointer and with keys", async () => {
		const before = await widths();
		const edge = page.locator(".detection-vault-edge").nth(1);
		const box = await edge.boundingBox();
		if (box === null) throw new Error("The edge is not drawn.");
		await page.mouse.move(box.x + box.width / 2, box.y + 5);
		await page.mouse.down();
		await page.mouse.move(box.x + box.width / 2 + 60, box.y + 5, { steps: 4 });
		await page.mouse.up();
		const dragged = await widths();
		expect(dragged[1]).toBe((before[1] ?? 0) + 60);
		expect(dragged[0]).toBe(before[0]);
		expect(await page.locator("th[aria-sort=none]").count()).toBe(6);
		await page.keyboard.press("Control+Home");
		await page.locator("tr[data-index='0'] [data-column='1']").click();
		await page.keyboard.press("ArrowUp");
		await page.keyboard.press("Shift+ArrowLeft");
		expect((await widths())[1]).toBe((dragged[1] ?? 0) - 16);
		await edge.dblclick();
		const fitted = (await widths())[1] ?? 0;
		expect(fitted).toBeLessThan(dragged[1] ?? 0);
		expect(
			await page
				.locator("tr[data-index] [data-column='1']")
				.evaluateAll((cells) => cells.every((cell) => cell.scrollWidth <= cell.clientWidth)),
		).toBe(true);
		await bench.screenshots("table-widths");
	});

	it("is as a person left it when its block is drawn again, until the note is closed", async () => {
		const before = await widths();
		await page.getByRole("searchbox").fill("rule 0012");
		await redraw();
		await page.getByText("11 of 10,000 rows").waitFor();
		expect(await widths()).toEqual(before);
		await bench.openNote("Detection Rules/Sigma/Rule 00000 about process 0.md");
		await bench.openNote("All rules.md");
		await page.getByText("10,000 rows", { exact: true }).waitFor();
	});
});
