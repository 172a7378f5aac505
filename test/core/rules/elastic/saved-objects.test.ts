import { expect, test } from "vitest";
import { NO_CONTEXT } from "../../../../src/core/rules/query-context";
import { understandRule } from "../../../../src/core/rules/understand-rule";
import { readText, rulesOf } from "../read-fixture";

const readObject = (value: unknown) =>
	rulesOf(readText("export.ndjson", JSON.stringify(value))).rules;

test("a rule among saved objects has its parameters in camel case", () => {
	const [rule] = readObject({
		id: "f1",
		type: "alert",
		attributes: {
			name: "Logons that fail",
			tags: ["Windows"],
			alertTypeId: "siem.thresholdRule",
			params: {
				...{ ruleId: "8a0c6f3e-0000-4000-8000-000000000002", type: "threshold" },
				...{ language: "kuery", query: "event.code: 4625", riskScore: 47, severity: "high" },
				falsePositives: ["A service whose password ran out"],
				threat: [{ technique: [{ id: "T1110", name: "Brute Force" }] }],
			},
		},
	});
	expect(rule).toMatchObject({
		id: "8a0c6f3e-0000-4000-8000-000000000002",
		title: "Logons that fail",
		level: "high",
		techniques: ["T1110"],
		falsePositives: ["A service whose password ran out"],
		otherTags: ["Windows"],
		queries: [{ language: "kuery", text: "event.code: 4625" }],
	});
});

function search(query: unknown, filter: readonly unknown[] = []) {
	const searchSourceJSON = JSON.stringify({ query, filter, highlightAll: true });
	const attributes = { title: "Failed logons", kibanaSavedObjectMeta: { searchSourceJSON } };
	return { id: "s1", type: "search", attributes };
}

test("a saved search is a hunt, with the filters beside its query", () => {
	const filter = { meta: { negate: true }, query: { match_phrase: { "user.name": "svc" } } };
	const [rule] = readObject(search({ query: "event.code: 4625", language: "kuery" }, [filter]));
	expect(rule).toMatchObject({ id: "s1", kind: "hunt", title: "Failed logons", language: "kuery" });
	expect(rule?.queries.map(({ language, text }) => [language, text])).toEqual([
		["kuery", "event.code: 4625"],
		["lucene", 'NOT (user.name:"svc")'],
	]);
});

test("a saved search may be written in ES|QL", () => {
	const [rule] = readObject(search({ esql: "from logs-* | where a == 1" }));
	expect(rule?.language).toBe("esql");
});

test("a saved query is a hunt", () => {
	const query = { query: "process.name: cmd.exe", language: "lucene" };
	const [rule] = readObject({ id: "q1", type: "query", attributes: { title: "Shells", query } });
	expect(rule).toMatchObject({ id: "q1", kind: "hunt", title: "Shells", language: "lucene" });
});

test.each([
	search({ query: "", language: "kuery" }),
	search({ query: "*", language: "kuery" }),
	search("broken"),
	{ id: "s1", type: "search", attributes: { kibanaSavedObjectMeta: { searchSourceJSON: "{" } } },
	{ id: "d1", type: "dashboard", attributes: { title: "Board", panelsJSON: "[]" } },
])("what asks for nothing is no rule (%#)", (object) => {
	expect(readText("export.ndjson", JSON.stringify(object)).kind).toBe("none");
});

const YAML = `name: Account lockouts
description: Many accounts are locked out.
tags: [T1110]
severity: medium
risk_score: 47
type: threshold
index: [winlogbeat-*]
language: kuery
query: >
  event.code: 4740 and not user.name: svc_*
`;

test("a rule that somebody keeps in YAML is Elastic's by its language", () => {
	const [rule] = rulesOf(readText("lockouts.yml", YAML)).rules;
	expect(rule).toMatchObject({ vendor: "elastic", language: "kuery", level: "medium" });
	expect(rule?.textLanguage).toBe("yaml");
	expect(rule && understandRule(rule, NO_CONTEXT).parsed).toBe("full");
});

test("the tables of a rule in TOML may stand in YAML too", () => {
	const text = `metadata: {maturity: production}\nrule:\n${YAML.replace(/^(?=.)/gm, "  ")}`;
	const [rule] = rulesOf(readText("lockouts.yml", text)).rules;
	expect(rule).toMatchObject({ vendor: "elastic", status: "production" });
});

test("a query that names no language of Elastic's is not Elastic's", () => {
	const text = YAML.replace("language: kuery\n", "tactics: [Impact]\n");
	const kind = readText("lockouts.yml", text);
	expect(kind).toMatchObject({ kind: "rules", vendor: "kusto" });
});
