import { describe, expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { isFull } from "../query-building";
import { read } from "./read-yara-l";

/** What a rule's condition brings along of its outcomes, beside the comparisons with these. */
function brought(outcome: string, condition: string): readonly string[] {
	const parsed = read(`rule r {
		events:
			$e.metadata.event_type = "USER_LOGIN"
			$user = $e.target.user.userid
		match: $user over 1h
		outcome:
			${outcome}
		condition: $e and ${condition}
	}`);
	expect(isFull(parsed)).toBe(true);
	return listPredicates(parsed.detection)
		.slice(1)
		.flatMap(({ predicate, isNegated }) => {
			if (predicate.origin === "computed") return [];
			const values = predicate.terms.map(({ value }) => JSON.stringify(value)).join(" ");
			return [`${isNegated ? "!" : ""}${predicate.field ?? "*"} ${predicate.op} ${values}`];
		});
}

describe("outcomes that the condition asks", () => {
	test.each([
		['$x = if($e.a.b = "y", 1, 0)', "$x = 1", ['a.b eq "y"']],
		['$x = if($e.a.b = "y", 1)', "$x > 0", ['a.b eq "y"']],
		['$x = max(if($e.a.b = "y", 1, 0))', "1 = $x", ['a.b eq "y"']],
		['$x = max(if($e.a.b = "y", 1, 0))', "$x = 0", ['!a.b eq "y"']],
		['$x = if($e.a.b = "y", "HIGH", "LOW")', '$x = "HIGH"', ['a.b eq "y"']],
		['$x = if($e.a.b = "y", "HIGH")', '$x != ""', ['a.b eq "y"']],
		['$x = sum(if($e.a.b = "y", 1, 0))', "$x > 5", ['a.b eq "y"']],
		[
			'$x = max(if($e.a.b = "y", 60) + // by hand\n if($e.c.d = "z" and $e.g.h > 1, 30))',
			"$x > 20",
			['a.b eq "y"', 'c.d eq "z"', "g.h gt 1"],
		],
		['$y = if($user = "root", 1, 0)\n$x = if($y = 1, 50, 10)', "$x >= 50", []],
		['$y = if($user = "root", 1, 0)\n$x = max($y)', "$x = 1", ['target.user.userid eq "root"']],
		[
			'$x = if($e.a.b in %admins, 2, if($e.c.d = "z", 1, 0))',
			"$x = 1",
			['!a.b in {"list":"admins"}', 'c.d eq "z"'],
		],
	])("%s, %s", (outcome, condition, expected) => {
		expect(brought(outcome, condition)).toEqual(expected);
	});

	test.each([
		['$x = 100 + if($e.a.b = "y", 1, 0)', "$x > 50"],
		["$x = count($e.a.b)", "$x > 5"],
		['$x = if($e.a.b = "y", 90, 80)', "$x > 50"],
		['$x = if($e.a.b = "y", 9) - if($e.c.d = "y", 5)', "$x > 5"],
		["$x = max($y)\n$y = max($x)", "$x > 5"],
		['$x = if($e.a.b = "y", 1, 0)', "#e > 5"],
	])("what says nothing of a condition brings none: %s, %s", (outcome, condition) => {
		expect(brought(outcome, condition)).toEqual([]);
	});

	test("a placeholder that a call makes of placeholders is bound, not asked", () => {
		const parsed = read(`rule r {
			events:
				$user = $e.target.user.userid
				$user = strings.to_lower($user)
				$e.a.b = "x"
			match: $user over 1h
			condition: $e
		}`);
		expect(listPredicates(parsed.detection).map(({ predicate }) => predicate.field)).toEqual([
			"a.b",
		]);
	});
});
