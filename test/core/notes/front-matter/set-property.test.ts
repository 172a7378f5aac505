import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EditedValue } from "../../../../src/core/notes/front-matter/edited-value";
import { rawOfEdited } from "../../../../src/core/notes/front-matter/edited-value";
import { readPropertyLines } from "../../../../src/core/notes/front-matter/read-property-lines";
import { revertProperty, setProperty } from "../../../../src/core/notes/front-matter/set-property";
import { findFrontMatter } from "../../../../src/core/formats/front-matter";

const text = (value: string): EditedValue => ({ kind: "text", text: value });
const list = (...items: (string | number)[]): EditedValue => ({ kind: "list", items });
const EMPTY: EditedValue = { kind: "empty" };

/** The value that a note has for a property; undefined for none. */
function valueOf(note: string, key: string): unknown {
	const bounds = findFrontMatter(note);
	if (bounds === undefined) return undefined;
	const read = readPropertyLines(note.slice(bounds.start, bounds.end));
	return read.ok ? read.chunks.find((chunk) => chunk.key === key)?.value : undefined;
}

/** Sets the property `a` of a note whose front matter these lines are. */
function set(lines: string, value: EditedValue): string {
	const note = `---\n${lines}---\nbody\n`;
	const edit = setProperty(note, "a", value, valueOf(note, "a"));
	if (!edit.ok) return edit.refusal.reason;
	return edit.text.slice("---\n".length, -"---\nbody\n".length);
}

describe("a property that is set in a note", () => {
	it.each<[string, string, EditedValue, string]>([
		["a plain text", "a: old\n", text("new"), "a: new\n"],
		["blanks before the value", "a:    old\n", text("new"), "a:    new\n"],
		["a quoted key", '"a": old\n', text("new"), '"a": new\n'],
		["a comment behind it", "a: old   # why\n", text("new"), "a: new   # why\n"],
		["double quotes", 'a: "old"\n', text("new"), 'a: "new"\n'],
		["single quotes", "a: 'it''s'\n", text("it's new"), "a: 'it''s new'\n"],
		["an empty value", "a:\n", text("new"), "a: new\n"],
		["an empty value with a comment", "a: # why\n", text("new"), "a: new # why\n"],
		["a value that goes", "a: old # why\n", EMPTY, "a: # why\n"],
		["a number", "a: 4\n", { kind: "number", number: 4.5 }, "a: 4.5\n"],
		["a truth value", "a: true\n", { kind: "checkbox", checked: false }, "a: false\n"],
		["a date", "a: 2024-03-01\n", { kind: "moment", text: "2024-04-02" }, "a: 2024-04-02\n"],
		["a text that looks like a number", "a: x\n", text("007"), 'a: "007"\n'],
		["a link", "a: x\n", text("[[Note]]"), 'a: "[[Note]]"\n'],
		[
			"a block text",
			"a: |-\n   one\n   two\nb: 1\n",
			text("x\n\ny"),
			"a: |-\n   x\n\n   y\nb: 1\n",
		],
		["a block text that becomes short", "a: |\n  one\n  two\n", text("new"), "a: new\n"],
	])("keeps the form of %s", (_, before, value, after) => {
		expect(set(before, value)).toBe(after);
	});

	it.each<[string, string, EditedValue, string]>([
		["brackets", "a: [b,  'c', d]\n", list("b", "d"), "a: [b,  d]\n"],
		[
			"brackets with blanks",
			"a: [ b, c ] # why\n",
			list("b", "c", "e f"),
			"a: [ b, c, e f ] # why\n",
		],
		["quotes in brackets", 'a: ["b", "c"]\n', list("c", "d"), 'a: ["c", "d"]\n'],
		["brackets that become empty", "a: [b]\n", list(), "a: []\n"],
		["lines", "a:\n  - b\n  - 'c'\n", list("'x", "'c"), 'a:\n  - "\'x"\n  - "\'c"\n'],
		["lines that stay", "a:\n- b\n- 'c'  # why\n- d\n", list("c", "e"), "a:\n- 'c'  # why\n- e\n"],
		["comments above items", "a:\n  # one\n  - b\n  - c\n", list("c"), "a:\n  # one\n  - c\n"],
		["numbers among texts", "a: [1, '2', x]\n", list(1, "2"), "a: [1, '2']\n"],
		["lines that go", "a: # why\n  - b\n", list(), "a: [] # why\n"],
		["no value", "a:\n", list("b", "c, d"), 'a: [b, "c, d"]\n'],
		["items in another order", "a:\n  - b\n  - c\n", list("c", "b"), "a:\n  - c\n  - b\n"],
	])("keeps a list's form: %s", (_, before, value, after) => {
		expect(set(before, value)).toBe(after);
	});

	it("comes behind the others where the note does not have it", () => {
		expect(set("b: 1 # one\n\n# end\n", text("new"))).toBe("b: 1 # one\na: new\n\n# end\n");
	});

	it("brings a front matter where the note has none, with the note's line breaks", () => {
		const edit = setProperty("# Title\r\n", "a", text("new"), undefined);
		expect(edit.ok && edit.text).toBe("---\r\na: new\r\n---\r\n# Title\r\n");
	});

	it("is left alone where it is not what it was taken to be", () => {
		const edit = setProperty("---\na: other\n---\n", "a", text("new"), "old");
		expect(edit).toEqual({ ok: false, refusal: { reason: "changed", found: "other" } });
	});

	it("is left alone where the front matter cannot be read, and the line is told", () => {
		const edit = setProperty("---\na: old\nb: [\n---\n", "a", text("new"), "old");
		expect(edit.ok ? "" : edit.refusal).toMatchObject({ reason: "unreadable", line: 4 });
	});

	it("is left alone where a comment would be lost", () => {
		expect(set("a: [b, # why\n  c]\n", list("c"))).toBe("form");
	});
});

