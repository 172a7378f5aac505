import { expect, test } from "vitest";
import type { QueryLanguage } from "../../../src/core/model/rule";
import { createQueryContext, NO_CONTEXT } from "../../../src/core/rules/query-context";
import { listQueryProblems, understandRule } from "../../../src/core/rules/understand-rule";
import { buildRule } from "../notes/rule/rule-builder";

const ruleOf = (language: QueryLanguage, ...texts: string[]) =>
	buildRule({
		language,
		file: "rules/one.toml",
		queries: texts.map((text, index) => ({ language, text, line: 10 * (index + 1), label: null })),
	});

test("a rule is full when nothing of its queries is left over", () => {
	const { parsed, reasons } = understandRule(ruleOf("kuery", "a: 1 and b: 2"), NO_CONTEXT);
	expect([parsed, reasons]).toEqual(["full", []]);
});

test("a rule of which one query is broken is partial, and says why", () => {
	const { parsed, reasons } = understandRule(
		ruleOf("eql", "process where a == 1", ")"),
		NO_CONTEXT,
	);
	expect(parsed).toBe("partial");
	expect(reasons.length).toBeGreaterThan(0);
});

test("a rule without a predicate that could be read is opaque, one without a query is none", () => {
	expect(understandRule(ruleOf("eql", ")"), NO_CONTEXT).parsed).toBe("opaque");
	expect(understandRule(ruleOf("sql", "SELECT 1"), NO_CONTEXT)).toMatchObject({
		parsed: "opaque",
		reasons: ["sql queries are not taken apart"],
	});
	expect(understandRule(ruleOf("eql"), NO_CONTEXT).parsed).toBe("none");
});

test("a macro that is defined nowhere is told and lowers nothing", () => {
	const understood = understandRule(ruleOf("spl", "`nowhere` EventCode=1"), NO_CONTEXT);
	expect(understood.parsed).toBe("full");
	expect(listQueryProblems(understood)).toMatchObject([
		{ code: "query-undefined", severity: "info" },
	]);
});

test("macros and lists of other files are known to the queries", () => {
	const context = createQueryContext([
		{
			what: "splunk-macro",
			name: "own",
			arguments: [],
			definition: "EventCode=1",
			description: "",
		},
		{ what: "reference-list", name: "Hosts", values: ["a", "b"] },
	]);
	const { queries } = understandRule(ruleOf("spl", "`own`"), context);
	expect(JSON.stringify(queries[0]?.parsed?.detection)).toContain("EventCode");
	expect(context.list("hosts")).toEqual(["a", "b"]);
	expect(context.macro("own", 1)).toBeUndefined();
});

test("problems have the file's line and the query's column", () => {
	const problems = listQueryProblems(
		understandRule(ruleOf("eql", "process where\n  a == )"), NO_CONTEXT),
	);
	expect(problems[0]).toMatchObject({ file: "rules/one.toml", line: 11, column: 8 });
});

test("a problem that is met twice in one place is told once", () => {
	const problems = listQueryProblems(
		understandRule(ruleOf("eql", "process where ((a == 1"), NO_CONTEXT),
	);
	expect(problems.map(({ message }) => message)).toHaveLength(1);
});
