import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { draftRuleNote } from "../../../../src/core/notes/rule/draft-rule-note";
import { readRuleNote } from "../../../../src/core/notes/rule/read-rule-note";
import { findFences } from "../../../../src/core/notes/safe/read-fence";
import { writeNote } from "../../../../src/core/notes/front-matter/write-properties";
import type { Rule } from "../../../../src/core/model/rule";
import { readNotedRule } from "../../../../src/core/rules/read-noted-rule";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { describeCorpora } from "../../../support/corpora";
import { findLive } from "../safe/live-markdown";
import { buildContext } from "./rule-builder";

/** One file in so many is taken, so that the sweep stays short. */
const STRIDE = 7;

function* listRules(folder: string): Generator<Rule> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const [index, path] of files.entries()) {
		if (index % STRIDE !== 0) continue;
		const kind = readRuleFile({ file: path, path, text: readFileSync(path, "utf8") });
		if (kind.kind === "rules") yield* kind.reading.rules;
	}
}

function headingsOutsideFences(body: string): readonly string[] {
	const parts: string[] = [];
	let at = 0;
	for (const { start, end } of findFences(body)) {
		parts.push(body.slice(at, start));
		at = end;
	}
	parts.push(body.slice(at));
	return parts.join("").match(/^#{1,3} .*$/gm) ?? [];
}

describeCorpora("rule notes of real rules", (folder) => {
	test.each(["sigma", "elastic", "splunk", "chronicle", "kusto"])(
		"%s: nothing in a note is live, its sections hold, and the rule comes back from it",
		(vendor) => {
			for (const rule of listRules(join(folder, vendor))) {
				const draft = draftRuleNote(rule, buildContext());
				const headings = headingsOutsideFences(draft.body);
				expect(
					headings.filter((line) => line.startsWith("## ")),
					rule.file,
				).toEqual([headings[0]]);
				expect(new Set(headings).size, rule.file).toBe(headings.length);
				expect(headings.at(-1)).toBe("### Notes");
				const live = findLive(draft.body).filter((what) => !what.startsWith("fence "));
				expect(live, rule.file).toEqual([]);

				const note = readRuleNote(writeNote(draft.properties, draft.body));
				const text = rule.text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
				expect(note?.source.text, rule.file).toBe(text);
				if (note === undefined) continue;
				const again = readNotedRule("note.md", note).rule;
				expect([again?.vendor, again?.id], rule.file).toEqual([rule.vendor, rule.id]);
				expect(again?.queries.length, rule.file).toBe(rule.queries.length);
			}
		},
		120_000,
	);
});
