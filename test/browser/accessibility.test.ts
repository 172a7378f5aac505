import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkAccessibility, FEW_LOOKS } from "../support/check-accessibility";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { smallVault, writeSampleVault } from "./vaults";

const fence = (text: string): string => `\`\`\`detection-vault\n${text}\n\`\`\`\n`;
const TABLE = fence(
	'TABLE level AS "Level", techniques AS "Techniques", file.mtime AS "Changed" FROM "Detection Rules"',
);
const PANELS = ["overview", "rules", "events", "fields", "indicators", "exclusions", "runbooks"];
const MORE_PANELS = ["sources", "false-positives", "technique"];
const RUN = [
	...["---", 'runbook: "[[T1021.004 - Remote Services - SSH - runbook]]"'],
	...["technique: T1021.004", "test_guid: 00000001-0000-4000-8000-000000000000"],
	...["started: 2026-11-02T09:20:25Z", "outcome: not-detected", "tags: [execution]", "---", ""],
].join("\n");

/** The notes beside it are checked for themselves. */
const PANE = ".detection-vault-pane";

describeBrowser("what axe-core says of", () => {
	let bench: Workbench;
	let paths: Readonly<Record<"technique" | "rule" | "runbook", string>>;

	beforeAll(async () => {
		const { "Views.md": views = "", "Work/Plan.md": plan = "" } = smallVault();
		bench = await start(
			await writeSampleVault({
				"Table.md": TABLE,
				"Broken.md": fence("TABLE level FROM"),
				"Nothing.md": fence("LIST FROM #no_such_tag"),
				"Views.md": views,
				"Work/Plan.md": plan,
				"Panels.md": [...PANELS, ...MORE_PANELS]
					.map((panel) => fence(`panel: ${panel}\ntechnique: T1021.004`))
					.join("\n"),
				"Old.md": '```dataview\nTABLE level FROM "Detection Rules"\n```\n',
				"Report.md": "They came in with T1021.004, then T1059.001.\n",
				"Empty.md": "-\n",
				"Test Executions/run.md": RUN,
			}),
		);
		const first = async (folder: string, part: string): Promise<string> => {
			const names = (await readdir(join(bench.vaultFolder, folder))).sort();
			return `${folder}/${names.find((name) => name.includes(part)) ?? ""}`;
		};
		paths = {
			technique: await first("Techniques", "T1021.004"),
			rule: await first("Detection Rules/Sigma", ""),
			runbook: await first("Testing Runbooks", "T1021.004"),
		};
	}, 120_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	/** Waits until no block is empty or waits for the index. */
	const isDrawn = async (): Promise<void> => {
		await expect
			.poll(
				() =>
					bench.page
						.locator(".detection-vault-block:visible:empty, .detection-vault-waiting:visible")
						.count(),
				{ timeout: 15_000 },
			)
			.toBe(0);
	};
	const check = async (...how: [within?: string, looks?: typeof FEW_LOOKS]): Promise<void> => {
		await bench.page.waitForTimeout(100);
		await isDrawn();
		expect(await checkAccessibility(bench, ...how)).toEqual([]);
	};
	const closeModal = (): Promise<void> => bench.page.keyboard.press("Escape");

	for (const note of ["Table.md", "Views.md", "Broken.md", "Nothing.md", "Panels.md"]) {
		it(`the blocks of ${note}`, async () => {
			await bench.openNote(note);
			await check();
		});
	}

	it("a table that is filtered, and a cell that is edited", async () => {
		await bench.openNote("Table.md");
		await bench.page.locator(".detection-vault-toolbar input[type=search]").fill("ssh");
		await check();
		await bench.page.locator("td[data-column='1']").first().dblclick();
		await check();
		await bench.page.keyboard.press("Escape");
	});

	it("panels whose rules are listed", async () => {
		await bench.openNote("Panels.md");
		for (const button of (await bench.page.locator(".detection-vault-count-button").all()).slice(
			0,
			4,
		))
			await button.click();
		await check();
	});

	it("the notes that an import writes", async () => {
		for (const path of Object.values(paths)) {
			await bench.openNote(path);
			await check();
		}
	}, 120_000);

	it("the pane, for each kind of note and in each tab", async () => {
		await bench.runCommand("open-technique-pane");
		for (const note of ["Empty.md", "Report.md", ...Object.values(paths)]) {
			await bench.openNote(note);
			// Until then the pane may show the note before.
			await bench.page.waitForTimeout(300);
			await isDrawn();
			const tabs = bench.page.locator(".detection-vault-pane [role=tab]");
			await check(PANE);
			for (let tab = 1; tab < (await tabs.count()); tab++) {
				await tabs.nth(tab).click();
				await check(PANE, FEW_LOOKS);
			}
		}
	}, 120_000);

	it("the matrix with its lists and filters", async () => {
		await bench.runCommand("open-matrix");
		await bench.page.locator(".detection-vault-matrix-legend li").first().waitFor();
		await check();
		await bench.page.getByRole("button", { name: "Gaps", exact: true }).click();
		await bench.page.getByRole("button", { name: "Filters" }).click();
		await check();
		await bench.page.getByRole("button", { name: /^Platforms/ }).click();
		await check();
		await bench.page.getByLabel("Compare with").selectOption("tests");
		await bench.page.getByLabel("Find a technique").fill("remote");
		await check();
	});

	it("the windows", async () => {
		for (const [command, shows] of [
			["go-to-technique", ".prompt"],
			["import-sources", ".modal"],
			["undo-import", ".modal"],
			["turn-blocks-of-note", ".modal"],
		] as const) {
			await bench.openNote("Old.md");
			if (!(await bench.runCommand(command))) continue;
			await bench.page.locator(shows).first().waitFor();
			await check();
			await closeModal();
		}
	});
});
