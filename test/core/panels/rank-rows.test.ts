import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RuleEntry } from "../../../src/core/library/library-entry";
import { createRuleCounter, rankRows } from "../../../src/core/panels/count-rules";
import { compareCodeUnits } from "../../../src/core/text/compare";
import { finishSteps } from "../../../src/core/text/steps";
import { buildRule } from "../library/rule-builder";

const RULES: readonly RuleEntry[] = ["1", "2", "3"].map((id) => buildRule(id, {}));

const text = fc.constantFrom("", "a", "b", "a\tb", "ab", "\u00E9", "\u{1F512}", "\uFFFF");

describe("the order of rows", () => {
	it("is most used first, then each part of the name by code units, then as they came", () => {
		const rows = fc.array(fc.tuple(fc.nat({ max: 3 }), text, text), { maxLength: 40 });
		fc.assert(
			fc.property(rows, (drawn) => {
				const all = drawn.map(([used, first, second], place) => ({
					...{ first, second, place },
					rules: RULES.slice(0, used),
				}));
				const ranked = finishSteps(rankRows(all, [(row) => row.first, (row) => row.second]));
				const plain = [...all].sort(
					(a, b) =>
						b.rules.length - a.rules.length ||
						compareCodeUnits(a.first, b.first) ||
						compareCodeUnits(a.second, b.second),
				);
				expect(ranked).toEqual(plain);
			}),
		);
	});

	it("pauses among many rows of one number, so that a host can do something else", () => {
		const rows = Array.from({ length: 9000 }, (_, place) => ({ name: String(place), rules: [] }));
		let pauses = 0;
		for (const steps = rankRows(rows, [({ name }) => name]); steps.next().done !== true;) pauses++;
		expect(pauses).toBeGreaterThan(5);
	});
});

describe("counting rules", () => {
	it("counts equal items as one, whether they are the same object or not, and a rule once", () => {
		const [first, second] = RULES;
		if (first === undefined || second === undefined) throw new Error("there are three rules");
		const counter = createRuleCounter<{ readonly name: string }>(
			({ name }) => name.trim().toLowerCase(),
			({ name }) => name,
		);
		const shared = { name: "Sysmon" };
		for (const rule of [first, second]) {
			for (const item of [shared, { name: " sysmon" }, { name: rule.id }, { name: " " }])
				counter.count(item, rule);
		}
		const rows = finishSteps(counter.rows());
		expect(rows.map(({ item, rules }) => [item.name, rules.length])).toEqual([
			["Sysmon", 2],
			["1", 1],
			["2", 1],
		]);
	});
});
