import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MergeConflict } from "../../../../src/core/notes/merge/merge-note";
import { mergeNote } from "../../../../src/core/notes/merge/merge-note";

function merge(
	base: string,
	mine: string,
	theirs: string,
): { text: string; conflicts: readonly MergeConflict[] } {
	const result = mergeNote({ base, mine, theirs });
	if (!result.ok) throw new Error(result.reason);
	return result;
}

const NOTE = `---
rule_id: r1
title: A rule
status: test
tags: [detection_rule, T1021]
---

## A rule

### Description

First line.

Second line.

### Rule

\`\`\`yaml
title: A rule
level: low
detection: x
\`\`\`

### Notes
`;

describe("mergeNote", () => {
	test("a person's text and upstream's change both arrive", () => {
		const mine = NOTE.replace("### Notes\n", "### Notes\n\nSeen on host 7.\n").replace(
			"status: test",
			"status: test\nowner: me",
		);
		const theirs = NOTE.replace("Second line.", "Second line, changed.").replace(
			"status: test",
			"status: stable",
		);
		const { text, conflicts } = merge(NOTE, mine, theirs);
		expect(conflicts).toEqual([]);
		expect(text).toContain("Second line, changed.");
		expect(text).toContain("Seen on host 7.");
		expect(text).toContain("status: stable\nowner: me\n");
	});

	test("where both changed a line, the person's stays and the note says what upstream has", () => {
		const mine = NOTE.replace("level: low", "level: high");
		const theirs = NOTE.replace("level: low", "level: medium");
		const { text, conflicts } = merge(NOTE, mine, theirs);
		expect(text).toContain("level: high");
		expect(conflicts).toEqual([{ what: "Rule", upstream: "level: medium" }]);
		expect(text).toContain("## Upstream differs");
		expect(text).toContain("### Rule\n\n```markdown\nlevel: medium\n```");
	});

	test("of two equal lines, what either side took out behind one of them stands once", () => {
		const code = (...lines: string[]): string =>
			NOTE.replace("detection: x\n", lines.map((line) => `${line}\n`).join(""));
		const base = code("a: 1", "b: 2", "- any", "c: 3", "- any");
		const mine = code("a: 1", "b: 2", "- any");
		const theirs = code("a: 9", "b: 2", "- any");
		const { text, conflicts } = merge(base, mine, theirs);
		expect(text).toBe(theirs);
		expect(conflicts).toEqual([]);
	});

	test("sections that share the opening of a fence are not parts of each other", () => {
		const block = (title: string, text: string): string =>
			`### ${title}\n\n\`\`\`detection-vault\n${text}\n\`\`\`\n`;
		const base = `## A\n\n${block("One", "TABLE status")}\n${block("Two", "panel: rules")}\n### Notes\n`;
		const mine = base.replace(`\n${block("Two", "panel: rules")}`, "");
		const theirs = base
			.replace("TABLE status", "TABLE level")
			.replace("panel: rules", "panel: all");
		const { text, conflicts } = merge(base, mine, theirs);
		const merged = mine.replace("TABLE status", "TABLE level");
		expect(text.slice(0, merged.length)).toBe(merged);
		expect(conflicts).toEqual([{ what: "Two", upstream: "panel: all" }]);
	});

	test("a property that both changed keeps the person's value", () => {
		const { text, conflicts } = merge(
			NOTE,
			NOTE.replace("status: test", "status: mine"),
			NOTE.replace("status: test", "status: stable"),
		);
		expect(text).toContain("status: mine");
		expect(conflicts).toEqual([{ what: "Property status", upstream: "status: stable" }]);
	});

	test("lists are merged by item", () => {
		const mine = NOTE.replace("[detection_rule, T1021]", "[detection_rule, mine]");
		const theirs = NOTE.replace("[detection_rule, T1021]", "[detection_rule, T1021, T1021_004]");
		expect(merge(NOTE, mine, theirs).text).toContain("tags: [detection_rule, mine, T1021_004]");
	});

	test("what the person deleted stays deleted", () => {
		const mine = NOTE.replace("First line.\n\n", "").replace("status: test\n", "");
		const theirs = NOTE.replace("Second line.", "Second line, changed.");
		const { text } = merge(NOTE, mine, theirs);
		expect(text).not.toContain("First line.");
		expect(text).not.toContain("status:");
		expect(text).toContain("Second line, changed.");
	});

	test("upstream's new section goes where upstream has it", () => {
		const theirs = NOTE.replace("### Rule\n", "### Techniques\n\n- T1021\n\n### Rule\n");
		const mine = NOTE.replace("### Notes\n", "### Notes\n\nMine.\n");
		const { text } = merge(NOTE, mine, theirs);
		expect(text.indexOf("### Techniques")).toBeLessThan(text.indexOf("### Rule"));
		expect(text).toContain("Mine.");
	});

	test("a note with Windows line breaks keeps them", () => {
		const mine = NOTE.replaceAll("\n", "\r\n").replace(
			"### Notes\r\n",
			"### Notes\r\n\r\nMine.\r\n",
		);
		const theirs = NOTE.replace("Second line.", "Second line, changed.").replace(
			"status: test",
			"status: stable",
		);
		const { text } = merge(NOTE, mine, theirs);
		expect(text).toContain("Second line, changed.\r\n");
		expect(text).toContain("status: stable\r\n");
		expect(text.replaceAll("\r\n", "")).not.toContain("\n");
	});

	test("comments, order and quoting of the person's front matter stay", () => {
		const mine = NOTE.replace(
			"title: A rule\nstatus: test",
			"# my comment\nstatus: test # kept\ntitle: 'A rule'",
		);
		const theirs = NOTE.replace(
			"tags: [detection_rule, T1021]",
			"tags: [detection_rule, T1021, x]",
		);
		expect(merge(NOTE, mine, theirs).text).toContain(
			"# my comment\nstatus: test # kept\ntitle: 'A rule'\ntags: [detection_rule, T1021, x]\n",
		);
	});

	test("a note whose front matter is broken is left alone", () => {
		const mine = NOTE.replace("title: A rule", "title: [broken");
		expect(mergeNote({ base: NOTE, mine, theirs: NOTE.replace("Second", "2nd") })).toMatchObject({
			ok: false,
		});
	});
});

