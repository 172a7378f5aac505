import { describe, expect, it } from "vitest";
import { addForeignText } from "../../../../src/core/notes/foreign/add-foreign";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import { readForeignNote } from "../../../../src/core/notes/foreign/read-foreign-note";
import { readTechniques } from "../../atomics/atomic-fixtures";
import { draftRunbookNote } from "../../../../src/core/notes/runbook/draft-runbook-note";
import { EMPTY_CONTEXT } from "../runbook/runbook-fixtures";
import {
	CALLOUT_TECHNIQUE,
	CATALOGUE_RUNBOOK,
	CATALOGUE_TECHNIQUE,
	foreignFrom,
	foreignOf,
	readNote,
} from "./note-fixtures";

const NOTE = writeNote(
	[
		{ key: "attack_id", value: "T1070.003" },
		{ key: "aliases", value: ["T1070.003", "Clear Command History"] },
		{ key: "tags", value: ["T1070_003", "techniques", "Stealth"] },
	],
	[
		"## Indicator Removal - Clear Command History",
		"### Description",
		"Whoever clears a history hides what was typed. Shells keep it in a file, consoles keep it in memory.",
		"### Detection",
		"Something quite different is said here since the last version of ATT&CK.",
		"### Notes\n",
	].join("\n\n"),
);

describe("a drafted note with what another vault's author wrote", () => {
	it("has their properties, tags, aliases and sections behind its own", () => {
		expect(addForeignText(NOTE, foreignOf(CATALOGUE_TECHNIQUE))).toBe(
			`${NOTE.replace("Stealth]\n", "Stealth, lab]\nowner: blue team\n").trimEnd()}\n\n## What we saw\n\n` +
				"In March the build hosts did this every night, see [[Build hosts]].\n\n" +
				"| Host | When |\n| --- | --- |\n| build-1 | 02:00 |\n",
		);
	});

	it("has a line that the author put among upstream's own, where it stood", () => {
		const text = addForeignText(NOTE, foreignOf(CALLOUT_TECHNIQUE));
		expect(text).toContain(
			"consoles keep it in memory.\n\nOur own remark: the jump hosts have no history at all.\n\n### Detection",
		);
		expect(text).toContain("### Notes\n\n## Playbook\n\n1. Ask the owner of the host.");
		expect(text).not.toContain("Some group");
		expect(text).toContain("Clear Command History, History wipe]");
	});

	it("keeps upstream's text where a generated section says something else", () => {
		expect(addForeignText(NOTE, foreignOf(CATALOGUE_TECHNIQUE))).not.toContain("Watch for writes");
	});

	it("of a runbook gets what stands in rendered tests, in the test it is about", () => {
		const [technique] = readTechniques("T1070.003.yaml");
		if (technique === undefined) throw new Error("no technique");
		const { properties, body } = draftRunbookNote(technique, EMPTY_CONTEXT);
		const note = writeNote(properties, body);
		expect(addForeignText(note, foreignOf(CATALOGUE_RUNBOOK))).toBe(note);
		const edited = readNote(CATALOGUE_RUNBOOK)
			.replace(
				"Upon success the file is empty.",
				"Upon success the file is empty.\nSeen by our rule 17.",
			)
			.replace(/$/, "\n## Results\n\nWorked in May.\n");
		const text = addForeignText(note, foreignFrom(CATALOGUE_RUNBOOK, edited));
		expect(text).toContain("the file is empty.\n\nSeen by our rule 17.\n\n### Inputs");
		expect(text).toMatch(/## Notes\n\n## Results\n\nWorked in May\.\n$/);
	});
});

describe("a note's text with what another vault's author wrote", () => {
	const foreign = foreignFrom(
		"T1070.md",
		"---\nattack_id: T1070\nowner: a\ntags: [techniques, x]\naliases: [Wipe]\n---\n## Ours\n\nNew.\n\n### Deeper\n\nToo.\n",
	);

	it("keeps the style of its lists and its line breaks", () => {
		const flow =
			"---\r\nattack_id: T1070\r\ntags: [techniques]\r\n---\r\n\r\n## Ours\r\n\r\nOld.\r\n";
		expect(addForeignText(flow, foreign)).toBe(
			"---\r\nattack_id: T1070\r\ntags: [techniques, x]\r\nowner: a\r\naliases: [Wipe]\r\n---\r\n\r\n## Ours\r\n\r\nOld.\r\n\r\nNew.\r\n\r\n### Deeper\r\n\r\nToo.\r\n",
		);
		const block = "---\ntags:\n  - techniques # ours\n  - 'a'\n---\nText\n";
		expect(addForeignText(block, foreign)).toMatch(
			/^---\ntags:\n {2}- techniques # ours\n {2}- 'a'\n {2}- x\nowner: a\n/,
		);
	});

	it("leaves alone a list that is written as text, a property that is there, and broken front matter", () => {
		const text =
			"---\ntags: techniques\nOwner: b\naliases: [Wipe]\n---\n## Ours\n\nNew.\n\n### Deeper\n\nToo.\n";
		expect(addForeignText(text, foreign)).toBe(text);
		const broken = "---\ntags: [,\n---\nText\n";
		expect(addForeignText(broken, foreign)).toBe(broken);
	});

	it("gets front matter where it has none", () => {
		expect(addForeignText("Text", foreign)).toMatch(
			/^---\nowner: a\ntags: \[x\]\naliases: \[Wipe\]\n---\n\nText\n\n## Ours\n\nNew\./,
		);
	});
});

it("a note that is large is read and added in one go", () => {
	const sections = Array.from(
		{ length: 3000 },
		(_, at) => `## S${at}\n\nText ${at} of the section.\n`,
	);
	const text = `---\nattack_id: T1070\n---\n${sections.join("\n")}`;
	const reading = readForeignNote({ file: "a.md", path: "a.md", text });
	if (reading.kind !== "note") throw new Error(reading.reason);
	const once = addForeignText("---\nattack_id: T1070\n---\n", reading.note);
	expect(once.match(/^## S/gm)).toHaveLength(3000);
	expect(addForeignText(once, reading.note)).toBe(once);
});
