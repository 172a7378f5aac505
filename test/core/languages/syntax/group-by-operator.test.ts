import { describe, expect, test } from "vitest";
import { groupByOperator } from "../../../../src/core/languages/syntax/group-by-operator";
import type { OperatorValue } from "../../../../src/core/languages/syntax/group-by-operator";

/** Groups values and shows each group as its operator with its terms. */
function group(...values: readonly OperatorValue[]): readonly string[] {
	const groups: string[] = [];
	groupByOperator(values, (op, terms) => {
		groups.push([op, ...terms.map(({ value, at }) => `${JSON.stringify(value)}@${at}`)].join(" "));
		return { kind: "always" };
	});
	return groups;
}

describe("values of one field", () => {
	test("that come down to one operator are one predicate", () => {
		expect(group({ op: "eq", value: "a", at: 0 }, { op: "eq", value: null, at: 1 })).toEqual([
			'eq "a"@0 null@1',
		]);
		expect(group()).toEqual([]);
	});

	test("are grouped by operator in the order in which these first occur", () => {
		expect(
			group(
				{ op: "contains", value: "a", at: 0 },
				{ op: "eq", value: 1, at: 1 },
				{ op: "contains", value: "c", at: 2 },
				{ op: "is_null", value: undefined, at: 3 },
			),
		).toEqual(['contains "a"@0 "c"@2', "eq 1@1", "is_null"]);
	});
});
