import fc from "fast-check";
import { expect, test } from "vitest";
import { parseSpl } from "../../../../src/core/languages/spl/parse-spl";
import { printCondition } from "../../../../src/core/languages/spl/print-spl";
import type { Condition } from "../../../../src/core/model/detection";
import type { Predicate } from "../../../../src/core/model/predicate";
import { arbitraryCondition, buildPredicate, NO_CONTEXT } from "../query-building";

const field = fc.constantFrom("user", "process_name", "actors{}.name", "a field", "x-y", "not");
/** No asterisk: a search has no way to write one. */
const text = fc
	.string({
		minLength: 1,
		maxLength: 8,
		unit: fc.constantFrom(...Array.from("aB1 .\\\"%_?|()[]^$+,=<>/é'")),
	})
	.filter((value) => !/^\$[\w.:{}-]+\$$/.test(value));
const number = fc.oneof(fc.integer({ min: -999, max: 999_999 }), fc.constantFrom(0.5, -2.25));

const searched: fc.Arbitrary<Predicate> = fc.oneof(
	fc
		.tuple(field, fc.constantFrom("eq", "ne", "contains", "starts_with", "ends_with"), text)
		.map(([name, op, value]) => buildPredicate(name, op as Predicate["op"], [value], false)),
	fc
		.tuple(field, fc.constantFrom("eq", "ne", "gt", "ge", "lt", "le"), number)
		.map(([name, op, value]) => buildPredicate(name, op as Predicate["op"], [value], false)),
	fc
		.tuple(field, fc.array(fc.oneof(text, number), { minLength: 1, maxLength: 3 }))
		.map(([name, values]) => buildPredicate(name, "in", values, false)),
	fc
		.tuple(text, text)
		.map(([a, b]) => buildPredicate("url", "wildcard", [`${plain(a)}*${plain(b)}`], false)),
	field.map((name) => buildPredicate(name, "exists", [], false)),
	fc
		.tuple(text, fc.boolean())
		.map(([value, isCased]) =>
			buildPredicate(null, "match", [value.replaceAll(")", "") || "x"], isCased),
		),
	fc
		.constantFrom("10.0.0.0/8", "2001:db8::/32")
		.map((net) => buildPredicate("ip", "cidr_match", [net], false)),
);
const expressed: fc.Arbitrary<Predicate> = fc.oneof(
	fc
		.tuple(
			field.filter((name) => !name.includes("'")),
			fc.constantFrom("eq", "ne", "contains", "starts_with", "ends_with"),
			text,
		)
		.map(([name, op, value]) => buildPredicate(name, op as Predicate["op"], [value], true)),
	fc.tuple(field, fc.constantFrom("gt", "le", "eq"), number).map(([name, op, value]) => ({
		...buildPredicate(name, op as Predicate["op"], [value], true),
		transform: "len",
	})),
	fc
		.tuple(field, fc.constantFrom("is_null", "exists"))
		.map(([name, op]) => buildPredicate(name, op as Predicate["op"], [], true)),
	fc
		.tuple(field, fc.array(text, { minLength: 1, maxLength: 3 }))
		.map(([name, values]) => buildPredicate(name, "in", values, true)),
	fc
		.constantFrom("^a.+b$", "a|b", "[0-9]+\\\\x")
		.map((regex) => buildPredicate("cmd", "regex_match", [regex], true)),
	field.map((name) => buildPredicate(name, "eq", [{ ref: "other_field" }], true)),
);

/** `always` stands for what restricts nothing, alone; spans are no part of a condition's meaning. */
function meaningOf(condition: Condition): unknown {
	return JSON.parse(
		JSON.stringify(condition, (key, value: unknown) =>
			key === "span" || key === "at" ? undefined : value,
		),
	);
}

test.each([
	["what a search can say", searched],
	["what an expression can say", expressed],
	["both together", fc.oneof(searched, expressed)],
])("%s is parsed as it was printed", (_, leaves) => {
	fc.assert(
		fc.property(arbitraryCondition(leaves), (condition) => {
			const printed = printCondition(condition);
			const { detection, problems, tokens } = parseSpl(printed, NO_CONTEXT);
			expect({ printed, problems, left: tokens.unconsumed }).toEqual({
				printed,
				problems: [],
				left: 0,
			});
			expect(detection.kind).toBe("event");
			if (detection.kind === "event")
				expect({ printed, tree: meaningOf(detection.condition) }).toEqual({
					printed,
					tree: meaningOf(condition),
				});
		}),
		{ numRuns: 400 },
	);
});

test("a search is preferred, an expression takes what it cannot say", () => {
	const user = {
		kind: "predicate",
		predicate: buildPredicate("user", "eq", ["a b"], false),
	} as const;
	const regex = {
		kind: "predicate",
		predicate: buildPredicate("cmd", "regex_match", ["a.b"], true),
	} as const;
	expect(printCondition(user)).toBe('user="a b"');
	expect(printCondition({ kind: "and", parts: [user, regex], name: null })).toBe(
		'user="a b" | where match(cmd, "a.b")',
	);
	expect(printCondition({ kind: "or", parts: [user, regex], name: null })).toBe(
		'| where match(user, "(?i)^a b$") OR match(cmd, "a.b")',
	);
});

test("what SPL cannot say is a comment", () => {
	const choice = { kind: "at-least", count: 2, parts: [] } as const;
	expect(printCondition(choice)).toContain("not expressible");
	expect(parseSpl(printCondition(choice), NO_CONTEXT).problems).toEqual([]);
});

function plain(value: string): string {
	return `x${value.replace(/[\\?]/g, "")}x`;
}
