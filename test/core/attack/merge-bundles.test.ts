import { expect, test } from "vitest";
import { buildAttackCatalog, readAttackBundle } from "../../support/read-attack";
import { bundleText, technique } from "./stix-builder";

/** The name of a technique that two bundles have, each with its own name and day of change. */
function nameOf(first: readonly [string, string], second: readonly [string, string]) {
	const bundles = [first, second].flatMap(([name, modified], at) => {
		const text = bundleText(technique("T1001", { name, modified }));
		return readAttackBundle(`${at}.json`, text).bundle ?? [];
	});
	expect(bundles).toHaveLength(2);
	return buildAttackCatalog(bundles, undefined).catalog.techniques.map(({ name }) => name);
}

test("of two bundles' versions of one object the later one counts, of equal ones the first", () => {
	const [old, young] = ["2020-01-01T00:00:00.000Z", "2021-01-01T00:00:00.000Z"];
	expect(nameOf(["A", old], ["B", young])).toEqual(["B"]);
	expect(nameOf(["A", young], ["B", old])).toEqual(["A"]);
	expect(nameOf(["A", old], ["B", old])).toEqual(["A"]);
});
