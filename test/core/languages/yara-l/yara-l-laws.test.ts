import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaraL } from "../../../../src/core/languages/yara-l/parse-yara-l";
import { printCondition } from "../../../../src/core/languages/yara-l/print-yara-l";
import { expectNoFault, expectSameWhenRead } from "../language-laws";
import { buildPredicate, findFault } from "../query-building";

const field = fc.constantFrom(
	"principal.ip",
	"target.process.file.full_path",
	'additional.fields["a b"]',
	"target.labels[0].value",
	"metadata.vendor_name",
	"ip",
);
const cased = fc.boolean();
const predicate = fc.oneof(
	fc
		.tuple(field, fc.constantFrom("eq", "ne"), fc.string(), cased)
		.map(([name, op, value, isCased]) => buildPredicate(name, op, [value], isCased)),
	fc
		.tuple(field, fc.constantFrom("eq", "ne", "lt", "le", "gt", "ge"), fc.integer())
		.map(([name, op, value]) => buildPredicate(name, op, [value], true)),
	fc
		.tuple(field, fc.constantFrom("contains", "starts_with", "ends_with"), fc.string(), cased)
		.map(([name, op, value, isCased]) => buildPredicate(name, op, [value], isCased)),
	fc
		.tuple(field, fc.constantFrom("x[a-z]+", "a/b.*`c", "\\\\x\\.(?:y|z)"), cased)
		.map(([name, value, isCased]) => buildPredicate(name, "regex_match", [value], isCased)),
	fc
		.tuple(field, fc.constantFrom("in", "regex_match"), cased)
		.map(([name, op, isCased]) => buildPredicate(name, op, [{ list: "names" }], isCased)),
	field.map((name) => buildPredicate(name, "cidr_match", [{ list: "table.range" }], true)),
	field.map((name) => buildPredicate(name, "cidr_match", ["10.0.0.0/8"], true)),
	fc
		.tuple(field, fc.constantFrom("exists", "is_null"))
		.map(([name, op]) => buildPredicate(name, op, [], true)),
	field.map((name) => buildPredicate(name, "eq", [true], true)),
	field.map((name) => ({ ...buildPredicate(name, "gt", [3], true), transform: "arrays.length" })),
	field.map((name) => buildPredicate(name, "eq", [{ ref: "target.ip" }], true)),
);

describe("YARA-L", () => {
	test("parsing what was printed gives the same condition", () => {
		expectSameWhenRead(parseYaraL, predicate, printCondition, "info");
	});

	test("no text makes the parser throw or pass over tokens silently", () => {
		const pieces =
			'rule r { } meta: events: match: outcome: condition: options: stage over by every before 5m $e $e.a.b $p #e %l %t.c = != < + - * / % ( ) [ ] , . : ! "x" `y` /z/ 5 and or not in regex cidr nocase any all if( re.regex( /* //';
		expectNoFault(
			parseYaraL,
			pieces.split(" "),
			(query) => `rule r { events: ${query} match: ${query} condition: $e }`,
		);
	});

	test.each([
		"(",
		")",
		"}",
		"not ",
		"!",
		"any ",
		"$a or ",
		"$a and $b or ",
		"$a = ",
		"$e.a = $b ",
		"$a = f($b) $b = f($a) ",
		"f(",
		"$a + ",
		"- ",
		"[",
		'"',
		"`",
		"= /",
		"a.",
		"a,",
		"events: ",
		"match: ",
		"stage a { ",
		"/*",
		"\0",
		"\uD800",
	])("a long text of %j is read in one pass", (unit) => {
		const long = unit.repeat(30_000);
		expect(findFault(parseYaraL, long)).toBeUndefined();
		expect(findFault(parseYaraL, `rule r { events: ${long}`)).toBeUndefined();
	});

	test("many event variables are read in one pass", () => {
		const names = Array.from({ length: 10_000 }, (_, index) => `$v${index}`);
		const events = names.map((name) => `${name}.metadata.event_type = "T"`);
		const rule = `rule r { events: ${events.join(" or ")} condition: ${names.join(" and not ")} }`;
		expect(findFault(parseYaraL, rule)).toBeUndefined();
	});

	test.each(["(", "not ", "a or ", '"', "`", "/"])("a megabyte of %j is read", (unit) => {
		const long = unit.repeat(Math.ceil(1_000_000 / unit.length));
		expect(findFault(parseYaraL, `rule r { events: ${long}`)).toBeUndefined();
	});
});
