import { expect, it } from "vitest";
import { readRuleFacts } from "../../../src/core/library/read-rule-facts";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";

function factsOf(condition: string, context: Parameters<typeof createRuleKnowledge>[0] = []) {
	const text = `rule one {\n meta:\n  author = "x"\n events:\n  ${condition}\n condition:\n  $e\n}\n`;
	const file = readRuleFile({ file: "one.yaral", path: "one.yaral", text });
	const rule = file.kind === "rules" ? file.reading.rules[0] : undefined;
	if (rule === undefined) throw new Error("no rule");
	return readRuleFacts(rule, createRuleKnowledge(context));
}

it("takes the number of an event for routing, the name of an operation for an indicator", () => {
	expect(factsOf('$e.metadata.product_event_type = "4688"').predicates).toMatchObject([
		{ canonical: "event.action", role: "routing" },
	]);
	expect(factsOf('$e.metadata.product_event_type = "login"').predicates).toMatchObject([
		{ canonical: "event.action", role: "indicator" },
	]);
});

it("names a list without its entries", () => {
	const lists = [{ what: "reference-list", name: "admins", values: ["a", "b"] }] as const;
	const { predicates } = factsOf("$e.principal.user.userid in %admins", lists);
	expect(predicates.map(({ value }) => value)).toEqual([{ list: "admins" }]);
});
