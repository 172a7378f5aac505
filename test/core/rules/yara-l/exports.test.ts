import { expect, test } from "vitest";
import { readFixture } from "../read-fixture";

test("rules of an export are read as their own text, with the service's id", () => {
	const { rules, problems } = readFixture("yara-l/rules-export.json");
	expect(rules).toMatchObject([
		{ id: "ru_0001", title: "Group listing", level: "low", textLanguage: "yara-l", line: 3 },
		{ id: "ru_0002", title: "Odd login", language: "yara-l", line: 7 },
	]);
	expect(rules[1]?.text).toMatch(/^rule odd_login \{\n {2}events:/);
	expect(problems).toEqual([]);
});
