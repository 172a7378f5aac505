import fc from "fast-check";
import { expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseSpl } from "../../../../src/core/languages/spl/parse-spl";
import { NO_CONTEXT } from "../query-building";

const PIECES = [
	"search",
	"where",
	"| ",
	"|tstats count ",
	"|stats count by ",
	"|eval x=",
	"|join a ",
	"|rex ",
	"|lookup l ",
	"| from ",
	"|map search=",
	"by ",
	"from datamodel=A.B ",
	"NOT ",
	"AND ",
	"OR ",
	" IN (",
	"in ",
	"like ",
	"is ",
	"between ",
	"a",
	"'b c'",
	'"c"',
	"d.e{}",
	"=",
	"!=",
	"<",
	">",
	"(",
	")",
	"[",
	"]",
	",",
	".",
	"-",
	"*",
	"`",
	"`m`",
	"`f_filter`",
	"```",
	'"',
	"'",
	"\\",
	"\n",
	"\0",
	"\uD800",
	"$x$",
	"1.5",
	"if(",
	"match(",
	"startswith=(",
	"span=5m",
	"|transaction ",
	"|append [",
	"|foreach * [",
	"|regex ",
	"|head ",
	"|inputlookup t where ",
	"%",
	"<<F>>",
	"@",
];

test("no text makes the parser throw, and every token is accounted for", () => {
	const text = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 3 })), {
		maxLength: 40,
	});
	fc.assert(
		fc.property(text, (pieces) => {
			const query = pieces.join("");
			const { tokens, problems, detection, sources } = parseSpl(query, NO_CONTEXT);
			expect(tokens.unconsumed).toBeLessThanOrEqual(tokens.total);
			expect(tokens.unconsumed).toBeGreaterThanOrEqual(0);
			if (tokens.unconsumed > 0) expect(problems.length).toBeGreaterThan(0);
			for (const { span } of [...problems, ...sources]) {
				expect(span.start).toBeGreaterThanOrEqual(0);
				expect(span.end).toBeLessThanOrEqual(query.length);
				expect(span.start).toBeLessThanOrEqual(span.end);
			}
			for (const { predicate } of listPredicates(detection)) {
				expect(predicate.span.start).toBeLessThanOrEqual(predicate.span.end);
				expect(predicate.span.end).toBeLessThanOrEqual(query.length);
			}
		}),
		{ numRuns: 2000 },
	);
});

const LONG = 1_000_000;
const times = (text: string): string => text.repeat(Math.ceil(LONG / text.length));

test.each([
	["(", times("(")],
	["( in an expression", `| where ${times("(")}`],
	["[", times("[")],
	["[ before commands", times("[search a=1 ")],
	["NOT", times("NOT ")],
	["not in an expression", `| where ${times("not ")}`],
	["a OR a", times("a=1 OR ")],
	["or in an expression", `| where ${times("a=1 or ")}`],
	["minus", `| where ${times("-")}`],
	["plus", `| where ${times("a+")}`],
	["calls", `| where ${times("f(")}`],
	["comparisons in calls", `| where ${times("f(a=")}`],
	["stages", times("| stats count by a | where count>1 ")],
	["joins", times("| join a [search b=1] ")],
	["quotes", times('"')],
	["quotes on lines", times('"\\"\n')],
	["escaped quotes", times('\\"')],
	["backticks", times("`")],
	["calls of macros", times("`m` ")],
	["calls of macros with quotes", times('`m("')],
	["comments", times("``` ")],
	["apostrophes", `| eval ${times("'")}`],
	["equals", times("=")],
	["commas", times(",")],
	["dots", `| where ${times("a.")}`],
	["data models", times("| tstats count from datamodel=A.B ")],
	["objects", `| tstats count from datamodel=A by ${times("A.")}`],
	["groups of a regular expression", `| rex "${times("(?<a")}"`],
	["maps", times('| map search="')],
	["nul", times("\0")],
	["half a character", times("\uD800")],
	["one word", times("a")],
	["closing", times(")")],
	["closing squares", times("]")],
	["templates", `| eval ${times("<<")}`],
])("a megabyte of %s ends", (_, query) => {
	const { tokens } = parseSpl(query, NO_CONTEXT);
	expect(tokens.unconsumed).toBeLessThanOrEqual(tokens.total);
});