describe("a note that others link to was moved", () => {
	const linked = NOTE.replace("First line.", "See [[Old|T1021]] first.").replace(
		"title: A rule",
		'title: "[[Old|A rule]]"',
	);
	const moved = linked.replaceAll("[[Old|", "[[New|");

	test("links that the person left alone follow it", () => {
		const mine = linked.replace("### Notes\n", "### Notes\n\nMine.\n");
		const { text, conflicts } = merge(linked, mine, moved);
		expect(conflicts).toEqual([]);
		expect(text).toContain("See [[New|T1021]] first.");
		expect(text).toContain("Mine.");
	});

	test("where the person wrote their own words, that is no conflict", () => {
		const mine = linked
			.replace("See [[Old|T1021]] first.", "My words.")
			.replace("[[Old|A rule]]", "My title");
		expect(merge(linked, mine, moved)).toEqual({
			ok: true,
			text: mine,
			conflicts: [],
			differs: [],
		});
	});

	test("leaves an entry on upstream, which is still worth saying", () => {
		const mine = linked.replace("See [[Old|T1021]] first.", "My words.");
		const changed = linked.replace(" first.", " last.");
		const told = merge(linked, mine, changed).text;
		expect(told).toContain("See [[Old|T1021]] last.");
		const relinked = merge(changed, told, changed.replaceAll("[[Old|", "[[New|")).text;
		expect(relinked).toContain("See [[Old|T1021]] last.");
		const gone = merge(
			changed.replaceAll("[[Old|", "[[New|"),
			relinked,
			linked.replaceAll("[[Old|", "[[New|"),
		).text;
		expect(gone).not.toContain("See [[Old|T1021]] last.");
	});
});

