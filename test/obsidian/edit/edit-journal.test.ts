import { describe, expect, it } from "vitest";
import type { PropertyChange } from "../../../src/core/notes/front-matter/set-property";
import { createEditJournal } from "../../../src/obsidian/edit/edit-journal";

const change = (key: string): PropertyChange => ({
	key,
	before: { raw: "", value: undefined },
	after: { raw: `${key}: 1\n`, value: 1 },
	addsBlock: false,
});

describe("the journal of edits", () => {
	it("undoes the edits of a table last to first, and does them again first to last", () => {
		const journal = createEditJournal<string>();
		const a = journal.add("T", "A.md", change("a"));
		const b = journal.add("T", "B.md", change("b"));
		journal.add("other", "C.md", change("c"));
		expect(journal.lastDone("T")).toBe(b);
		journal.turn(b, change("b"));
		expect(journal.lastDone("T")).toBe(a);
		journal.turn(a, change("a"));
		expect(journal.lastDone("T")).toBeUndefined();
		expect(journal.lastUndone("T")).toBe(a);
		journal.turn(a, change("a"));
		expect(journal.lastUndone("T")).toBe(b);
	});

	it("has one order over all tables for whoever asks for none", () => {
		const journal = createEditJournal<string>();
		journal.add("T", "A.md", change("a"));
		const c = journal.add("other", "C.md", change("c"));
		expect(journal.lastDone()).toBe(c);
		journal.turn(c, change("c"));
		expect(journal.lastUndone()).toBe(c);
	});

	it("forgets what was undone in a table once something else is edited there", () => {
		const journal = createEditJournal<string>();
		const a = journal.add("T", "A.md", change("a"));
		const c = journal.add("other", "C.md", change("c"));
		journal.turn(a, change("a"));
		journal.turn(c, change("c"));
		journal.add("T", "B.md", change("b"));
		expect(journal.lastUndone("T")).toBeUndefined();
		expect(journal.entry(a)).toBeUndefined();
		expect(journal.lastUndone("other")).toBe(c);
	});

	it("forgets an edit whose note has become another one", () => {
		const journal = createEditJournal<string>();
		const a = journal.add("T", "A.md", change("a"));
		journal.drop(a);
		expect(journal.lastDone("T")).toBeUndefined();
	});
});
