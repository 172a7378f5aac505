import { describe, expect, it } from "vitest";
import type { RunbookEntry } from "../../../src/core/library/library-entry";
import { readTestFacts } from "../../../src/core/library/read-test-facts";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { RuleEntry } from "../../../src/core/library/library-entry";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { listTestRows } from "../../../src/core/runbooks/list-test-rows";
import type { TestRow } from "../../../src/core/runbooks/list-test-rows";
import { buildPredicate, buildRule } from "../library/rule-builder";

const GUID = "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01";

const text = (expected = ""): string =>
	[
		"## Test: A",
		"",
		`- GUID: ${GUID}`,
		"- Platforms: Windows · Executor: command_prompt · From: atomic-red-team",
		expected,
		"",
		"### Inputs",
		"",
		"| Name | Default | This lab |",
		"| --- | --- | --- |",
		"| what | all | shadows |",
		"",
		"### Run",
		"",
		"```cmd",
		"vssadmin.exe delete #{what} /quiet",
		"```",
		"",
	].join("\n");

function rowsOf(rules: readonly RuleEntry[], note = text()): readonly TestRow[] {
	const library = createVaultLibrary(createRuleKnowledge([]));
	const runbook: RunbookEntry = {
		kind: "runbook",
		title: "R",
		path: "R.md",
		techniques: ["T1021.004"],
		tests: 1,
		testFacts: readTestFacts(note),
	};
	for (const entry of [...rules, runbook]) library.keep(entry);
	return listTestRows(runbook, note, { library, resolve: (id) => id });
}

const expectedOf = (rules: readonly RuleEntry[]): unknown =>
	rowsOf(rules)[0]
		?.rules()
		.map(({ rule, should, why }) => [rule.id, should, why.map(({ kind }) => kind)]);

const image = (value: string) =>
	buildPredicate({
		field: "Image",
		canonical: "process.executable",
		op: "ends_with",
		value,
	});

describe("a rule should fire in a test", () => {
	it("whose command has all that it looks for, with this lab's values", () => {
		const rule = buildRule("shadow", {
			predicates: [image("\\vssadmin.exe"), buildPredicate({ value: "delete shadows" })],
		});
		expect(expectedOf([rule])).toEqual([["shadow", true, ["command", "technique"]]]);
		const [row] = rowsOf([rule]);
		expect(row?.rules()[0]?.why[0]).toEqual({
			kind: "command",
			values: ["delete shadows", "\\vssadmin.exe"],
			isWhole: true,
			unless: [],
		});
	});

	it("that it names, before all others", () => {
		const named = buildRule("z", { simulations: [GUID] }, { techniques: ["T1490"] });
		const other = buildRule("a", { predicates: [buildPredicate({ value: "delete shadows" })] });
		expect(expectedOf([other, named])).toEqual([
			["z", true, ["simulation"]],
			["a", true, ["command", "technique"]],
		]);
	});
});

describe("a rule could fire in a test", () => {
	it("that has a part of what it looks for, or is about the same technique", () => {
		const part = buildRule("part", {
			predicates: [image("\\wbadmin.exe"), buildPredicate({ value: "/quiet" })],
		});
		const kin = buildRule("kin");
		expect(expectedOf([kin, part])).toEqual([
			["part", false, ["command", "technique"]],
			["kin", false, ["technique"]],
		]);
	});

	it("that is met unless something excludes it of which the command says nothing", () => {
		const user = { field: "User", canonical: "user.name", value: "svc" };
		const rule = buildRule("a", {
			predicates: [
				image("\\vssadmin.exe"),
				buildPredicate({ ...user, exclusion: true, negated: true }),
			],
			condition: "&(0,!1)",
		});
		expect(rowsOf([rule])[0]?.rules()[0]).toMatchObject({
			should: false,
			why: [{ kind: "command", isWhole: true, unless: ["User"] }, { kind: "technique" }],
		});
	});

	it("that looks for something of which the command says nothing, or for another parent", () => {
		const hash = buildRule("hash", {
			predicates: [
				image("\\vssadmin.exe"),
				buildPredicate({ field: "Hashes", canonical: "process.hash", value: "ab" }),
			],
		});
		const office = buildRule("office", {
			predicates: [
				image("\\vssadmin.exe"),
				buildPredicate({
					field: "ParentImage",
					canonical: "process.parent.executable",
					value: "winword.exe",
				}),
			],
		});
		expect(expectedOf([hash, office])).toEqual([
			["hash", false, ["command", "technique"]],
			["office", false, ["command", "technique"]],
		]);
	});
});

describe("a rule is not expected in a test", () => {
	it("for another platform, or where nobody runs it any more", () => {
		const value = buildPredicate({ value: "delete shadows" });
		const linux = buildRule("linux", { product: "linux", predicates: [value] });
		const old = buildRule("old", { predicates: [value] }, { status: "deprecated" });
		const gone = buildRule("gone", { predicates: [value] }, { isRemoved: true });
		expect(expectedOf([linux, old, gone])).toEqual([]);
	});

	it("for what it excludes, nor for a short word inside another", () => {
		const excluded = buildPredicate({ value: "delete shadows", exclusion: true, negated: true });
		const short = buildPredicate({ value: "dele" });
		const rules = [
			buildRule("a", { predicates: [excluded], condition: "!0" }),
			buildRule("b", { predicates: [short], condition: "?" }),
		];
		expect(expectedOf(rules)).toEqual([
			["a", false, ["technique"]],
			["b", false, ["technique"]],
		]);
	});
});

it("a person's own words take the place of derived rules", () => {
	const stated = (expected: string): string | null | undefined =>
		rowsOf([], text(expected))[0]?.statedRules;
	expect(stated("- Expected rules: [[Mine]] should fire")).toBe("[[Mine]] should fire");
	expect(stated("- Expected rules: in the runbook panel above (derived)")).toBeNull();
	expect(stated("- Expected rules:")).toBeNull();
	expect(stated("")).toBeNull();
});
