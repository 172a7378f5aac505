import { afterAll, beforeAll, expect, it } from "vitest";
import { describeBrowser, removeVault, start, type Workbench } from "../support/workbench";
import type { Notes } from "./vaults";
import { writeVault } from "./vaults";

const RULES = 10_000;
const OF_TECHNIQUE = 300;

const rulePath = (number: number): string => `Detection Rules/Sigma/Rule ${String(number)}.md`;

/** A rule with a dozen values and two filters, most of which other rules have as well; `extra` is one that no other has. */
function writeRule(number: number, extra: string): string {
	const technique =
		number < OF_TECHNIQUE
			? "T1021.004"
			: `T${String(1000 + (number % 600))}.${String(100 + (number % 9))}`;
	const values = Array.from(
		{ length: 10 },
		(_, index) => `value-${String((number * 7 + index * 131) % 4000)}`,
	);
	return [
		"---",
		`rule_id: rule-${String(number)}`,
		"vendor: sigma",
		`title: Rule ${String(number)}`,
		"status: test",
		"level: high",
		`techniques: [${technique}]`,
		`tags: [detection_rule, ${technique.replace(".", "_")}]`,
		"---",
		"",
		"Looks for a process that seldom runs.",
		"",
		"### Rule",
		"",
		"```yaml",
		`title: Rule ${String(number)}`,
		"logsource: { product: windows, category: process_creation }",
		"detection:",
		"  selection:",
		`    Image|endswith: ['\\tool-${String(number % 900)}.exe', '\\${extra}.exe']`,
		`    CommandLine|contains: [${values.join(", ")}]`,
		"  filter_parent:",
		`    ParentImage|endswith: '\\parent-${String(number % 70)}.exe'`,
		"    User|contains: SYSTEM",
		`  filter_path: { Image|startswith: 'C:\\Tools ${String(number % 40)}\\' }`,
		"  condition: selection and not 1 of filter_*",
		"falsepositives: [Administrators]",
		"```",
		"",
	].join("\n");
}

function manyRules(): Notes {
	const rules = Array.from(
		{ length: RULES },
		(_, number) => [rulePath(number), writeRule(number, `own-${String(number)}`)] as const,
	);
	return {
		...Object.fromEntries(rules),
		"Panel.md": "```detection-vault\npanel: technique\ntechnique: T1021.004\n```\n",
		"Plain.md": "No panel.\n",
	};
}

describeBrowser("panels over a large vault", () => {
	let bench: Workbench;

	beforeAll(async () => {
		bench = await start(await writeVault(manyRules()));
	}, 300_000);

	afterAll(async () => {
		expect(await bench.errors()).toEqual([]);
		await bench.close();
		await removeVault(bench.vaultFolder);
	});

	/** Tells what the browser saw of tasks over 50 ms; figures are for people, since machines differ. */
	const tell = async (what: string): Promise<void> => {
		const tasks = await bench.takeLongTasks();
		const shown = [...tasks]
			.sort((a, b) => b - a)
			.slice(0, 5)
			.map(Math.round)
			.join(", ");
		console.info(`${what}: tasks over 50 ms: ${shown === "" ? "none" : shown}`);
	};

	const reads = (text: string): Promise<void> =>
		bench.page.getByText(text).first().waitFor({ timeout: 120_000 });

	it("open, draw and follow an edit in turns with the window", async () => {
		await bench.openNote("Panel.md");
		await reads(`${String(OF_TECHNIQUE)} of ${String(OF_TECHNIQUE)} rules parsed`);
		await tell("The start, with the workbench's own");
		await bench.runCommand("rebuild-index");
		await bench.page.locator(".notice").waitFor({ timeout: 120_000 });
		await tell(`The library of ${String(RULES)} rules`);
		await bench.openNote("Plain.md");
		await bench.takeLongTasks();
		await bench.openNote("Panel.md");
		await reads(`${String(OF_TECHNIQUE)} of ${String(OF_TECHNIQUE)} rules parsed`);
		await reads("distinct exclusions");
		await tell(`A panel of ${String(OF_TECHNIQUE)} rules`);
		const values = bench.page.getByText(/^[\d,]+ distinct values$/);
		const before = await values.textContent();
		// One value fewer than before: its own gives way to a neighbour's.
		await bench.write(rulePath(0), writeRule(0, "own-1"));
		await expect.poll(() => values.textContent(), { timeout: 60_000 }).not.toBe(before);
		await tell("An edit with the panel open");
	}, 300_000);
});
