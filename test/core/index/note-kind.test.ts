import { describe, expect, it } from "vitest";
import { kindOfNote } from "../../../src/core/index/note-kind";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { readLibraryEntry } from "../../../src/core/library/read-library-entry";
import { readNoteRecord } from "../../../src/core/index/read-note-record";

describe("a note is", () => {
	it.each([
		["technique", "a.md", "attack_id: t1021.004"],
		["technique", "a.md", "attack_id: https://attack.mitre.org/techniques/T1021/004/"],
		["technique", "T1021 - x.md", "tags: [Techniques]"],
		[undefined, "x.md", "tags: [techniques]"],
		[undefined, "x.md", "attack_id: none"],
		["rule", "x.md", "rule_id: 1"],
		["rule", "x.md", "tags: [Detection_Rule]"],
		["rule", "x.md", "rule_id: 1\ntest_guid: 2"],
		[undefined, "x.md", "rule_id:"],
		["runbook", "x.md", "runbook_id: T1021"],
		["runbook", "x.md", "tags: atomic_test"],
		["execution", "x.md", "test_guid: 8f6c14d1"],
		["execution", "x.md", "runbook: '[[a]]'\ntags: [execution]"],
		[undefined, "x.md", "tags: [execution]"],
		[undefined, "x.md", "__proto__: {rule_id: 1}"],
	])("%s: %s with %j", (kind, path, front) => {
		const text = `---\n${front}\n---\n`;
		const record = readNoteRecord(path, text, { ctime: 0, mtime: 0, size: 0 });
		expect(kindOfNote(record)).toBe(kind);
		const entry = readLibraryEntry(record, text, createRuleKnowledge([]));
		if (kind !== "execution") expect(entry?.kind).toBe(kind);
	});
});
