import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { largeVault, ruleNote, smallVault, writeVault } from "./vaults";

const technique = "Techniques/T1021.004 - Remote Services - SSH.md";
const sigma = "Detection Rules/Sigma";

/** The texts of each row of the table at a place on the page. */
async function readTable(page: Page, index = 0): Promise<string[][]> {
	const table = page.locator("table.detection-vault-table").nth(index);
	await table.locator("tbody tr").first().waitFor();
	return table.evaluate((element) =>
		Array.from(element.querySelectorAll("tbody tr[data-index]"), (row) =>
			Array.from(row.querySelectorAll("td"), (cell) => cell.textContent.trim()),
		),
	);
}

const RULES = [
	["SSH key added for root", "stable", "high", "linux"],
	["SSH login from a new host", "test", "medium", "linux"],
	["SSH tunnel", "experimental", "–", "linux"],
];

describeBrowser("tables in a note", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(smallVault()));
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("draws both tables of the reference note without Dataview", async () => {
		await bench.openNote(technique);
		expect(await readTable(bench.page, 0)).toEqual(RULES);
		expect(await readTable(bench.page, 1)).toEqual([["SSH runbook"]]);
		await bench.screenshots("technique-tables");
	});

	it("draws the same query in a block of its own", async () => {
		await bench.openNote("Own block.md");
		expect(await readTable(bench.page)).toEqual(RULES);
	});

	it("sorts by a header, with mouse and keyboard", async () => {
		await bench.openNote(technique);
		const { page } = bench;
		const level = page.getByRole("button", { name: "Level" });
		const levels = async (): Promise<(string | undefined)[]> =>
			(await readTable(page)).map((row) => row[2]);
		await level.click();
		expect(await levels()).toEqual(["medium", "high", "–"]);
		await level.press("Enter");
		expect(await levels()).toEqual(["high", "medium", "–"]);
		expect(await page.locator("th[aria-sort=descending]").textContent()).toBe("Level");
		await level.press("Space");
		expect(await levels()).toEqual(["high", "medium", "–"]);
		expect(await page.locator("th[aria-sort=descending]").count()).toBe(0);
	});

	it("opens the note of a link", async () => {
		await bench.openNote(technique);
		await bench.page.getByRole("link", { name: "SSH login from a new host" }).click();
		await bench.page.getByText("A rule about SSH login from a new host.").waitFor();
	});

	it("follows edits, new notes, renames and deletions while the note is open", async () => {
		const { page } = bench;
		await bench.openNote("Own block.md");
		await readTable(page);
		const count = page.locator(".detection-vault-count");
		const note = ruleNote({
			title: "SSH flood",
			level: "low",
			status: "test",
			product: "linux",
			techniques: ["T1021.004"],
		});
		await bench.write(`${sigma}/SSH flood.md`, note);
		await count.getByText("4 rows").waitFor();
		await bench.write(`${sigma}/SSH flood.md`, note.replace("level: low", "level: critical"));
		await page.getByRole("gridcell", { name: "critical" }).waitFor();
		await bench.rename(`${sigma}/SSH flood.md`, `${sigma}/SSH storm.md`);
		await page.getByRole("link", { name: "SSH storm" }).waitFor();
		await bench.remove(`${sigma}/SSH storm.md`);
		await count.getByText("3 rows").waitFor();
		expect(await readTable(page)).toEqual(RULES);
	});

	it("draws lists, calendars and tasks, and names rows that failed", async () => {
		const { page } = bench;
		await bench.openNote("Views.md");
		await page.locator(".detection-vault-list-view").getByText("5 items").waitFor();
		await page.locator(".detection-vault-calendar").getByText("March 2024").waitFor();
		expect(await page.locator(".task-list-item").count()).toBe(2);
		await page.locator(".detection-vault-failed summary").click();
		await bench.screenshots("views");
	});

	it("draws the panels of a technique", async () => {
		await bench.openNote("Panels.md");
		await bench.page.locator(".detection-vault-panel table").nth(1).waitFor();
		await bench.screenshots("panels");
	});

	it("says where a query is wrong, and what to do where nothing matches", async () => {
		await bench.openNote("Broken.md");
		await bench.page.getByRole("alert").getByText("Line 1").waitFor();
		await bench.screenshots("query-error");
		await bench.openNote("Empty.md");
		await bench.page.getByText("Nothing matches this query").waitFor();
		await bench.screenshots("query-empty");
	});
});

