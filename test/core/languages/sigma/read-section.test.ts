import fc from "fast-check";
import { dump } from "js-yaml";
import { describe, expect, test } from "vitest";
import { readSection } from "../../../../src/core/languages/sigma/find-section";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { NO_CONTEXT, showPredicates } from "../query-building";
import { decodeByParser, showTable, showOutline } from "./show-outline";

function read(text: string): string | undefined {
	const section = readSection(text);
	return section && showOutline(section.outline);
}

describe("a Sigma section", () => {
	test.each([
		["maps and lists", "detection:\n  s:\n    F|contains:\n    - a\n    - 'b'\n  condition: s\n"],
		[
			"a list of maps",
			"detection:\n    s:\n        - A: 1\n          B: x y\n        -\n          C: ~",
		],
		["scalars", "detection:\n  s: [1, 0x17, 1.5, true, null, ~, 00429, -2, 1.5e+3]"],
		[
			"texts",
			"detection:\n  s:\n    A: C:\\a#b\n    B: 'it''s'\n    C: \"q\\\"\\u00e9\\n\"\n    D: 'x' # y",
		],
		["flow maps", "detection:\n  s: {A: 1, 'B|re': [x, ], \"C\": }\n  condition: s"],
		[
			"keys that are no texts",
			"detection:\n  s:\n    1: a\n    true: b\n    null: c\n    __proto__: d",
		],
		[
			"comments and line ends",
			"title: x\r\ndetection: # a\r\n\r\n  # b\r\n  s: # c\r\n    - x # d\r\n",
		],
		["keys that stand twice", "detection:\n  s:\n    A: 1\n    B: 2\n    A: 3\n"],
	])("with %s is read as by a YAML parser", (_, text) => {
		expect(read(text)).toBe(decodeByParser(text));
	});

	test.each([
		["an anchor", "detection:\n  s: &x\n    A: 1\n  condition: s"],
		["an alias", "detection:\n  s: *x\n  condition: s"],
		["a tag", "detection:\n  s: !!str 1\n  condition: s"],
		["a block scalar", "detection:\n  s: {A: 1}\n  condition: >\n    s"],
		["a scalar over lines", "detection:\n  s: {A: 1}\n  condition: s and\n    s"],
		["a list over lines", "detection:\n  s:\n    A: [1,\n      2]\n  condition: s"],
		["a tab", "detection:\n  s:\n    A:\tx\n  condition: s"],
		["several documents", "detection:\n  s: {A: 1}\n---\ndetection:\n  condition: s"],
		["two sections", "filter:\n  rules: any\ndetection:\n  s: {A: 1}\n  condition: s"],
		["an indented document", " detection:\n   s: {A: 1}\n   condition: s"],
		["JSON", '{"detection": {"s": ["a"], "condition": "s"}}'],
		["an unclosed quote", "detection:\n  s: 'a\n  condition: s"],
		["an unclosed bracket", "detection:\n  s: [a\n  condition: s"],
		["a line out of place", "detection:\n  s:\n    A: 1\n   B: 2\n  condition: s"],
		["two values", "detection:\n  s: 'a' b\n  condition: s"],
	])("with %s is left to the YAML parser", (_, text) => {
		expect(readSection(text)).toBeUndefined();
	});

	test("is read whatever stands around it", () => {
		const text = "title: [\ndetection:\n  s: {A: 1}\n  condition: s\nlevel: 'x\n";
		expect(showPredicates(parseSigma(text, NO_CONTEXT))).toEqual(["A eq~ 1"]);
	});

	test("of printed YAML is that YAML", () => {
		const value = fc.letrec((tie) => ({
			node: fc.oneof(
				{ maxDepth: 4 },
				fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)),
				fc.array(tie("node"), { maxLength: 3 }),
				fc.dictionary(fc.string(), tie("node"), { maxKeys: 3 }),
			),
		})).node;
		let read = 0;
		fc.assert(
			fc.property(fc.dictionary(fc.string(), value), (detection) => {
				const text = dump({ title: "x", detection }, { lineWidth: -1 });
				const section = readSection(text);
				if (section === undefined) return;
				read++;
				expect(showOutline(section.outline)).toBe(showTable(detection));
			}),
			{ numRuns: 300 },
		);
		expect(read).toBeGreaterThan(100);
	});

	test("is never read otherwise than by a YAML parser", () => {
		const pieces = [
			...["a", "b c", ": ", ":", "\n    ", "\n      ", "\n  ", "\n   ", "- ", "'", '"', "[", "]"],
			...["{", "}", ",", ", ", " #", "#", "|", ">", "&x ", "*x", "!", "\\", "''", "0x1", "~"],
			...["null", "true", "1.5", "-", "? ", "%", "@", "`", "\t", "\u00e9", "\r\n    ", "00429"],
			...[
				"\u{1F600}",
				"\u00a0",
				"\u0085",
				"<<",
				"__proto__",
				"2",
				"\\n",
				"'x'",
				'"y"',
				"\n    k: v",
			],
			...["\n    - v", "k: [1, 2]", "k: {a: b}", "- - ", "\n    -\n"],
		];
		const body = fc
			.array(fc.constantFrom(...pieces), { maxLength: 14 })
			.map((parts) => parts.join("").replace(/\n(?! {2})/g, "\n  "));
		fc.assert(
			fc.property(body, (written) => {
				const text = `detection:\n  s:\n    ${written}\n  condition: s`;
				const section = readSection(text);
				if (section === undefined) return;
				expect(showOutline(section.outline)).toBe(decodeByParser(text));
			}),
			{ numRuns: 3000, examples: [["- -\n    - v"], [": a"], ["'a'''"]] },
		);
	});
});
