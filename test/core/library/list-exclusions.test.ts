import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { combine, leaf, negate } from "../../../src/core/languages/syntax/conditions";
import { listExclusions } from "../../../src/core/library/list-exclusions";
import type { Condition } from "../../../src/core/model/detection";

const is = (field: string, ...values: string[]): Condition =>
	leaf({
		field,
		op: "eq",
		terms: values.map((value) => ({ value, at: 0 })),
		isCaseSensitive: null,
		transform: null,
		origin: "event",
		source: null,
		span: { start: 0, end: 0 },
	});

const list = (condition: Condition): string[] =>
	listExclusions({ kind: "event", condition }).map((group) =>
		group
			.map(({ predicate, value, isNegated }) => {
				const shown = typeof value === "string" ? value : JSON.stringify(value);
				return `${isNegated ? "not " : ""}${predicate?.field ?? "opaque"}=${shown}`;
			})
			.join(" and "),
	);

/** `negate` may turn a condition into a plain one; the exclusion here is always a `not`. */
const negateWhole = (part: Condition): Condition => ({ kind: "not", part });

function holds(condition: Condition, facts: ReadonlyMap<string, boolean | undefined>): boolean {
	switch (condition.kind) {
		case "predicate":
			return facts.get(condition.predicate.field ?? "") === true;
		case "not":
			return !holds(condition.part, facts);
		case "and":
			return condition.parts.every((part) => holds(part, facts));
		case "or":
			return condition.parts.some((part) => holds(part, facts));
		case "at-least":
			return condition.parts.filter((part) => holds(part, facts)).length >= condition.count;
		case "always":
		case "opaque":
			return true;
	}
}

describe("what a rule excludes", () => {
	it("lists alternatives apart and conjunctions whole", () => {
		expect(list(negate(combine("or", [is("a", "1"), is("b", "2")])))).toEqual(["a=1", "b=2"]);
		expect(list(negate(combine("and", [is("a", "1"), is("b", "2")])))).toEqual(["a=1 and b=2"]);
	});

	it("lists each value of a predicate, and multiplies them within a conjunction", () => {
		const both = combine("and", [is("a", "1", "2"), is("b", "3", "4")]);
		expect(list(negate(both))).toEqual([
			"a=1 and b=3",
			"a=1 and b=4",
			"a=2 and b=3",
			"a=2 and b=4",
		]);
	});

	it("keeps an exception to an exclusion as a part that must not hold", () => {
		const condition = negate(combine("and", [is("a", "1"), negate(is("b", "2", "3"))]));
		expect(list(condition)).toEqual(["a=1 and not b=2 and not b=3"]);
	});

	it("finds exclusions anywhere below and takes nothing else for one", () => {
		const condition = combine("and", [
			is("a", "1"),
			combine("or", [is("b", "2"), negate(is("c", "3"))]),
		]);
		expect(list(condition)).toEqual(["c=3"]);
		expect(list(is("a", "1"))).toEqual([]);
	});

	it("shows each choice of two of three as a conjunction", () => {
		const parts = [is("a", "1"), is("b", "2"), is("c", "3")];
		expect(list(negate({ kind: "at-least", count: 2, parts }))).toEqual([
			"a=1 and b=2",
			"a=1 and c=3",
			"b=2 and c=3",
		]);
		expect(list(negate({ kind: "at-least", count: 1, parts }))).toEqual(["a=1", "b=2", "c=3"]);
	});

	it("takes fewer than three of four, within an exclusion, for two that do not hold", () => {
		const parts = [is("a", "1"), is("b", "2"), is("c", "3"), is("d", "4")];
		const groups = list(negateWhole(negateWhole({ kind: "at-least", count: 3, parts })));
		expect(groups).toHaveLength(6);
		expect(groups[0]).toBe("not a=1 and not b=2");
	});

	it("names the parts in one text where the choices are too many", () => {
		const parts = Array.from({ length: 60 }, (_, index) => is(`f${index}`, "1", "2"));
		const [only = "", ...others] = list(negate({ kind: "at-least", count: 15, parts }));
		expect(others).toEqual([]);
		expect(only).toMatch(/^opaque=\{"ref":"15 of \(f0 eq 1, 2; f1 eq 1, 2; .*\u2026"\}$/);
	});

	it("holds exactly where the exclusion does, whatever some of its parts are", () => {
		const shape = fc.letrec<{ condition: Condition }>((tie) => ({
			condition: fc.oneof(
				{ depthSize: "small" },
				fc.constantFrom("a", "b", "c", "d").map((field) => is(field, "1")),
				tie("condition").map(negate),
				fc
					.tuple(
						fc.constantFrom("and" as const, "or" as const),
						fc.array(tie("condition"), { minLength: 1, maxLength: 3 }),
					)
					.map(([kind, parts]) => combine(kind, parts)),
				fc
					.array(tie("condition"), { minLength: 1, maxLength: 4 })
					.chain((parts) =>
						fc
							.integer({ min: 1, max: parts.length })
							.map((count): Condition => ({ kind: "at-least", count, parts })),
					),
			),
		})).condition;
		fc.assert(
			fc.property(
				shape,
				fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
				(condition, [a, b, c, d]) => {
					const facts = new Map([
						["a", a],
						["b", b],
						["c", c],
						["d", d],
					]);
					const groups = listExclusions({ kind: "event", condition: negateWhole(condition) });
					// Long exclusions keep their first alternatives alone.
					fc.pre(groups.length < 100);
					const isExcluded = groups.some((group) =>
						group.every(
							({ predicate, isNegated }) => facts.get(predicate?.field ?? "") !== isNegated,
						),
					);
					fc.pre(!groups.some((group) => group.some(({ predicate }) => predicate === undefined)));
					if (groups.length > 0) expect(isExcluded).toBe(holds(condition, facts));
				},
			),
		);
	});

	it("takes an event that must be absent for excluded", () => {
		const step = { source: "process", by: [], runs: 1 };
		const groups = listExclusions({
			kind: "sequence",
			by: [],
			maxSpan: null,
			steps: [
				{ ...step, condition: is("a", "1"), isMissing: false },
				{ ...step, condition: is("b", "2"), isMissing: true },
			],
			until: null,
		});
		expect(groups.map((group) => group.map(({ value }) => value))).toEqual([["2"]]);
	});

	it("does not multiply without end", () => {
		const many = Array.from({ length: 40 }, (_, index) => is(`f${index}`, "1", "2", "3"));
		expect(list(negate(combine("and", many))).length).toBeLessThanOrEqual(256);
	});

	it("leaves out none of many alternatives that need no multiplying", () => {
		const many = Array.from({ length: 300 }, (_, index) => is(`f${index}`, "1"));
		expect(list(negate(combine("or", many)))).toHaveLength(300);
	});

	it("keeps a long conjunction whole, and its alternatives few", () => {
		const long = Array.from({ length: 100_000 }, (_, index) => is(`f${index}`, "1"));
		const forked = [is("a", "1", "2"), is("b", "1", "2"), ...long];
		const groups = listExclusions({ kind: "event", condition: negate(combine("and", forked)) });
		expect(groups.map((group) => group.length)).toEqual([100_002]);
	});
});
