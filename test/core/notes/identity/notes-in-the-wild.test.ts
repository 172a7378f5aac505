import { describe, expect, it } from "vitest";
import { identifyNote } from "../../../../src/core/notes/identity/identify-note";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";

const NAMES: Readonly<Record<string, string>> = {
	T1021: "T1021 - Remote Services",
	"T1021.004": "T1021.004 - Remote Services - SSH",
	T1566: "T1566 - Phishing",
};
const baseNameOf = (id: string): string | undefined => NAMES[id];
const identify = (path: string, text: string) => identifyNote(path, text, { baseNameOf });

function note(...lines: readonly string[]): string {
	return `---\n${lines.join("\n")}\n---\n\nText.\n`;
}

describe("a technique's note of somebody's own shape", () => {
	it.each([
		["MITRE/T1021.004 - SSH.md", "Text."],
		["MITRE/T1021.004 - Remote Services - SSH.md", "Text."],
		["MITRE/T1021.004 Remote Services SSH.md", "#mitre\n"],
		["MITRE/T1021_004_SSH.md", "Text."],
		["MITRE/T1021.004 — SSH.md", "Text."],
		["MITRE/SSH - T1021.004.md", "Text."],
		["MITRE/Remote Services SSH (T1021.004).md", "Text."],
		["MITRE/T1021.004.md", "Text."],
		["t1021_004.md", "# My words\n"],
		["MITRE/SSH.md", "id:: T1021.004\n"],
		["MITRE/SSH.md", "# SSH\n\n**MITRE ID**: T1021.004\n"],
		["MITRE/SSH.md", "# SSH\n\n- External IDs: T1021.004\n"],
		["MITRE/SSH.md", note("aliases: [T1021.004]")],
		["MITRE/notes.md", "# Remote Services: SSH\n\ntechnique_id:: T1021.004\n"],
		["MITRE/SSH.md", "- Technique:: [[T1021.004]]\n"],
		["MITRE/SSH.md", "[mitre:: T1021.004] and more\n"],
		["MITRE/SSH.md", "**MITRE**: [T1021.004](https://attack.mitre.org/techniques/T1021/004)\n"],
		["MITRE/SSH.md", "| Field | Value |\n|---|---|\n| **ID** | T1021.004 |\n"],
		["MITRE/SSH.md", "# SSH (T1021.004)\n"],
		["MITRE/SSH.md", note("mitre: T1021.004")],
		["MITRE/SSH.md", note("MITRE ATT&CK: t1021.004")],
		["MITRE/SSH.md", note('mitre_technique: "[[T1021.004]]"')],
		["MITRE/SSH.md", note("link: https://attack.mitre.org/techniques/T1021/004/")],
		["MITRE/SSH.md", note("tags: [mitre/T1021/004, lab]")],
		["MITRE/SSH.md", note("tags: [attack/technique/T1021.004]")],
		["MITRE/T1021-004 SSH.md", "Text."],
		["MITRE/T1021.004 - SSH (port 22).md", "Text."],
		["MITRE/T1021.004 remote services.md", "Text."],
		["01 - Techniques/T1021.004 - Port 22.md", "Text."],
	])("is %s", (path, text) => {
		expect(identify(path, text)).toMatchObject({ kind: "technique", id: "T1021.004" });
	});

	it.each([
		["id: T1021.004", "type: attack-pattern"],
		["id: 0b2f", "type: sub-technique", "mitre_id: T1021.004"],
		["type: MITRE Technique", "aliases: [T1021.004]"],
		["note: x", "tags: [attack-pattern]", "mitre-id: T1021.004"],
	])("has the properties %s, %s", (...lines) => {
		expect(identify("A/secure shell.md", note(...lines))).toMatchObject({
			...{ kind: "technique", id: "T1021.004", certainty: "marked" },
		});
	});

	it("may carry a word of many meanings as its tag where its name is the technique's", () => {
		const text = note("tags: [technique, T1021.004]");
		expect(identify("A/SSH.md", text)).toMatchObject({ kind: "technique", id: "T1021.004" });
		expect(identify("A/Tunnels I like.md", text)).toMatchObject({ kind: null, problems: [] });
	});
});

describe("a note that names a technique without being its note", () => {
	it.each([
		["Cases/Case 7.md", note("type: soc-case", "tags: [mitre/T1021-004, mitre/T1566]")],
		["Campaigns/Quarter.md", note("type: campaign", "technique_id: T1021.004")],
		["Detections/SSH.md", note("attack_id: [T1021.004, T1566]")],
		["Detections/New host.md", note("type: detection", "attack_id: T1021.004")],
		["Reports/A report.md", note("url: https://attack.mitre.org/techniques/T1021/004/")],
		["Playbooks/Phishing.md", note("aliases: [T1566]")],
		["Playbooks/T1566 - Phishing.md", "Call the desk."],
		["Runbooks/T1566 - Phishing.md", "Call the desk."],
		["Mail/Phishing.md", note("tags: [T1566]")],
		["Incidents/T1566 - Phishing at the desk.md", "Text."],
		["MITRE/T1566 - Phishing at the desk.md", "Text."],
		["MITRE/T1566 hunt.md", "Text."],
		["MITRE/T1021.004 and T1566.md", "Text."],
		["CAPEC/CAPEC-98.md", note("type: attack-pattern", "tags: [attack-pattern, T1566]")],
		["Templates/Technique.md", note('attack_id: "{{id}}"', "tags: [technique]")],
		["04 - Templates/T1021.004.md", note("attack_id: T1021.004", "tags: [techniques]")],
		["Techniques/T1021.004.md", note("excalidraw-plugin: parsed")],
		["Boards/T1021.004.md", note("kanban-plugin: board")],
		["Mail/Phishing.md", note("tags: [mitre/T1566, mitre/T1021/004]")],
		["Tools/SSH.md", note("mitre: T1021.004")],
		["Tactics/TA0008 - Lateral Movement.md", "### [[T1021]]\n\n> technique_id:: T1021\n"],
	])("is %s", (path, text) => {
		expect(identify(path, text)).toMatchObject({ kind: null, problems: [] });
	});

	it("is none where names are not known, unless a folder or property says so", () => {
		expect(identifyNote("MITRE/T1021.004 - SSH.md", "Text.")).toMatchObject({ kind: null });
	});
});