const RULE_COUNT = 5000;

describeBrowser("a table of 5,000 rows", () => {
	let bench: Workbench;
	let page: Page;

	beforeAll(async () => {
		bench = await start(await writeVault(largeVault(RULE_COUNT)));
		({ page } = bench);
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const scroller = ".detection-vault-scroller";
	const drawnRows = (): Promise<number> => page.locator("tr[data-index]").count();
	const scrollTo = (share: number): Promise<void> =>
		page.locator(scroller).evaluate((element, part) => {
			element.scrollTop = element.scrollHeight * part;
		}, share);

	it("draws only the rows in sight, wherever it is scrolled to", async () => {
		await bench.openNote("All rules.md");
		await page.locator("tr[data-index='0']").waitFor();
		expect(await page.locator("table").getAttribute("aria-rowcount")).toBe(String(RULE_COUNT + 1));
		expect(await drawnRows()).toBeLessThan(80);
		await bench.screenshots("long-table");
		await scrollTo(0.5);
		await page.waitForFunction(() => {
			const [last] = Array.from(document.querySelectorAll("tr[data-index]")).slice(-1);
			return Number(last?.getAttribute("data-index")) > 1000;
		});
		expect(await drawnRows()).toBeLessThan(80);
		await scrollTo(1);
		await page.locator(`tr[data-index='${String(RULE_COUNT - 1)}']`).waitFor();
		expect(await drawnRows()).toBeLessThan(80);
	});

	it("leaves no gap in sight while it is scrolled step by step", async () => {
		await scrollTo(0);
		const gaps = await page.locator(scroller).evaluate(async (element) => {
			let found = 0;
			for (let step = 0; step < 60; step++) {
				element.scrollTop += 250;
				await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
				const box = element.getBoundingClientRect();
				const under = document.elementFromPoint(box.left + 40, box.top + box.height / 2);
				if (under?.closest("tr[data-index]") === null) found++;
			}
			return found;
		});
		expect(gaps).toBe(0);
	});

	it("finds rows by filter, and keeps its columns' widths", async () => {
		const widths = (): Promise<number[]> =>
			page
				.locator("th")
				.evaluateAll((cells) =>
					cells.map((cell) => Math.round(cell.getBoundingClientRect().width)),
				);
		const before = await widths();
		await page.getByRole("searchbox").fill("rule 04999");
		await page.getByText("1 of 5,000 rows").waitFor();
		expect(await drawnRows()).toBe(1);
		expect(await widths()).toEqual(before);
		await page.getByRole("searchbox").fill("");
		await page.getByText("5,000 rows", { exact: true }).waitFor();
	});

	it("stays where it is scrolled to, sorted and filtered as it is, when a note changes", async () => {
		await page.getByRole("button", { name: "Name" }).click();
		await page.getByRole("button", { name: "Name" }).click();
		await scrollTo(0.3);
		await page.waitForTimeout(200);
		const place = (): Promise<number> =>
			page.locator(scroller).evaluate((element) => element.scrollTop);
		const before = await place();
		const note = ruleNote({
			title: "Zz last",
			level: "low",
			status: "test",
			product: "linux",
			techniques: ["T1000"],
		});
		await bench.write("Detection Rules/Sigma/Aa first.md", note);
		await page.getByText("5,001 rows", { exact: true }).waitFor();
		expect(await place()).toBe(before);
		expect(await page.locator("th[aria-sort=descending]").textContent()).toBe("Name");
	});
});
