import fc from "fast-check";
import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { findYaraLRules } from "../../../../src/core/rules/yara-l/find-yara-l-rules";
import { scanYaraL } from "../../../../src/core/languages/yara-l/scan-yara-l";

const piece = fc.constantFrom(
	...'rule ,private ,r1,{,},meta:,events:,condition:,outcome:,strings:,=,",`,/,//,/*,*/,\\,technique,T1059.001'.split(
		",",
	),
	'mitre = "execution, t1059"',
	"\n",
	" ",
	"$e",
	"%list",
	"\u0000",
);
const text = fc
	.array(fc.oneof({ weight: 6, arbitrary: piece }, fc.string()), { maxLength: 60 })
	.map((parts) => parts.join(""));

test("no text makes the reader throw, and rules follow each other verbatim", () => {
	fc.assert(
		fc.property(text, fc.constantFrom("a.yaral", "b.txt", "reference_lists/c"), (whole, path) => {
			const kind = readRuleFile({ file: path, path, text: whole });
			if (kind.kind !== "rules" || kind.vendor !== "yara-l") return;
			for (const rule of kind.reading.rules) {
				expect(whole.includes(rule.text)).toBe(true);
				expect(rule.text.includes(rule.queries[0]?.text ?? "\u0001")).toBe(true);
			}
		}),
		{ numRuns: 500 },
	);
});

test("tokens and rules stand in order, none empty", () => {
	fc.assert(
		fc.property(text, (whole) => {
			let end = 0;
			for (const token of scanYaraL(whole)) {
				expect(token.start).toBeGreaterThanOrEqual(end);
				expect(token.end).toBeGreaterThan(token.start);
				({ end } = token);
			}
			let before = 0;
			for (const rule of findYaraLRules(whole)) {
				expect(rule.start).toBeGreaterThanOrEqual(before);
				expect(rule.end).toBeGreaterThan(rule.start);
				before = rule.end;
			}
		}),
	);
});
