import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/core/formats/yaml";
import { readFlatFrontMatter } from "../../../src/core/index/scan/flat-front-matter";
import { createTextPool } from "../../../src/core/index/text-pool";
import { readRecord } from "./read-record";

describe("plain front matter", () => {
	test.each([
		["title: Some words", { title: "Some words" }],
		['quoted: "a, b"', { quoted: "a, b" }],
		["single: 'a: b'", { single: "a: b" }],
		["empty:", { empty: null }],
		["tags: [a, b_c, d/e]", { tags: ["a", "b_c", "d/e"] }],
		['links: ["[[A]]", "[[B|b]]"]', { links: ["[[A]]", "[[B|b]]"] }],
		["list:\n  - one\n  - 2\n  - true", { list: ["one", 2, true] }],
		["list:\n- one\nnext: 1.5", { list: ["one"], next: 1.5 }],
		["day: 2024-05-01\nslashed: 2024/05/01", { day: "2024-05-01", slashed: "2024/05/01" }],
		["zero: -0\nless: -0.5", { zero: -0, less: -0.5 }],
		["id: 00000429", undefined],
		["id: 872ccc90-d0f6-45c4", { id: "872ccc90-d0f6-45c4" }],
		["id: kusto:a b.md:1\ntime: a::b", { id: "kusto:a b.md:1", time: "a::b" }],
		['aliases: [a b, "c: d", "e, f" ,g ]', { aliases: ["a b", "c: d", "e, f", "g"] }],
		['bad: ["a" b]', undefined],
		["url: https://example.org/a?b=c", { url: "https://example.org/a?b=c" }],
		["yes: yes\nno: null\noff: false", { yes: "yes", no: null, off: false }],
		["Größe: 3", undefined],
		["größer als: x", undefined],
		["nested:\n  key: value", undefined],
		["text: |\n  lines", undefined],
		["comment: a # b", undefined],
		['escape: "a\\n"', undefined],
		["anchor: &a b", undefined],
		["bad: [, a]", undefined],
	])("%j", (block, expected) => {
		const flat = readFlatFrontMatter(block, createTextPool());
		expect(flat).toEqual(expected);
	});

	test("is what the YAML parser gives, wherever it gives anything", () => {
		const scalar = fc.oneof(
			fc.constantFrom("true", "Null", "~", "-0", "1.50", "012", "1e3", "0x1f", ".5", "-.inf"),
			fc.constantFrom("a: b", "a #b", "- a", "[a]", "'it''s'", '"q"', "!t", "@x", "%y", "a,b", "…"),
			fc.constantFrom("a:b", "a::b", "a:", "1-2-3", "1e-5", "0-0-0", '"a, b"', '"a" b', "1-a-b c"),
			fc.string({ maxLength: 12 }),
			fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
			fc.double().map(String),
		);
		const key = fc.constantFrom("a", "b c", "d-e", "true", "x_1", "__proto__", "k ", "9", "é");
		const line = fc.oneof(
			fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`),
			fc.tuple(key, fc.array(scalar, { maxLength: 3 })).map(([name, items]) => {
				return `${name}: [${items.join(", ")}]`;
			}),
			fc
				.tuple(key, fc.array(scalar, { maxLength: 3 }), fc.constantFrom("", "  "))
				.map(([name, items, indent]) =>
					[`${name}:`, ...items.map((item) => `${indent}- ${item}`)].join("\n"),
				),
			fc.constantFrom("", "  ", "word", "key:value", "  indented: 1"),
		);
		const block = fc
			.tuple(fc.array(line, { maxLength: 5 }), fc.constantFrom("\n", "\r\n"))
			.map(([lines, end]) => lines.join(end));
		fc.assert(
			fc.property(block, (text) => {
				const flat = readFlatFrontMatter(text, createTextPool());
				if (flat === undefined) return;
				const parsed = parseYaml(text);
				expect(parsed.ok && (parsed.value ?? {})).toEqual(flat);
			}),
			{ numRuns: 3000 },
		);
	});
});

describe("front matter of a note", () => {
	test("that is no YAML leaves the note without properties, and says why", () => {
		const record = readRecord("---", "tags: [, a]", "---", "#b");
		expect(record.properties).toEqual({});
		expect(record.unreadable).toMatch(/./);
		expect(record.tags).toEqual(["#b"]);
	});

	test("that is no table of properties leaves the note without properties", () => {
		expect(readRecord("---", "- a", "---").unreadable).toBe(
			"front matter must be a list of properties",
		);
	});

	test("keeps nothing of the prototype's", () => {
		const record = readRecord("---", "__proto__: {polluted: yes}", "constructor: 1", "---");
		expect(Object.hasOwn(record.properties, "constructor")).toBe(true);
		expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
	});
});
