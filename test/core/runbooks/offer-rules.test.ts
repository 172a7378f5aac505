import { describe, expect, it } from "vitest";
import type { RuleEntry, RunbookEntry } from "../../../src/core/library/library-entry";
import { readTestFacts } from "../../../src/core/library/read-test-facts";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { offerRules } from "../../../src/core/runbooks/offer-rules";
import { buildPredicate, buildRule } from "../library/rule-builder";

const GUID = "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01";
const TEXT = [
	"## Test: A",
	"",
	`- GUID: ${GUID}`,
	"- Platforms: Windows · Executor: command_prompt · From: atomic-red-team",
	"",
	"### Run",
	"",
	"```cmd",
	"vssadmin.exe delete shadows",
	"```",
	"",
].join("\n");

function offer(rules: readonly RuleEntry[]): readonly (readonly string[])[] {
	const library = createVaultLibrary(createRuleKnowledge([]));
	const testFacts = readTestFacts(TEXT);
	const [test] = testFacts;
	if (test === undefined) throw new Error("There is no test.");
	const runbook: RunbookEntry = {
		...{ kind: "runbook", title: "R", path: "R.md", techniques: ["T1490"], tests: 1, testFacts },
	};
	for (const entry of [...rules, runbook]) library.keep(entry);
	const known = { runbook, technique: "T1490", test, number: 1 };
	const { first, others } = offerRules(known, TEXT, { library, resolve: (id) => id });
	return [first, others].map((list) => list.map(({ rule }) => rule.id));
}

const rule = (id: string, value: string | null, more: Partial<RuleEntry> = {}): RuleEntry => {
	const predicates = value === null ? [] : [buildPredicate({ value })];
	return buildRule(id, { predicates }, { techniques: ["T1490"], ...more });
};

describe("the rules that a run of a test is asked for", () => {
	it("are those first that the command should set off, then those that it could", () => {
		const rules = [rule("a", null), rule("b", "diskshadow"), rule("c", "delete shadows")];
		expect(offer(rules)[0]).toEqual(["c"]);
		expect(offer(rules)[1]).toEqual(["a", "b"]);
	});

	it("hold rules that nobody runs any more, after the others", () => {
		const retired = { status: "deprecated" };
		const rules = [rule("a", "delete shadows", retired), rule("b", null)];
		expect(offer(rules)).toEqual([[], ["b", "a"]]);
	});
});
