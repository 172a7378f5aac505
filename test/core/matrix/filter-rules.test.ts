import { describe, expect, it } from "vitest";
import { filterRules, listRuleChoices } from "../../../src/core/matrix/filter-rules";
import { buildRule } from "../library/rule-builder";

const rules = [
	buildRule("1", { vendor: "sigma", dataSources: ["Process"] }, { level: "low" }),
	buildRule("2", { vendor: "elastic", dataSources: ["File", "Process"] }, { level: "critical" }),
	buildRule("3", { vendor: "splunk" }, { level: null, status: null }),
];
const any = { vendors: [], statuses: [], dataSources: [], leastLevel: "" };
const left = (filter: Partial<typeof any> | object): readonly string[] =>
	filterRules(rules, { ...any, ...filter }).map(({ id }) => id);

describe("the rules that count", () => {
	it("are all where nothing is chosen", () => {
		expect(filterRules(rules, any)).toBe(rules);
	});

	it("have one of the chosen vendors, statuses and data sources, and at least the level", () => {
		expect(left({ vendors: ["sigma", "splunk"] })).toEqual(["1", "3"]);
		expect(left({ statuses: [""] })).toEqual(["3"]);
		expect(left({ dataSources: ["Process"] })).toEqual(["1", "2"]);
		expect(left({ leastLevel: "informational" })).toEqual(["1", "2"]);
		expect(left({ leastLevel: "high", dataSources: ["Process"] })).toEqual(["2"]);
	});

	it("can be told apart by what they have", () => {
		expect(listRuleChoices(rules)).toEqual({
			vendors: ["elastic", "sigma", "splunk"],
			statuses: ["", "stable"],
			dataSources: ["File", "Process"],
		});
	});
});
