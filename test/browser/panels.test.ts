import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { ruleNote, writeSampleVault, writeVault } from "./vaults";

const SSH = "T1021.004";
const note = (panel: string, options = ""): string =>
	`# ${panel}\n\n\`\`\`detection-vault\npanel: ${panel}\n${options}\n\`\`\`\n`;

describeBrowser("the panels of a technique", () => {
	let bench: Workbench;

	beforeAll(async () => {
		const vault = await writeSampleVault({
			"Technique.md": note("technique", "technique: T1021"),
			"Fields.md": note("fields", "technique: T1021\nlimit: 100"),
			"Indicators.md": note("indicators", "technique: T1021\nlimit: 5"),
		});
		bench = await start(vault);
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const open = async (path: string): Promise<Locator> => {
		await bench.openNote(path);
		const panel = bench.page.locator(".detection-vault-panel").first();
		await panel.waitFor();
		return panel;
	};

	it("draws every part below a heading that folds it", async () => {
		const panel = await open("Technique.md");
		await panel.locator(".detection-vault-table").first().waitFor();
		await bench.screenshots("panel-technique");
		const heading = panel.getByRole("button", { name: "Events covered" });
		await heading.click();
		await expect.poll(() => heading.getAttribute("aria-expanded")).toBe("false");
		for (const [index, name] of [
			"Fields filtered most",
			"Exclusions",
			"Rules",
			"Runbooks",
		].entries()) {
			const part = panel.locator(".detection-vault-fold-button").getByText(name, { exact: true });
			await part.evaluate((element) => element.scrollIntoView({ block: "start" }));
			await bench.screenshots(`panel-technique-part-${index}`);
		}
	});

	it("opens the rules behind a number and closes them with Escape", async () => {
		const panel = await open("Indicators.md");
		const number = panel.locator(".detection-vault-count-button").first();
		await number.press("Enter");
		await panel.locator(".detection-vault-rule-list a").first().waitFor();
		await bench.screenshots("panel-indicators-open");
		await panel.locator(".detection-vault-rule-list a").first().press("Escape");
		await expect.poll(() => panel.locator(".detection-vault-rule-list").count()).toBe(0);
		await expect
			.poll(() => number.evaluate((element) => element === document.activeElement))
			.toBe(true);
	});

	it("shows the first rows until all are asked for", async () => {
		const panel = await open("Indicators.md");
		const rows = (): Promise<number> => panel.locator("tr[data-index]").count();
		await expect.poll(rows).toBe(5);
		await panel.getByRole("button", { name: /^Show all/ }).click();
		await expect.poll(rows).toBeGreaterThan(5);
	});

	it("keeps what is open and chosen while the text of a rule changes its rows", async () => {
		const panel = await open("Fields.md");
		await panel.locator(".detection-vault-count-button").first().click();
		await panel.getByLabel("Path and base name together").waitFor();
		await panel.getByText("Leave out deprecated").click();
		const before = await panel.locator(".detection-vault-count").first().textContent();
		const rule = { title: "Another", level: "low", status: "test", product: "linux" };
		const text = ruleNote({ ...rule, techniques: [SSH] });
		await bench.write(
			"Detection Rules/Sigma/Another.md",
			text.replace("CommandLine", "NovelField"),
		);
		await panel.getByText("NovelField").first().waitFor();
		expect(await panel.locator(".detection-vault-count").first().textContent()).not.toBe(before);
		expect(await panel.locator(".detection-vault-rule-list").count()).toBe(1);
		expect(await panel.getByLabel("Leave out deprecated").isChecked()).toBe(true);
	});

	it("is whole on paper, without what only a screen can use", async () => {
		const { page } = bench;
		await page.evaluate(() => window.workbench.printNote("Technique.md"));
		const paper = page.locator(".print");
		expect(await paper.locator(".detection-vault-fold").count()).toBe(9);
		expect(await paper.locator("table").count()).toBeGreaterThan(6);
		expect(await paper.locator(".detection-vault-coming").count()).toBe(0);
		await page.emulateMedia({ media: "print" });
		expect(await paper.getByText("T1021 Remote Services").first().isVisible()).toBe(true);
		for (const hidden of ["input", ".detection-vault-actions", ".detection-vault-show-all"]) {
			expect(await paper.locator(hidden).first().isVisible()).toBe(false);
		}
		await bench.screenshot("panel-technique-print");
		await page.emulateMedia({ media: "screen" });
	});
});

/** A rule of which a part is not understood, and which shares a value with another. */
const HALF = `${ruleNote({
	title: "Half",
	level: "high",
	status: "test",
	product: "linux",
	techniques: [SSH],
}).replace(
	"condition: selection",
	"condition: selection and not filter_missing",
)}\n${note("rule")}`;

describeBrowser("the panel of a rule", () => {
	let bench: Workbench;
	const rules: Record<string, string> = {};

	beforeAll(async () => {
		bench = await start(await writeSampleVault({ "Half.md": HALF }));
		for (const vendor of await readdir(join(bench.vaultFolder, "Detection Rules"))) {
			const folder = `Detection Rules/${vendor}`;
			const [name = ""] = await readdir(join(bench.vaultFolder, folder));
			rules[vendor] = `${folder}/${name}`;
		}
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("puts what is not understood in plain sight", async () => {
		await bench.openNote("Half.md");
		const panel = bench.page.locator(".detection-vault-panel");
		await panel.locator(".detection-vault-opaque").waitFor();
		await panel.evaluate((element) => element.scrollIntoView({ block: "start" }));
		await bench.screenshots("panel-rule-half");
	});

	it("has the query by itself, to be copied", async () => {
		await bench.openNote(rules["Elastic"] ?? "");
		const panel = bench.page.locator(".detection-vault-panel").last();
		const query = panel.getByRole("group", { name: "Query", exact: true });
		const text = await query.textContent();
		expect(text).toMatch(/ where | : |: /);
		await bench.page.evaluate(() => {
			const writeText = (copied: string): Promise<void> => {
				document.body.dataset["copied"] = copied;
				return Promise.resolve();
			};
			Object.defineProperty(navigator, "clipboard", { value: { writeText } });
		});
		await panel.getByRole("button", { name: "Copy the query" }).click();
		const copied = (): Promise<unknown> =>
			bench.page.evaluate(() => document.body.dataset["copied"]);
		await expect.poll(copied).toBe(text);
	});

	it("shows its condition in words, for every vendor", async () => {
		for (const [vendor, path] of Object.entries(rules)) {
			const text = await bench.readDisk(path);
			await bench.write(path, `${text}\n${note("rule")}`);
			await bench.openNote(path);
			const panel = bench.page.locator(".detection-vault-panel").last();
			await panel.locator(".detection-vault-tree").first().waitFor();
			await panel.evaluate((element) => element.scrollIntoView({ block: "start" }));
			await bench.screenshots(`panel-rule-${vendor}`);
		}
	});
});

const RULES = 3000;

describeBrowser("a panel over thousands of rules", () => {
	let bench: Workbench;

	beforeAll(async () => {
		const notes: Record<string, string> = {
			"Large.md": note("technique", "technique: T1021"),
			"Indicators.md": note("indicators", "technique: T1021"),
		};
		for (let number = 0; number < RULES; number++) {
			const title = `Rule ${String(number).padStart(5, "0")}`;
			const rule = { title, level: "low", status: "test", product: "linux", techniques: [SSH] };
			notes[`Detection Rules/Sigma/${title}.md`] = ruleNote(rule).replace(
				"contains: ssh",
				`contains: [ssh, "value ${number}", "other ${number}"]`,
			);
		}
		bench = await start(await writeVault(notes));
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("works out only what is open, with turns for the window", async () => {
		await bench.openNote("Large.md");
		const panel = bench.page.locator(".detection-vault-panel");
		await panel.getByText("3,000 of 3,000 rules parsed").waitFor({ timeout: 60_000 });
		expect(await panel.locator("table").count()).toBe(0);
		await bench.takeLongTasks();
		await panel.getByRole("button", { name: "Top indicator values" }).click();
		await panel.getByText("6,001 distinct values").waitFor();
		const tasks = await bench.takeLongTasks();
		console.info(`Indicators of ${RULES} rules: long tasks ${tasks.map(Math.round).join(", ")} ms`);
	});

	it("draws only the rows in sight of all that were asked for", async () => {
		await bench.openNote("Indicators.md");
		const panel = bench.page.locator(".detection-vault-panel");
		await panel.getByRole("button", { name: "Show all 6,001" }).click();
		const scroller = panel.locator(".detection-vault-scroller");
		await scroller.evaluate((element) => element.scrollTo({ top: 100_000 }));
		const first = panel.locator("tr[data-index]").first();
		await expect
			.poll(async () => Number(await first.getAttribute("data-index")))
			.toBeGreaterThan(1000);
		expect(await panel.locator("tr[data-index]").count()).toBeLessThan(100);
	});
});

describeBrowser("a panel on a phone", () => {
	let bench: Workbench;

	beforeAll(async () => {
		const vault = await writeSampleVault({
			"Indicators.md": note("indicators", "technique: T1021"),
		});
		bench = await start(vault, { isMobile: true, width: 400 });
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("has numbers and switches that a finger can hit", async () => {
		await bench.openNote("Indicators.md");
		const panel = bench.page.locator(".detection-vault-panel");
		await panel.locator(".detection-vault-count-button").first().click();
		await panel.locator(".detection-vault-rule-list").waitFor();
		const heights = await panel
			.locator("button:visible, .detection-vault-switch")
			.evaluateAll((found) => found.map((element) => element.getBoundingClientRect().height));
		expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
		await bench.screenshot("panel-phone");
	});
});
