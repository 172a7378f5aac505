import { describe, expect, test } from "vitest";
import { createGroups } from "../../../src/core/index/groups";

describe("groups", () => {
	test("hold each thing once, however often it was added", () => {
		const groups = createGroups<string>();
		for (const item of ["a", "b", "a"]) groups.add("k", item);
		expect([...groups.get("k")]).toEqual(["a", "b"]);
		groups.add("k", "b");
		expect(groups.get("k").size).toBe(2);
	});

	test("are gone with the last thing in them", () => {
		const groups = createGroups<string>();
		groups.add("k", "a");
		groups.add("k", "a");
		groups.remove("k", "a");
		groups.remove("none", "a");
		expect([...groups.keys()]).toEqual([]);
		expect(groups.get("k").size).toBe(0);
	});
});
