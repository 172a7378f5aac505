import { describe, expect, it } from "vitest";
import type { ForeignNote } from "../../../../src/core/notes/foreign/foreign-note";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";
import {
	CALLOUT_TECHNIQUE,
	CATALOGUE_RULE,
	CATALOGUE_RUNBOOK,
	CATALOGUE_TECHNIQUE,
	foreignFrom,
	foreignOf,
	readForeignFixture,
} from "./note-fixtures";

const asRecord = ({ properties }: ForeignNote): Record<string, unknown> =>
	Object.fromEntries(properties.map(({ key, value }) => [key, value]));
const outline = ({ sections }: ForeignNote): readonly string[] =>
	sections.map(({ heading, role }) => `${heading} (${role})`);

describe("a technique note of another vault", () => {
	it("is read from dates, comma lists and a version that YAML would shorten", () => {
		const note = foreignOf(CATALOGUE_TECHNIQUE);
		expect(asRecord(note)).toEqual({
			attack_id: "T1070.003",
			name: "Indicator Removal: Clear Command History",
			parent: "T1070",
			tactics: ["defense-evasion", "privilege-escalation"],
			platforms: ["Linux", "macOS", "Windows"],
			version: "1.10",
			created: "2020-01-31",
			last_modified: "2023-05-09",
			url: "https://attack.mitre.org/techniques/T1070/003",
		});
		expect(note.ownProperties).toEqual([{ key: "owner", value: "blue team" }]);
		expect(note.ownTags).toEqual(["lab"]);
		expect(outline(note)).toEqual([
			"Indicator Removal- Clear Command History (title)",
			"Description (generated)",
			"Detection (generated)",
			"Defenses Bypassed (generated)",
			"Data Sources (generated)",
			"Detection Rule (generated)",
			"Rule Testing (generated)",
			"What we saw (own)",
		]);
	});

	it("is read from an information callout", () => {
		const note = foreignOf(CALLOUT_TECHNIQUE);
		expect(asRecord(note)).toMatchObject({
			name: "Indicator Removal: Clear Command History",
			tactics: ["stealth"],
			platforms: ["Linux", "macOS"],
			version: "1.10",
			created: "2020-01-31",
		});
		expect(note.ownTags).toEqual(["hunted"]);
		expect(note.ownAliases).toEqual(["History wipe"]);
		expect(outline(note).at(-1)).toBe("Playbook (own)");
	});

	it("is read from lists broken to one item", () => {
		const note = foreignOf(
			"path-links/kb/mitre/attack/techniques/T1070.003-Clear_Command_History.md",
		);
		expect(asRecord(note)).toMatchObject({
			name: "Clear Command History",
			tactics: ["stealth", "command-and-control"],
			platforms: ["ESXi", "Linux", "macOS"],
		});
		expect(note).toMatchObject({ ownProperties: [], ownTags: [], ownAliases: [] });
	});

	it("is read from keys of another spelling", () => {
		const note = foreignOf("flat/kb/attack/techniques/T1070.003-clear_command_history.md");
		expect(asRecord(note)).toMatchObject({
			name: "Clear Command History",
			tactics: ["TA0005"],
			created: "2020-01-31",
			last_modified: "2025-10-24",
			version: "1.10",
		});
		expect(note.ownProperties).toEqual([]);
	});

	it("keeps the author's sections whole, whatever headings stand below them", () => {
		const text =
			"---\nattack_id: T1070\n---\nFirst words.\n\n# Ours\n\n## Detection\n\nOur way.\n\n# Detection\n";
		const note = foreignFrom("a.md", text);
		expect(outline(note)).toEqual([
			" (own)",
			"Ours (own)",
			"Detection (own)",
			"Detection (generated)",
		]);
	});
});

describe("a rule note of another vault", () => {
	it("gives the rule's text with a file name for it and its line", () => {
		const note = foreignOf(CATALOGUE_RULE);
		expect(note.rule).toMatchObject({ path: "lnx_history_emptied.yml", line: 19 });
		expect(note.rule?.text.split("\n")[0]).toBe("title: History File Emptied");
		expect(asRecord(note)).toMatchObject({
			rule_id: "0c1d2e3f-4a5b-4c6d-8e7f-901a2b3c4d5e",
			title: "History File Emptied",
			level: "medium",
			techniques: ["T1070.003"],
			created: "2021-03-04",
		});
	});

	it("tells the author's tags from those that the rule's own became", () => {
		expect(foreignOf(CATALOGUE_RULE).ownTags).toEqual(["noisy"]);
	});

	it("is read as far as its lines go where the front matter is broken", () => {
		const reading = readForeignFixture("catalogue/Detection Rules/win_console_cleared.md");
		expect(reading).toMatchObject({
			kind: "note",
			note: { id: "1d2e3f40-5b6c-4d7e-8f80-12b3c4d5e6f7" },
			problems: [{ code: "note-front-matter", line: 2, severity: "warning" }],
		});
	});
});

it("a runbook note of another vault has only the generator's sections where nobody added one", () => {
	const note = foreignOf(CATALOGUE_RUNBOOK);
	expect(note).toMatchObject({ kind: "runbook", id: "T1070.003", ownProperties: [], ownTags: [] });
	expect(note.sections.some(({ role }) => role === "own")).toBe(false);
});

describe("a file that gives no note", () => {
	it.each([
		["other/Overview.md", "it is neither a technique's, a rule's nor a runbook's note"],
		[
			"other/2026-03-04 0920 T1070.003 1f0b3c52.md",
			"it records a run of a test, and runs are not imported",
		],
	])("%s says why", (path, reason) => {
		expect(readForeignFixture(path)).toEqual({ kind: "none", reason, problems: [] });
	});

	it("tells a contradiction with the name that the user gave", () => {
		expect(readForeignFixture("other/T1070.003 - Clear Command History.md")).toMatchObject({
			kind: "none",
			problems: [
				{ code: "note-identity", file: "vault/other/T1070.003 - Clear Command History.md" },
			],
		});
	});

	it("is not Markdown", () => {
		expect(readForeignNote({ file: "a.png", path: "a.png", text: "" }).kind).toBe("none");
	});
});

it("nested properties become text, and that is told", () => {
	const text = "---\nattack_id: T1070\nlab: {host: a, ports: [1, 2]}\nscores: [1, 2]\n---\n";
	const reading = readForeignNote({ file: "a.md", path: "a.md", text });
	expect(reading).toMatchObject({
		kind: "note",
		note: {
			ownProperties: [
				{ key: "lab", value: '{"host":"a","ports":[1,2]}' },
				{ key: "scores", value: ["1", "2"] },
			],
		},
		problems: [{ code: "note-front-matter", severity: "info" }],
	});
});
