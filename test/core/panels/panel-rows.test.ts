import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { KnownIndicator } from "../../../src/core/library/indicator-index";
import {
	createIndicatorIndex,
	indicatorKey,
	indicatorOf,
} from "../../../src/core/library/indicator-index";
import type { RuleEntry } from "../../../src/core/library/library-entry";
import { countEvents } from "../../../src/core/panels/event-rows";
import { countExclusions } from "../../../src/core/panels/exclusion-rows";
import { countFields } from "../../../src/core/panels/field-rows";
import { countIndicators } from "../../../src/core/panels/indicator-rows";
import { countNames } from "../../../src/core/panels/named-rows";
import { buildFieldTable, buildPredicate, buildRule } from "../library/rule-builder";

const FIELDS = buildFieldTable([
	{},
	{ id: "process.executable", label: "Image" },
	{
		id: "process.name",
		label: "process.name",
		facet: { of: "process.executable", part: "name" },
	},
]);

/** What a vault of these rules knows of each. */
function knowing(rules: readonly RuleEntry[]): (rule: RuleEntry) => readonly KnownIndicator[] {
	const index = createIndicatorIndex();
	for (const rule of rules) index.add(rule);
	return (rule) => index.of(rule);
}

describe("rows of fields", () => {
	it("is an indicator's as soon as one rule looks for something in it", () => {
		const rules = [
			buildRule("1", { predicates: [buildPredicate({ role: "routing" })] }),
			buildRule("2", { predicates: [buildPredicate()] }),
		];
		expect(countFields(rules, FIELDS, false)).toMatchObject([{ role: "indicator" }]);
		expect(countFields(rules.slice(0, 1), FIELDS, false)).toMatchObject([{ role: "routing" }]);
	});

	it("counts a rule once for a value and an operator that it states again, also behind other rules", () => {
		const predicates = ["b", "a", "b"].map((value) => buildPredicate({ value }));
		const rules = [buildRule("1", { predicates }), buildRule("2", { predicates })];
		expect(countFields(rules, FIELDS, false)).toMatchObject([
			{ how: [{ op: "contains", rules: 2 }], samples: ["a", "b"] },
		]);
	});

	it("counts a rule once per row and merges the vendors' spellings", () => {
		const rules = [
			buildRule("1", { predicates: [buildPredicate(), buildPredicate({ value: "y" })] }),
			buildRule("2", {
				vendor: "elastic",
				predicates: [buildPredicate({ field: "process.args", op: "eq" })],
			}),
		];
		expect(countFields(rules, FIELDS, false)).toMatchObject([
			{
				field: "process.command_line",
				label: "CommandLine",
				names: { sigma: ["CommandLine"], elastic: ["process.args"] },
				how: [
					{ op: "contains", rules: 1 },
					{ op: "eq", rules: 1 },
				],
				samples: ["x", "y"],
				rules: [{ id: "1" }, { id: "2" }],
			},
		]);
	});

	it("shows a path and its base name apart or together", () => {
		const path = buildPredicate({ field: "Image", canonical: "process.executable" });
		const name = buildPredicate({ field: "process.name", canonical: "process.name" });
		const rules = [
			buildRule("1", { predicates: [path, name] }),
			buildRule("2", { predicates: [name] }),
		];
		const shown = (together: boolean): unknown =>
			countFields(rules, FIELDS, together).map(({ label, rules: own }) => [label, own.length]);
		expect(shown(false)).toEqual([
			["process.name", 2],
			["Image", 1],
		]);
		expect(shown(true)).toEqual([["Image", 2]]);
	});

	it("keeps a field without a canonical name under its own, and a computed one apart from it", () => {
		const raw = buildPredicate({ field: "count", canonical: null });
		const computed = buildPredicate({ field: "count", canonical: null, role: "computed" });
		const rows = countFields([buildRule("1", { predicates: [raw, computed] })], FIELDS, false);
		expect(rows.map(({ field, role }) => [field, role])).toEqual([
			["count", "indicator"],
			["count", "computed"],
		]);
	});
});

describe("rows of indicators", () => {
	it("leaves out what excludes, routes, is computed or has no value, and tells in as eq", () => {
		const predicates = [
			buildPredicate({ op: "in", value: "a" }),
			buildPredicate({ op: "eq", value: "a" }),
			buildPredicate({ value: "b", negated: true, exclusion: true }),
			buildPredicate({ value: "c", role: "routing" }),
			buildPredicate({ value: "d", role: "computed" }),
			buildPredicate({ op: "exists", value: null }),
		];
		const rule = buildRule("1", { predicates });
		const rows = countIndicators([rule], knowing([rule, buildRule("2", { predicates })]));
		expect(rows).toMatchObject([
			{ field: "process.command_line", op: "eq", value: "a", reach: 2, rules: [{ id: "1" }] },
		]);
	});
});