describe("the property attack_id", () => {
	it.each([
		"https://attack.mitre.org/techniques/T1021/004/",
		'"[[T1021.004 - SSH|SSH]]"',
		'"[T1021.004](https://attack.mitre.org/techniques/T1021/004)"',
	])("may link to the technique: %s", (value) => {
		expect(identify("KB/x.md", note(`attack_id: ${value}`))).toMatchObject({
			...{ kind: "technique", id: "T1021.004", certainty: "stated", problems: [] },
		});
	});

	it("that says more than an id is none", () => {
		const [problem] = identify("KB/x.md", note("attack_id: see T1021.004")).problems;
		expect(problem?.message).toContain("attack_id is not a technique's id");
	});
});

describe("a note that holds a rule and is called something else", () => {
	const rule = (id: string): string =>
		`\`\`\`yaml\ntitle: Odd\nid: ${id}\ndetection:\n  condition: sel\n\`\`\`\n`;

	it.each([
		["Detections/mine.md", rule("1")],
		["02 Rules/Windows/mine.md", `Words.\n\n${rule("1")}\n- [x] tuned\n`],
		["KB/mine.md", note("type: detection") + rule("1")],
	])("is the rule's among detections: %s", (path, text) => {
		expect(identify(path, text)).toMatchObject({ kind: "rule", id: "1" });
	});

	it.each([
		["KB/mine.md", rule("1")],
		["Detections/mine.md", rule("1") + rule("2")],
		["Detections/mine.md", "```yaml\ntitle: Odd\ndetection:\n  condition: sel\n```\n"],
	])("is not elsewhere, with several, or without an id: %s", (path, text) => {
		expect(identify(path, text)).toMatchObject({ kind: null, problems: [] });
	});
});

describe("a note that names a rule", () => {
	it("is the rule's, unless its type says that it is an alert of it", () => {
		expect(identify("A/x.md", note("rule_id: 5710"))).toMatchObject({ kind: "rule" });
		expect(identify("A/x.md", note("rule_id: 5710", "type: rule"))).toMatchObject({ kind: "rule" });
		expect(identify("A/x.md", note("rule_id: 5710", "type: alert"))).toMatchObject({ kind: null });
	});
});

describe("a runbook in a folder that may be anybody's", () => {
	it("has atomic tests in it", () => {
		const text = "# T1566\n\nFrom Atomic Red Team.\n";
		expect(identify("Runbooks/T1566 - Phishing.md", text)).toMatchObject({ kind: "runbook" });
	});
});

describe("what a generated note states", () => {
	it("is read from links with ids, other keys and names in words", () => {
		const text = note(
			...["type: sub-technique", "mitre_id: T1021.004", "technique_name: SSH", "platform: Linux"],
			...[
				"tactics:",
				"  - '[[Lateral Movement|TA0008 - Lateral Movement]]'",
				"x_mitre_version: 1.2",
			],
			...["updated_at: '2023-05-29T16:48:53.672970+00:00'", "severity: high"],
		);
		const file = { file: "v/SSH.md", path: "SSH.md", text };
		const reading = readForeignNote(file, baseNameOf);
		expect(reading).toMatchObject({
			kind: "note",
			note: { title: "SSH", ownProperties: [{ key: "severity", value: "high" }] },
		});
		const properties = reading.kind === "note" ? reading.note.properties : [];
		expect(Object.fromEntries(properties.map(({ key, value }) => [key, value]))).toEqual({
			...{ attack_id: "T1021.004", name: "SSH", parent: "T1021", version: "1.2" },
			...{ tactics: ["lateral-movement"], platforms: ["Linux"], last_modified: "2023-05-29" },
		});
	});

	it("keeps what an author wrote under a name that generators use too", () => {
		const own = {
			external_id: "LAB-12",
			modified: "by the night shift",
			"mitre-note": "seen in May",
		};
		const lines = Object.entries(own).map(([key, value]) => `${key}: ${value}`);
		const text = note("type: technique", "mitre_id: T1021.004", "stix_id:", ...lines);
		const reading = readForeignNote({ file: "v/SSH.md", path: "SSH.md", text }, baseNameOf);
		const ownProperties = Object.entries(own).map(([key, value]) => ({ key, value }));
		expect(reading).toMatchObject({ kind: "note", note: { ownProperties } });
	});

	it("leaves the title to a heading that is the technique's name, and keeps any other", () => {
		const titles = ["# SSH", "# My lab"].map((heading) => {
			const text = `${heading}\n\nWords.\n`;
			const file = { file: "v/T1021.004.md", path: "MITRE/T1021.004.md", text };
			const reading = readForeignNote(file, baseNameOf);
			return reading.kind === "note" ? reading.note.sections[0]?.role : undefined;
		});
		expect(titles).toEqual(["title", "own"]);
	});
});
