import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { attireLog } from "../core/executions/log-builder";
import { checkAccessibility } from "../support/check-accessibility";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import { writeVault } from "./vaults";

const TECHNIQUE = "T1021.004 - Remote Services - SSH";
const RUNBOOK = `Testing Runbooks/${TECHNIQUE} - runbook.md`;
const GUID = "8c2f1d63-2e3f-4a4b-8c5d-6e7f8a9b0c02";

function rule(title: string, product: string, more: readonly string[] = []): string {
	return [
		"---",
		`rule_id: ${title.toLowerCase().replaceAll(" ", "-")}`,
		`title: ${title}`,
		"vendor: sigma",
		"level: high",
		"status: test",
		"techniques: [T1021.004]",
		"tags: [detection_rule, T1021_004]",
		"---",
		"```detection-vault",
		"panel: rule",
		"```",
		"",
		"```yaml",
		`title: ${title}`,
		`logsource:\n    product: ${product}\n    category: process_creation`,
		"detection:\n    selection:\n        Image|endswith: /ssh\n    condition: selection",
		"tags:\n    - attack.t1021.004",
		...more,
		"```",
		"",
	].join("\n");
}

const SIMULATION = [
	"simulation:",
	"    - type: atomic-red-team",
	"      technique: T1021.004",
	`      atomic_guid: ${GUID}`,
];

const NOTES = {
	[`Techniques/${TECHNIQUE}.md`]:
		"---\nattack_id: T1021.004\nname: SSH\ntactics: [Lateral Movement]\ntags: [techniques]\n---\n",
	[RUNBOOK]: [
		"---",
		"runbook_id: T1021.004",
		'title: "Remote Services: SSH runbook"',
		"techniques: [T1021.004]",
		"tags: [T1021_004, atomic_test]",
		"---",
		"## Test: Log on with a key and run a command",
		`- GUID: ${GUID} ^t-8c2f1d63`,
		"- Platforms: Linux, macOS · Executor: bash · Elevation: not required",
		"",
		"### Inputs",
		"",
		"| Name | Description | Type | Default | This lab |",
		"| --- | --- | --- | --- | --- |",
		"| ssh_host | Where to | string | localhost | lab-lin-01 |",
		"| ssh_password | Password | string | secret |  |",
		"",
		"## Test: Forward a remote desktop port",
		"- GUID: 1a2b3c4d-2e3f-4a4b-8c5d-6e7f8a9b0c03 ^t-1a2b3c4d",
		"- Platforms: Windows · Executor: powershell · Elevation: not required",
		"",
	].join("\n"),
	"Detection Rules/Sigma/SSH logon with a key.md": rule(
		"SSH logon with a key",
		"linux",
		SIMULATION,
	),
	...Object.fromEntries(
		["an unusual client", "a new host", "a shell", "a script", "a tunnel", "a service"].map(
			(what) => [`Detection Rules/Sigma/SSH from ${what}.md`, rule(`SSH from ${what}`, "linux")],
		),
	),
	"Panel.md": "```detection-vault\npanel: runbooks\ntechnique: T1021.004\n```\n",
};

