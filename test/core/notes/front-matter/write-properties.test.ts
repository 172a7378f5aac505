import fc from "fast-check";
import * as yaml from "js-yaml";
import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../../src/core/formats/front-matter";
import type { NoteProperty, PropertyValue } from "../../../../src/core/model/note";
import {
	writeNote,
	writeProperties,
} from "../../../../src/core/notes/front-matter/write-properties";

const write = (value: PropertyValue, key = "key"): string => writeProperties([{ key, value }]);

describe("writeProperties", () => {
	it("writes the reference note's shapes, in order", () => {
		const properties: NoteProperty[] = [
			{ key: "created", value: "2020-02-11" },
			{ key: "version", value: "1.2" },
			{ key: "url", value: "https://attack.mitre.org/techniques/T1021/004" },
			{ key: "tags", value: ["T1021_004", "techniques", "Lateral_Movement"] },
			{ key: "level", value: null },
			{ key: "filename", value: "[[Note|x]]" },
		];
		expect(writeProperties(properties)).toBe(
			"created: 2020-02-11\n" +
				'version: "1.2"\n' +
				"url: https://attack.mitre.org/techniques/T1021/004\n" +
				"tags: [T1021_004, techniques, Lateral_Movement]\n" +
				"level:\n" +
				'filename: "[[Note|x]]"\n',
		);
	});

	it.each([
		"1.10",
		"007",
		"0x1F",
		"1e3",
		"1_000",
		"12:30:45",
		"-3",
		".5",
		".inf",
		"true",
		"No",
		"y",
		"null",
		"~",
		"",
		"2024-01-01",
		"2024-01",
		"a: b",
		"a #b",
		"a:",
		"- a",
		"@a",
		"%a",
		"#a",
		"[a",
		"{a",
		"'a",
		'"a',
		" a",
		"a\tb",
		"a\nb",
		"<% x %>",
	])("quotes %j", (text) => {
		expect(write(text)).toMatch(/^key: "/);
	});

	it.each([
		"T1021.004",
		"8f6c14d1-f13d-4616-b7fc-98cc69fe56ec",
		"a:b",
		"it's",
		"Windows (x64), Linux",
		"C#",
		"1.2.3",
	])("leaves %j plain", (text) => {
		expect(write(text)).toBe(`key: ${text}\n`);
	});

	it("quotes commas and brackets only in lists", () => {
		expect(write(["a, b", "c"])).toBe('key: ["a, b", c]\n');
		expect(write("a, b")).toBe("key: a, b\n");
		expect(write([])).toBe("key: []\n");
	});

	it("writes a date plain only where a date belongs", () => {
		expect(write("2024-01-01", "last_modified")).toBe("last_modified: 2024-01-01\n");
		expect(write("soon", "created")).toBe("created: soon\n");
	});

	it("never writes what Templater would run", () => {
		expect(write("<% tp.x %>")).toBe('key: "<\\x25 tp.x %>"\n');
		expect(write(["<%"], "<%")).not.toContain("<%");
	});

	it("writes a whole note", () => {
		expect(writeNote([{ key: "a", value: 1 }], "# B\n")).toBe("---\na: 1\n---\n\n# B\n");
	});
});

const text = fc.oneof(
	fc.string({ unit: "binary", maxLength: 20 }),
	fc.string({
		unit: fc.constantFrom(...Array.from("a1-: #,[]{}'\"\\\n\t.<%&*!|>?@`~=_+TZeExo0")),
		maxLength: 8,
	}),
	fc.constantFrom(
		"true",
		"Yes",
		"null",
		"0o7",
		"0b1",
		"1:20",
		"2001-12-14t21:59:43.10-05:00",
		"<<",
		"=",
	),
);
const value: fc.Arbitrary<PropertyValue> = fc.oneof(
	text,
	fc.array(text, { maxLength: 4 }),
	fc.boolean(),
	fc.double(),
	fc.integer(),
	fc.constant(null),
);

describe("what writeProperties writes", () => {
	it("is read back as it was by our reader and by YAML readers with more types", () => {
		fc.assert(
			fc.property(text, value, (key, written) => {
				fc.pre(key !== "__proto__");
				const note = writeNote([{ key, value: written }], "");
				const read = readFrontMatter(note);
				expect(read).toMatchObject({ ok: true });
				expect(read.ok && Object.entries(read.properties)).toEqual([[key, written]]);
				expect(
					Object.entries(yaml.load(writeProperties([{ key, value: written }])) as object),
				).toEqual([[key, written]]);
			}),
			{ numRuns: 20_000 },
		);
	});
});
