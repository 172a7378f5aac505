import fc from "fast-check";
import { expect } from "vitest";
import type { Condition, QueryParser } from "../../../src/core/model/detection";
import type { Predicate } from "../../../src/core/model/predicate";
import type { Severity } from "../../../src/core/model/problem";
import {
	arbitraryCondition,
	arbitraryText,
	conditionOf,
	findFault,
	NO_CONTEXT,
	withoutPlaces,
} from "./query-building";

/** Asserts that a query written with a condition over the given leaves has that condition, and no problem but those of `passes`. */
export function expectSameWhenRead(
	parse: QueryParser,
	leaves: fc.Arbitrary<Predicate>,
	write: (condition: Condition) => string,
	passes?: Severity,
): void {
	fc.assert(
		fc.property(arbitraryCondition(leaves), (condition) => {
			const parsed = parse(write(condition), NO_CONTEXT);
			expect(parsed.problems.filter(({ severity }) => severity !== passes)).toEqual([]);
			expect(withoutPlaces(conditionOf(parsed))).toEqual(withoutPlaces(condition));
		}),
	);
}

/** Asserts that no text of a language's own pieces makes its parser fail, alone and in each of the frames. */
export function expectNoFault(
	parse: QueryParser,
	pieces: readonly string[],
	...frames: ((text: string) => string)[]
): void {
	fc.assert(
		fc.property(arbitraryText(pieces), (text) => {
			expect(findFault(parse, text)).toBeUndefined();
			for (const frame of frames) expect(findFault(parse, frame(text))).toBeUndefined();
		}),
	);
}