describeBrowser("test runs", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(NOTES));
	});

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	const listRuns = async (): Promise<string[]> =>
		(await readdir(join(bench.vaultFolder, "Test Executions")).catch(() => [])).sort();

	it("are recorded in a form that is filled in by keyboard", async () => {
		await bench.openNote(RUNBOOK);
		await bench.runCommand("record-test-run");
		const form = bench.page.locator(".modal form");
		await form.waitFor();
		expect(await form.getByLabel("Test", { exact: true }).inputValue()).toBe("0");
		await form.getByLabel("Started").fill("2026-11-02T09:20:25");
		await form.getByLabel("Host", { exact: true }).fill("lab-win-03");
		await form.getByLabel("Outcome", { exact: true }).selectOption("not-detected");
		await form.getByLabel("Activity was logged").selectOption("yes");
		await form.locator(".detection-vault-run-rules select").first().waitFor();
		await bench.screenshots("record-test-run");
		await form.getByLabel("Stopped").fill("2026-11-02T09:00:00");
		await form.getByText("Write the note").click();
		await form.getByRole("alert").waitFor();
		await form.getByLabel("Stopped").fill("2026-11-02T09:21:00");
		const verdict = form.locator(".detection-vault-run-rules select").first();
		await verdict.selectOption("fired");
		await form.locator(".detection-vault-run-rules input").first().fill("alert 12 | seen");
		await bench.screenshots("record-test-run-verdicts");
		await form.getByLabel("Host", { exact: true }).press("Enter");
		await form.waitFor({ state: "detached" });
		const [note = ""] = await listRuns();
		const text = await bench.readDisk(`Test Executions/${note}`);
		expect(text).toContain(`test_guid: ${GUID}`);
		expect(text).toContain("outcome: not-detected");
		expect(text).toContain("activity_logged: true");
		expect(text).toContain("| fired | observed | alert 12 \\| seen |");
		expect(text).toContain("fired: 1\n");
		await bench.page.locator(".view-header-title", { hasText: "2026-11-02" }).first().waitFor();
		await bench.screenshots("execution-note");
	});

	it("show in the panel of runbooks and in the rule's own panel", async () => {
		await bench.openNote("Panel.md");
		await bench.page.getByText("proven 1 of").first().waitFor();
		await bench.page.getByText("2026-11-02").first().waitFor();
		await bench.screenshots("runbooks-with-runs");
		await bench.openNote("Detection Rules/Sigma/SSH logon with a key.md");
		await bench.page.getByText("Runbooks that test it").first().waitFor();
		await bench.page.getByText("alert 12 | seen").first().waitFor();
		await bench.page.getByText("Test runs").first().scrollIntoViewIfNeeded();
		await bench.screenshots("rule-with-runs");
		expect(await checkAccessibility(bench)).toEqual([]);
	});

	it("are imported from a log, once, and linked to a test with one click", async () => {
		const log = attireLog([
			{ name: "Sample", guid: GUID, command: "run --password hunter2" },
			{ name: "Forward a port with our own script", start: "2026-11-03T08:00:00Z" },
		]);
		const file = {
			name: "run.json",
			mimeType: "application/json",
			buffer: Buffer.from(JSON.stringify(log)),
		};
		const open = async () => {
			await bench.runCommand("import-execution-logs");
			const card = bench.page.locator("section", { hasText: "Execution logs" });
			await card.locator("input[type=file]").first().setInputFiles(file);
			await bench.page.getByText("Review changes").click();
			await bench.page.getByText("2 test runs").waitFor();
		};
		await open();
		await bench.screenshots("execution-logs-plan");
		await bench.page.getByText("Write 2 notes").click();
		await bench.page.getByText("Import finished").first().waitFor();
		await bench.screenshots("execution-logs-done");
		// One of them is the run that was recorded by hand.
		expect(await listRuns()).toHaveLength(2);
		await bench.page.getByText("Link runs to tests").click();
		const list = bench.page.locator(".detection-vault-run-list");
		await list.getByText("Forward a port with our own script").waitFor();
		await bench.screenshots("unmatched-runs");
		await list
			.locator("button", { hasText: /^Link$/ })
			.first()
			.click();
		await bench.page.getByText("Every recorded run is linked to a test.").waitFor();
		await bench.screenshots("unmatched-runs-none");
		await bench.page.locator(".modal-close-button").click();
		const linked = (await listRuns()).find((name) => name.startsWith("2026-11-03")) ?? "";
		expect(await bench.readDisk(`Test Executions/${linked}`)).toContain(
			`runbook: "[[${TECHNIQUE} - runbook]]"`,
		);
		await open();
		await bench.page.getByText("Everything is up to date").waitFor();
		await bench.page.locator(".modal-close-button").click();
	});

	it("are recorded from a test in the runbook's panel and in the pane, with inputs that can be changed", async () => {
		await bench.write(
			RUNBOOK,
			`${NOTES[RUNBOOK]}\n\`\`\`detection-vault\npanel: runbook\n\`\`\`\n`,
		);
		await bench.openNote(RUNBOOK);
		const button = bench.page.getByRole("button", {
			name: "Record a run of Log on with a key and run a command",
		});
		await button.first().scrollIntoViewIfNeeded();
		await bench.screenshots("runbook-record-buttons");
		await button.first().click();
		const form = bench.page.locator(".modal form");
		await form.getByLabel("ssh_host").fill("lab-lin-02");
		expect(await form.getByLabel("ssh_password").isDisabled()).toBe(true);
		await form.getByLabel("Started").fill("2026-11-05T09:20:25");
		await form.getByLabel("Campaign note").fill("2026 Q4");
		await bench.screenshots("record-from-panel");
		await form.getByText("Write the note").click();
		await form.waitFor({ state: "detached" });
		const made = (await listRuns()).find((name) => name.startsWith("2026-11-05")) ?? "";
		expect(await bench.readDisk(`Test Executions/${made}`)).toContain("| ssh_host | lab-lin-02 |");
		await bench.openNote(RUNBOOK);
		await bench.runCommand("open-technique-pane");
		const pane = bench.page.locator(".detection-vault-pane");
		await pane.getByText("Runs", { exact: true }).click();
		await pane.getByRole("button", { name: "Record a run of Forward" }).waitFor();
		await bench.screenshots("pane-record-buttons");
	});

	it("are exported, and gathered by a campaign", async () => {
		await bench.runCommand("export-executions");
		const prompt = bench.page.locator(".prompt");
		await prompt.getByText("VECTR (CSV)").click();
		await bench.page.getByText("Saved as Detection Vault/Exports/").waitFor();
		await bench.runCommand("create-campaign");
		await bench.page.locator(".modal input").fill("2026 Q4");
		await bench.page.locator(".modal input").press("Enter");
		await bench.page.locator(".view-header-title", { hasText: "2026 Q4" }).first().waitFor();
		const runs = bench.page.getByRole("grid").filter({ hasText: "2026-11-05 0920" });
		await runs.first().waitFor();
		expect(await bench.page.getByText("This block cannot be drawn").count()).toBe(0);
		await bench.screenshots("campaign");
	});

	it("have settings", async () => {
		await bench.openSettings();
		await bench.page.getByText("Stale after").scrollIntoViewIfNeeded();
		await bench.screenshots("execution-settings");
		await bench.page.locator(".mod-settings .modal-close-button").click();
	});
});
