import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault } from "./vaults";

const RULE = "Detection Rules/Sigma/Scheduled Task That Runs As System.md";

describeBrowser("a rule that a person tunes in its note", () => {
	let bench: Workbench;
	let panel: Locator;
	let text = "";

	beforeAll(async () => {
		bench = await start(await writeSampleVault({}));
		await bench.openNote(RULE);
		panel = bench.page.locator(".detection-vault-panel").first();
		await panel.getByText("Understood").waitFor();
		text = await bench.readDisk(RULE);
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const part = (name: string): Locator => panel.getByRole("button", { name, exact: true });

	it("shows an exclusion as soon as it is written", async () => {
		const tuned = text.replace(
			/\n( +)condition: (.*)\n/,
			"\n$1filter_ours:\n$1    ParentImage|endswith: '\\patchlab.exe'\n$1condition: $2 and not filter_ours\n",
		);
		await bench.write(RULE, tuned);
		await panel.locator(".detection-vault-tree").getByText("\\patchlab.exe").waitFor();
		await panel.getByRole("group", { name: "Exclusions" }).getByText("\\patchlab.exe").waitFor();
	});

	it("says what is wrong with it, and where, when its text cannot be read", async () => {
		const broken = text.replace("\ndetection:", "\n  detection:");
		const lines = broken.split("\n");
		const line = lines.indexOf("  detection:") + 1;
		await bench.write(RULE, broken);
		await panel.getByText("not valid YAML").waitFor();
		await panel.getByText(`Line ${line}`).waitFor();
		expect(await part("Condition").count()).toBe(0);
		await panel.scrollIntoViewIfNeeded();
		await bench.screenshots("panel-rule-broken");
	});

	it("is whole again when it is mended", async () => {
		await bench.write(RULE, text);
		await part("Condition").waitFor();
		expect(await panel.getByText("Not understood").count()).toBe(0);
	});

	it("reads from the left where Obsidian is in a language that reads from the right", async () => {
		await bench.page.evaluate(() => {
			document.documentElement.dir = "rtl";
		});
		const direction = await panel.evaluate((el) => getComputedStyle(el).direction);
		expect(direction).toBe("ltr");
		await bench.screenshots("panel-rule-rtl");
	});
});
