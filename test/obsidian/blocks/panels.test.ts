import { describe, expect, it } from "vitest";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { writeAttackData } from "../../../src/core/attack/write-attack-data";
import { errorsOf, openNote } from "../../support/obsidian/app";
import { texts } from "../support/draw";
import { type Notes, startPlugin, waitFor } from "../support/plugin";

const properties = (lines: readonly string[]): string => ["---", ...lines, "---", ""].join("\n");

const panel = (text: string): string => `\`\`\`detection-vault\n${text}\n\`\`\`\n`;

const rule = (title: string, vendor: string, technique: string): string =>
	properties([
		`rule_id: ${title}`,
		`title: ${title}`,
		`vendor: ${vendor}`,
		"level: high",
		"status: test",
		`techniques: [${technique}]`,
		"tags: [detection_rule]",
	]);

const technique = (id: string, name: string, body: string): string =>
	`${properties([`attack_id: ${id}`, `name: ${name}`, "tags: [techniques]"])}\n${body}`;

const guid = (number: number): string =>
	`- GUID: 0000000${String(number)}-0000-4000-8000-000000000000`;

const NOTES: Notes = {
	"Techniques/T1021.md": technique("T1021", "Remote Services", panel("panel: rules")),
	"Techniques/T1021.004.md": technique("T1021.004", "SSH", panel("panel: rules")),
	"Rules/a.md": rule("SSH key", "sigma", "T1021.004"),
	"Rules/b.md": rule("Any remote service", "elastic", "T1021"),
	"Rules/c.md": rule("Unrelated", "sigma", "T1059"),
	"Runbooks/SSH runbook.md": `${properties(["runbook_id: T1021.004", "tags: [atomic_test]"])}\n${guid(1)}\n${guid(2)}\n`,
	"Overview.md": panel("panel: overview\ntechnique: T1021"),
	"Exact.md": panel("panel: rules\ntechnique: T1021\nexact: true"),
	"Runbooks.md": panel("panel: runbooks\ntechnique: t1021_004\ncolour: red"),
	"Nothing.md": panel("panel: rules"),
	"Unknown id.md": panel("panel: rules\ntechnique: T9999"),
	"Bad option.md": panel("panel: rules\ntechnique: T1021\nlimit: many"),
	"Not a rule.md": panel("panel: rule"),
	"Misspelt.md": panel("panel: rulez"),
};

async function openPanel(path: string): Promise<HTMLElement> {
	const app = await startPlugin(NOTES);
	const leaf = await openNote(app, path);
	const el = leaf.view.containerEl;
	await waitFor(() => el.querySelector(".detection-vault-panel, .detection-vault-message"));
	expect(errorsOf(app)).toEqual([]);
	return el;
}

const rowsOf = (el: HTMLElement): string[] =>
	Array.from(el.querySelectorAll<HTMLElement>("tbody tr"), (row) => texts(row, "td").join(" | "));

const pressed = (el: HTMLElement): string[] => texts(el, "[aria-pressed=true]");

describe("a technique's panel", () => {
	it("lists the rules of the note's own technique, vendor by vendor, sub-techniques included", async () => {
		const el = await openPanel("Techniques/T1021.md");
		expect(rowsOf(el)).toEqual([
			"SSH key | Sigma | test | high",
			"Any remote service | Elastic | test | high",
		]);
		expect(el.textContent).toContain("T1021 Remote Services");
		expect(pressed(el)).toContain("With sub-techniques");
	});

	it("leaves sub-techniques out when told", async () => {
		const el = await openPanel("Exact.md");
		expect(rowsOf(el)).toEqual(["Any remote service | Elastic | test | high"]);
		expect(pressed(el)).toContain("Exactly this technique");
	});

	it("counts rules by vendor and runbooks", async () => {
		const el = await openPanel("Overview.md");
		expect(texts(el, ".detection-vault-figures div")).toEqual([
			"Rules2",
			"Sigma1",
			"Elastic1",
			"Splunk0",
			"Kusto0",
			"YARA-L0",
			"Hunting queries0",
			"Runbooks1",
		]);
	});

	it("lists runbooks with the number of their tests, and names options it does not know", async () => {
		const el = await openPanel("Runbooks.md");
		await waitFor(() => rowsOf(el)[0]?.startsWith("SSH runbook | 2 |"));
		expect(el.textContent).toContain("The option “colour” is not known");
	});

	it("names an option with a value that it cannot have", async () => {
		const el = await openPanel("Bad option.md");
		expect(el.textContent).toContain("The option “limit” has a value it cannot have");
	});
});

const ATTACK_DATA = writeAttackData({
	...EMPTY_ATTACK_DATA,
	techniques: [
		{
			...{ id: "T1021", name: "Remote Services", parent: null, parentName: null },
			...{ domain: "enterprise" as const, tactics: [] },
		},
	],
	retired: [{ id: "T1028", name: "Windows Remote Management", successor: "T1021", url: null }],
});

describe("a technique that is outdated", () => {
	it("says what replaced it, with a link, and counts the rules of that", async () => {
		const app = await startPlugin({
			...NOTES,
			"Detection Vault/data/attack.json": ATTACK_DATA,
			"Techniques/T1028.md": technique("T1028", "Windows Remote Management", panel("panel: rules")),
			"Rules/old.md": rule("Old", "splunk", "T1028"),
		});
		const leaf = await openNote(app, "Techniques/T1028.md");
		const el = leaf.view.containerEl;
		await waitFor(() => el.querySelector(".detection-vault-panel"));
		expect(el.textContent).toContain(
			"T1028 is revoked. Its rules are counted under T1021 Remote Services.",
		);
		const link = el.querySelector(".detection-vault-panel > .detection-vault-hint a");
		expect(link?.getAttribute("data-href")).toBe("Techniques/T1021.md");
		expect(rowsOf(el)).toHaveLength(3);
	});
});

describe("rows of field names that are mistyped", () => {
	it("are told in the overview, each once, with its line and reason, until they are put right", async () => {
		const path = "Detection Vault/Field names.md";
		const app = await startPlugin({
			...NOTES,
			[path]: "| field | label | sigma |\n| --- | --- | --- |\n| | | Image |\n",
		});
		const leaf = await openNote(app, "Overview.md");
		const el = leaf.view.containerEl;
		await waitFor(() => el.querySelector(".detection-vault-texts"));
		expect(texts(el, ".detection-vault-texts li")).toEqual([
			expect.stringMatching(/^Field names line 3: /),
		]);
		const file = app.vault.getFileByPath(path);
		if (file === null) throw new Error("no file");
		await app.vault.modify(file, "");
		await waitFor(() => el.querySelector(".detection-vault-texts") === null);
	});
});

describe("a panel that cannot be drawn", () => {
	it.each([
		["Nothing.md", "This panel needs a technique"],
		["Unknown id.md", "No note of this vault knows T9999"],
		["Not a rule.md", "This panel needs a rule"],
		["Misspelt.md", "There is no panel “rulez”"],
	])("says why: %s", async (path, reason) => {
		expect((await openPanel(path)).textContent).toContain(reason);
	});

	it("names the panels that there are", async () => {
		expect((await openPanel("Misspelt.md")).textContent).toContain("overview, events, fields");
	});
});
