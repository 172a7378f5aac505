import { expect, test } from "vitest";
import type { Json } from "../../../../src/core/query/encode-value";
import { evaluateCase } from "./evaluate-case";

/** One test for each expression and the value it gives; `undefined` where it fails. */
export function testValues(
	cases: readonly (readonly [expression: string, value: Json | undefined])[],
): void {
	test.each(cases)("%s", (expression, value) => {
		expect(evaluateCase(expression)).toEqual(value);
	});
}

/** A date in UTC as JSON; midnight unless told. */
export function utc(day: string, time = "00:00:00.000"): Json {
	return { $date: `${day}T${time}Z`, zone: "UTC" };
}
