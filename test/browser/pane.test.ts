import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeSampleVault } from "./vaults";

const RUN = [
	"---",
	'runbook: "[[T1021.004 - Remote Services - SSH - runbook]]"',
	"technique: T1021.004",
	"test_guid: 00000001-0000-4000-8000-000000000000",
	"test_name: Log in with a stolen key",
	"started: 2026-11-02T09:20:25Z",
	"outcome: not-detected",
	"host: lab-win-03",
	"tags: [T1021_004, execution]",
	"---",
	"",
].join("\n");

const REPORT =
	"# Intrusion over SSH\n\nThey came in with T1021.004, then T1059.001 and once more T1021.004. See also T1098.\n";

describeBrowser("the technique pane", () => {
	let bench: Workbench;
	let pane: Locator;
	let technique = "";
	let runbook = "";
	let rule = "";

	const noteIn = async (folder: string, part: string): Promise<string> => {
		const names = await readdir(join(bench.vaultFolder, folder));
		const name = names.sort().find((file) => file.includes(part));
		if (name === undefined) throw new Error(`No note of ${part} in ${folder}`);
		return `${folder}/${name}`;
	};
	const open = (path: string): Promise<void> => bench.openNote(path);
	const tab = (name: string): Locator => pane.getByRole("tab", { name, exact: true });

	beforeAll(async () => {
		bench = await start(
			await writeSampleVault({
				"Test Executions/run.md": RUN,
				"Report.md": REPORT,
				"Empty.md": "-\n",
			}),
		);
		technique = await noteIn("Techniques", "T1021.004");
		runbook = await noteIn("Testing Runbooks", "T1021.004");
		rule = await noteIn("Detection Rules/Elastic", "");
		await bench.runCommand("open-technique-pane");
		pane = bench.page.locator(".detection-vault-pane");
		await pane.getByText("No note is open").waitFor();
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	it("says what to do where there is nothing", async () => {
		await bench.screenshots("pane-nothing");
		await open("Empty.md");
		await pane.getByText("This note names no technique").waitFor();
		await bench.screenshots("pane-no-technique");
	});

	it("shows a technique's panels in tabs that the keyboard reaches", async () => {
		await open(technique);
		await tab("Overview").waitFor();
		await bench.screenshots("pane-technique");
		await tab("Overview").press("ArrowRight");
		await expect.poll(() => tab("Events").getAttribute("aria-selected")).toBe("true");
		await expect
			.poll(() => tab("Events").evaluate((el) => el === document.activeElement))
			.toBe(true);
		await tab("Fields").click();
		await pane.locator("table").first().waitFor();
		await bench.screenshots("pane-technique-fields");
		await tab("Rules").click();
		await pane.locator("table tbody tr").first().waitFor();
		await bench.screenshots("pane-technique-rules");
	});

	it("shows a rule's techniques and its kin", async () => {
		await open(rule);
		await tab("Techniques").waitFor();
		await pane.locator(".detection-vault-count-button").first().click();
		await bench.screenshots("pane-rule");
		await tab("This rule").click();
		await pane.locator(".detection-vault-tree").first().waitFor();
		await bench.screenshots("pane-rule-itself");
		await tab("Techniques").click();
	});

	it("shows a runbook's technique, rules and runs", async () => {
		await open(runbook);
		await tab("Runs").waitFor();
		await bench.screenshots("pane-runbook");
		await tab("Runs").click();
		await pane.getByText("not detected").waitFor();
		await bench.screenshots("pane-runs");
	});

	it("lists the techniques that another note names", async () => {
		await open("Report.md");
		await pane.getByText("Techniques this note names").waitFor();
		await bench.screenshots("pane-mentions");
		await pane.locator(".detection-vault-mention button").first().click();
		await pane.getByText("Back to the active note").waitFor();
		await bench.screenshots("pane-opened-technique");
	});

	it("keeps its place while the note it shows is edited, and starts at the top of the next one", async () => {
		await bench.page.setViewportSize({ width: 1600, height: 400 });
		await open(technique);
		// Until then the pane shows the note before.
		await pane.getByText("Back to the active note").waitFor({ state: "detached" });
		await tab("Fields").click();
		await pane.locator("table tbody tr").first().waitFor();
		const view = bench.page.locator(".detection-vault-pane-view");
		const top = (): Promise<number> => view.evaluate((el) => el.scrollTop);
		await expect
			.poll(async () => {
				await view.evaluate((el) => el.scrollTo({ top: 120 }));
				return top();
			})
			.toBeGreaterThan(0);
		const before = await top();
		const text = await bench.readDisk(technique);
		await bench.write(technique, text.replace(/^name: .*$/m, "name: SSH by another name"));
		await pane.getByText("SSH by another name").first().waitFor();
		expect(await top()).toBe(before);
		await open(runbook);
		await expect.poll(top).toBe(0);
	});
});
