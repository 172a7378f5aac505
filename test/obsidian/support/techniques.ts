import type { App, Editor } from "obsidian";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { writeAttackData } from "../../../src/core/attack/write-attack-data";
import { TechniqueSuggest } from "../../../src/obsidian/finding/technique-suggest";
import { ATTACK, known } from "../../core/library/technique-vault";
import { hostOf } from "../../support/obsidian/host";
import { startPlugin, waitFor } from "./plugin";
import type { Notes } from "./plugin";

const properties = (lines: readonly string[]): string => ["---", ...lines, "---", ""].join("\n");

/** A technique's note. */
const techniqueNote = (id: string, name: string): string =>
	properties([
		...[`attack_id: ${id}`, `name: ${name}`, "tactics: [Lateral Movement]"],
		...[`aliases: [${id}, Alias of ${name}]`, "tags: [techniques]"],
	]);

/** A rule's note. */
const ruleNote = (title: string, vendor: string, technique: string): string =>
	properties([
		...[`rule_id: ${title}`, `title: ${title}`, `vendor: ${vendor}`, "level: high"],
		...[`techniques: [${technique}]`, "tags: [detection_rule]"],
	]);

/** A vault with a technique, three of its sub-techniques, one more that was not imported, rules, a runbook and a run of it. */
export const TECHNIQUE_VAULT: Notes = {
	"Techniques/T1021.md": techniqueNote("T1021", "Remote Services"),
	"Techniques/RDP.md": techniqueNote("T1021.001", "Remote Desktop Protocol"),
	"Techniques/SSH.md": techniqueNote("T1021.004", "SSH"),
	"Techniques/VNC.md": techniqueNote("T1021.005", "VNC"),
	"Rules/a.md": ruleNote("SSH key", "sigma", "T1021.004"),
	"Rules/b.md": ruleNote("SSH login", "elastic", "T1021.004"),
	"Rules/c.md": ruleNote("SSH tunnel", "elastic", "T1021.004"),
	"Rules/d.md": ruleNote("Old name", "splunk", "T1028"),
	"Runbooks/SSH runbook.md": `${properties(["runbook_id: T1021.004", "title: SSH runbook", "tags: [atomic_test]"])}\n- GUID: 00000001-0000-4000-8000-000000000000\n`,
	"Runs/first.md": properties([
		...['runbook: "[[SSH runbook]]"', "test_guid: 00000001-0000-4000-8000-000000000000"],
		...["test_name: log in", "started: 2026-11-02T09:20:25Z", "outcome: not-detected"],
		...["host: lab-1", "tags: [execution]"],
	]),
	"Report.md": "T1021.004 and again T1021.004, see [[VNC|remote screens]] and T1028. Not T9999.\n",
	"Empty.md": "Nothing of the kind.\n",
	"Detection Vault/data/attack.json": writeAttackData({
		...EMPTY_ATTACK_DATA,
		tactics: ATTACK.tactics,
		techniques: [
			known("T1021", "Remote Services"),
			known("T1021.001", "Remote Desktop Protocol", "Remote Services"),
			known("T1021.004", "SSH", "Remote Services"),
			known("T1021.005", "VNC", "Remote Services"),
			known("T1059", "Command and Scripting Interpreter"),
		],
		retired: [{ id: "T1028", name: "Windows Remote Management", successor: "T1021", url: null }],
	}),
};

/** What completes typed ids in an app. */
export function suggestOf(app: App): TechniqueSuggest {
	const plugin = hostOf(app).plugins.get("detection-vault") as unknown as {
		readonly editorSuggests__: readonly unknown[];
	};
	const suggest = plugin.editorSuggests__.find((one) => one instanceof TechniqueSuggest);
	if (!(suggest instanceof TechniqueSuggest)) throw new Error("Nothing completes ids.");
	return suggest;
}

/** An app over that vault, once every note is in the index: suggestions wait for that. */
export async function startTechniqueVault(more: Notes = {}): Promise<App> {
	const app = await startPlugin({ ...TECHNIQUE_VAULT, ...more });
	const line = "T1021";
	const editor = { getLine: () => line } as unknown as Editor;
	const suggest = suggestOf(app);
	await waitFor(() => suggest.onTrigger({ line: 0, ch: line.length }, editor));
	return app;
}