describe("laws of editing a property", () => {
	const word = fc.oneof(
		fc.string({ maxLength: 12 }),
		fc.constantFrom(
			"yes",
			"3",
			"2024-01-01",
			"- x",
			"a: b",
			"#x",
			"'q'",
			'"q"',
			"[[N]]",
			"<% x %>",
		),
	);
	const value: fc.Arbitrary<EditedValue> = fc.oneof(
		fc.record({ kind: fc.constant("text" as const), text: word }),
		fc.record({
			kind: fc.constant("number" as const),
			number: fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
		}),
		fc.record({ kind: fc.constant("checkbox" as const), checked: fc.boolean() }),
		fc.constant(EMPTY),
		fc.record({
			kind: fc.constant("list" as const),
			items: fc.array(fc.oneof(word, fc.integer(), fc.boolean()), { maxLength: 5 }),
		}),
	);
	const property = fc.constantFrom(
		...[
			"a: old\n",
			"a:   'old'  # why\n",
			'a: "old"\n',
			"a:\n",
			"a: [x, 'y', 3]\n",
			"a:\n  - x # one\n  # two\n  - y\n",
			"a: |\n  one\n  two\n",
			"a: 5\n",
			"",
		],
	);
	const others = fc.constantFrom(
		"",
		"b: 'x' # why\n",
		"# lead\nc:\n  - 1\n  -   2\n",
		"d: |\n  a: no\n\n  text\n",
		'"e f":   {x: 1}\n\n',
	);
	const body = fc.constantFrom("", "# Title\n\na: not this\n---\n", "text without end");
	const windows = fc.boolean();

	it("changes the value and no byte outside the property's lines, and undoes byte for byte", () => {
		fc.assert(
			fc.property(
				others,
				property,
				others,
				body,
				windows,
				value,
				(one, own, two, rest, crlf, next) => {
					const block = one + own + (two === one ? "" : two);
					const unix = block === "" ? rest : `---\n${block}---\n${rest}`;
					const note = crlf ? unix.replaceAll("\n", "\r\n") : unix;
					const edit = setProperty(note, "a", next, valueOf(note, "a"));
					if (!edit.ok) {
						expect(edit.refusal.reason).toBe("form");
						return;
					}
					expect(valueOf(edit.text, "a")).toEqual(rawOfEdited(next));
					const { before, after } = edit.change;
					const at = edit.text.indexOf(after.raw);
					expect(at).toBeGreaterThanOrEqual(0);
					const bare = edit.text.replace(after.raw, () => before.raw);
					if (edit.change.addsBlock)
						expect(edit.text.endsWith(rest.replaceAll("\n", crlf ? "\r\n" : "\n"))).toBe(true);
					else expect(bare).toBe(note);
					const undone = revertProperty(edit.text, edit.change);
					expect(undone.ok && undone.text).toBe(note);
					if (!undone.ok) return;
					const redone = revertProperty(undone.text, undone.change);
					expect(redone.ok && redone.text).toBe(edit.text);
				},
			),
			{ numRuns: 1000 },
		);
	});

	it("never throws, whatever the note holds", () => {
		fc.assert(
			fc.property(fc.string(), fc.string({ maxLength: 40 }), value, (key, block, next) => {
				const note = `---\n${block}\n---\n`;
				setProperty(note, key, next, valueOf(note, key));
			}),
		);
	});
});