describe("rows of exclusions", () => {
	it("shows a conjunction as one row, in whatever order it was written", () => {
		const part = (field: string, value: string) => ({
			...{ field, canonical: null, op: "eq" as const, value, negated: false },
		});
		const rules = [
			buildRule("1", { exclusions: [[part("a", "1"), part("b", "2")]] }),
			buildRule("2", { exclusions: [[part("b", "2"), part("a", "1")], [part("a", "1")]] }),
		];
		const shown = countExclusions(rules).map(({ parts, rules: own }) => [
			parts.map(({ field }) => field).join(" and "),
			own.length,
		]);
		expect(shown).toEqual([
			["a and b", 2],
			["a", 1],
		]);
	});
});

describe("rows of exclusions of one part", () => {
	const part = (value: string | number | null | { readonly ref: string }, negated = false) => ({
		...{ field: "a", canonical: null, op: "eq" as const, value, negated },
	});
	const count = (...groups: readonly ReturnType<typeof part>[][]) =>
		countExclusions([buildRule("1", { exclusions: groups })]).map(({ parts }) =>
			parts.map(({ value, negated }) => (negated ? [value] : value)),
		);

	it("takes a conjunction that repeats one part for that part", () => {
		expect(count([part("1"), part("1")], [part("1")])).toEqual([["1"]]);
	});

	it("keeps values of unlike types, and what must and must not hold, apart", () => {
		expect(count([part("1", true)], [part("1")], [part(1)], [part({ ref: "1" })])).toEqual([
			...[[1], [{ ref: "1" }], ["1"]],
			[["1"]],
		]);
	});

	it("puts a part before the conjunctions that begin with it", () => {
		expect(count([part("1"), part("2")], [part("2")], [part("1")])).toEqual([
			...[["1"], ["1", "2"], ["2"]],
		]);
	});
});

describe("rows of names and events", () => {
	it("orders by use, then by name", () => {
		const event = (number: number) => ({
			...{ provider: "Sysmon", event: number, title: `Event ${number}`, id: null },
		});
		const rules = [
			buildRule("1", { events: [event(3), event(1)], dataSources: ["B", "a "] }),
			buildRule("2", { events: [event(3)], dataSources: ["A"] }),
		];
		expect(countEvents(rules).map(({ event: number }) => number)).toEqual([3, 1]);
		expect(countNames(rules, ({ facts }) => facts.dataSources)).toMatchObject([
			{ name: "a", rules: [{ id: "1" }, { id: "2" }] },
			{ name: "B", rules: [{ id: "1" }] },
		]);
	});
});

const predicates = fc.record({
	field: fc.constantFrom("a", "b", null),
	canonical: fc.constantFrom("process.name", "process.executable", null),
	op: fc.constantFrom("eq" as const, "in" as const, "contains" as const, "exists" as const),
	value: fc.constantFrom("x", "y", 1, "1", null, { ref: "z" }),
	negated: fc.boolean(),
	exclusion: fc.boolean(),
	role: fc.constantFrom("indicator" as const, "routing" as const, "computed" as const),
	line: fc.constant(1),
});
const someRules = fc
	.array(fc.array(predicates, { maxLength: 8 }), { maxLength: 12 })
	.map((rules) => rules.map((own, index) => buildRule(String(index), { predicates: own })));

describe("counts equal a naive recount", () => {
	it("of fields", () => {
		fc.assert(
			fc.property(someRules, (rules) => {
				for (const row of countFields(rules, FIELDS, false).filter(
					({ isCanonical }) => isCanonical,
				)) {
					const naive = rules.filter(({ facts }) =>
						facts.predicates.some(
							({ field, canonical }) => field !== null && canonical === row.field,
						),
					);
					expect(row.rules).toEqual(naive);
				}
			}),
		);
	});

	it("of indicators", () => {
		const holds = (rule: RuleEntry, key: string): boolean =>
			rule.facts.predicates.some((predicate) => {
				const indicator = indicatorOf(predicate);
				return indicator !== undefined && indicatorKey(indicator) === key;
			});
		fc.assert(
			fc.property(someRules, (rules) => {
				for (const row of countIndicators(rules, knowing(rules))) {
					expect(row.rules).toEqual(rules.filter((rule) => holds(rule, indicatorKey(row))));
				}
			}),
		);
	});
});
