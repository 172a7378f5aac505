import { expect, test } from "vitest";
import { findYaraLRules } from "../../../../src/core/rules/yara-l/find-yara-l-rules";

test("metadata is read whatever its spacing, commented-out lines are not", () => {
	const [rule] = findYaraLRules(
		'rule r{meta:a="1" b = "x\\"y"\n//c="2"\n/* d="3" */ e=`r` f = 5 // five\n g = true events: $e condition: $e}',
	);
	expect(rule?.meta.map(({ key, value }) => [key, value])).toEqual([
		["a", "1"],
		["b", 'x"y'],
		["e", "r"],
		["f", "5"],
		["g", "true"],
	]);
	expect(rule?.sections).toEqual(["meta", "events", "condition"]);
	expect(rule?.closed).toBe(true);
});

test("a section's name inside a section is a word", () => {
	const [rule] = findYaraLRules("rule r { events: if($a, { match: 1 }) condition: $e }");
	expect(rule?.sections).toEqual(["events", "condition"]);
});