describe("the section on upstream", () => {
	const mine = NOTE.replace("level: low", "level: high");
	const first = merge(NOTE, mine, NOTE.replace("level: low", "level: medium"));
	const medium = NOTE.replace("level: low", "level: medium");

	test("a newer conflict takes an older one's place", () => {
		const { text } = merge(medium, first.text, NOTE.replace("level: low", "level: critical"));
		expect(text).toContain("level: critical");
		expect(text).not.toContain("level: medium");
		expect(text.match(/## Upstream differs/g)).toHaveLength(1);
	});

	test("it goes once the person took upstream's text", () => {
		const resolved = first.text.replace("level: high", "level: medium");
		const { text } = merge(
			medium,
			resolved,
			medium.replace("Second line.", "Second line, changed."),
		);
		expect(text).not.toContain("Upstream differs");
		expect(text).toContain("Second line, changed.");
	});

	test("what a person writes into it stays", () => {
		const noted = `${first.text}\nAsked the team about this.\n`;
		const { text } = merge(medium, noted, NOTE.replace("level: low", "level: critical"));
		expect(text).toContain("Asked the team about this.");
	});
});

const line = fc.constantFrom("a", "b", "c", "", "### H", "- x", "```", "d e f");
const body = fc
	.array(line, { maxLength: 14 })
	.map((lines) => lines.map((text) => `${text}\n`).join(""));
const note = fc
	.tuple(
		fc.dictionary(
			fc.constantFrom("k1", "k2", "k3"),
			fc.constantFrom("v1", "v2", "[a, b]", "[a, c]"),
		),
		body,
	)
	.map(([properties, text]) => {
		const lines = Object.entries(properties).map(([key, value]) => `${key}: ${value}\n`);
		return `---\n${lines.join("")}---\n${text}`;
	});
/** A person's edit: every line they add is recognisable. */
const edit = fc.array(fc.tuple(fc.nat(20), fc.nat(2)), { maxLength: 5 });

function applyEdit(
	text: string,
	edits: readonly (readonly [number, number])[],
): { text: string; added: string[] } {
	const start = text.indexOf("---\n", 4) + 4;
	const lines = text.slice(start).split("\n");
	const added: string[] = [];
	edits.forEach(([at, remove], index) => {
		const own = `person ${index}`;
		added.push(own);
		lines.splice(at % (lines.length + 1), remove, own);
	});
	const result = lines.join("\n");
	return {
		text: text.slice(0, start) + result,
		added: added.filter((own) => result.includes(own)),
	};
}

describe("laws of merging", () => {
	test("upstream unchanged gives the person's note, the person's unchanged gives upstream's", () => {
		fc.assert(
			fc.property(note, note, (base, other) => {
				expect(merge(base, other, base).text).toBe(other);
				expect(merge(base, base, other).text).toBe(other);
				expect(merge(base, other, other).text).toBe(other);
			}),
		);
	});

	test("no line that the person added is ever missing", () => {
		fc.assert(
			fc.property(note, edit, note, (base, edits, theirs) => {
				const { text: mine, added } = applyEdit(base, edits);
				const { text } = merge(base, mine, theirs);
				for (const own of added) expect(text.split("\n")).toContain(own);
			}),
			{ numRuns: 500 },
		);
	});

	test("every line of upstream's is in the note, or is said in its section", () => {
		fc.assert(
			fc.property(note, edit, edit, (base, edits, changes) => {
				const { text: mine } = applyEdit(base, edits);
				const upstream = applyEdit(base, changes);
				const theirs = upstream.text.replaceAll("person", "upstream");
				const { text } = merge(base, mine, theirs);
				for (const own of upstream.added) expect(text).toContain(own.replace("person", "upstream"));
			}),
			{ numRuns: 500 },
		);
	});

	test("merging again with the same upstream changes nothing", () => {
		fc.assert(
			fc.property(note, edit, note, (base, edits, theirs) => {
				const { text } = merge(base, applyEdit(base, edits).text, theirs);
				expect(merge(theirs, text, theirs).text).toBe(text);
			}),
		);
	});

	test("no property of the person's is lost", () => {
		fc.assert(
			fc.property(note, note, (base, theirs) => {
				const mine = base.replace("---\n", "---\nown: 1\nlist: [p, q]\n");
				const { text } = merge(base, mine, theirs);
				expect(text).toContain("own: 1\n");
				expect(text).toContain("list: [p, q]\n");
			}),
		);
	});
});
