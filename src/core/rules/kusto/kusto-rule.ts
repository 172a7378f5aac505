import type { Rule } from "../../model/rule";

/** What most Kusto rules have nothing of. */
export const UNSTATED = {
	vendor: "kusto",
	confidence: null,
	license: null,
	references: [],
	falsePositives: [],
	related: [],
	simulations: [],
	regressionTests: null,
} as const satisfies Partial<Rule>;
