import { describe, expect, it } from "vitest";
import { createIndicatorIndex } from "../../../src/core/library/indicator-index";
import { buildPredicate, buildRule } from "./rule-builder";

describe("indicators of rules", () => {
	const reaches = (values: readonly (string | number | boolean | { readonly ref: string })[]) => {
		const index = createIndicatorIndex();
		const rules = values.map((value, at) =>
			buildRule(String(at), { predicates: [buildPredicate({ op: "eq", value })] }),
		);
		for (const rule of rules) index.add(rule);
		return rules.map((rule) => index.of(rule).map(({ reach }) => reach));
	};

	it("tells texts from numbers, and references from texts that look like them", () => {
		expect(reaches(["1", 1, true, "true"])).toEqual([[1], [1], [1], [1]]);
		const ref = { ref: "a" };
		expect(reaches([ref, JSON.stringify(ref), `\0${JSON.stringify(ref)}`])).toEqual([
			[1],
			[1],
			[1],
		]);
		expect(reaches([ref, { ref: "a" }])).toEqual([[2], [2]]);
		expect(reaches(["\0a", "\0\0a", "\0a"])).toEqual([[2], [1], [2]]);
	});

	it("takes `in` for `eq`, and forgets what no rule looks for any more", () => {
		const index = createIndicatorIndex();
		const first = buildRule("1", { predicates: [buildPredicate({ op: "in" })] });
		const second = buildRule("2", { predicates: [buildPredicate({ op: "eq" })] });
		index.add(first);
		index.add(second);
		const [shared] = index.of(first);
		expect(shared?.reach).toBe(2);
		index.remove(first);
		index.remove(second);
		expect(index.of(first)).toEqual([]);
		index.add(first);
		// What comes back starts anew.
		expect(index.of(first)[0]).not.toBe(shared);
		expect(index.of(first)[0]?.reach).toBe(1);
	});
});
