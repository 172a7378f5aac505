import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeRegex, lowerRegex } from "../../../../src/core/languages/syntax/lower-regex";

test.each([
	["abc", "contains", "abc"],
	["^abc", "starts_with", "abc"],
	["abc$", "ends_with", "abc"],
	["^abc$", "eq", "abc"],
	[".*abc.*", "contains", "abc"],
	["^.*abc$", "ends_with", "abc"],
	["^abc.*$", "starts_with", "abc"],
	["(?i)^a\\.b\\\\c$", "eq", "a.b\\c"],
	["a\\$", "contains", "a$"],
	["a\\.*", "regex_match", "a\\.*"],
	["a\\\\.*", "contains", "a\\"],
	["a.b", "regex_match", "a.b"],
	["a|b", "regex_match", "a|b"],
	["\\d", "regex_match", "\\d"],
	["a\\", "regex_match", "a\\"],
	[".*", "regex_match", ".*"],
	["(?s)abc", "regex_match", "(?s)abc"],
	["", "regex_match", ""],
])("%s asks for %s %s", (regex, op, value) => {
	expect(lowerRegex(regex)).toMatchObject({ op, value });
});

test("a lowered expression matches what it is said to", () => {
	const piece = fc.constantFrom("^", "$", ".*", "a", "b", "\\.", "\\\\", ".", "|");
	const text = fc.string({ maxLength: 5, unit: fc.constantFrom("a", "b", ".", "\\") });
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 5 }), text, (pieces, value) => {
			const regex = pieces.join("");
			const { op, value: wanted } = lowerRegex(regex);
			const found: Partial<Record<typeof op, boolean>> = {
				eq: value === wanted,
				contains: value.includes(wanted),
				starts_with: value.startsWith(wanted),
				ends_with: value.endsWith(wanted),
			};
			const expected = found[op];
			if (expected !== undefined) expect(new RegExp(regex).test(value)).toBe(expected);
		}),
	);
});

test("literal text is lowered to itself", () => {
	fc.assert(
		fc.property(fc.string({ minLength: 1 }), (text) => {
			expect(lowerRegex(`^${escapeRegex(text)}$`)).toMatchObject({ op: "eq", value: text });
		}),
	);
});
