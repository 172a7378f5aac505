import { describe, expect, it } from "vitest";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { readNoteRecord } from "../../../src/core/index/read-note-record";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import type { RulePanel } from "../../../src/core/panels/rule-panel";
import { buildRulePanel } from "../../../src/core/panels/rule-panel";

interface Rule {
	readonly name: string;
	readonly vendor: string;
	readonly techniques: string;
	readonly query: string;
}

const noteOf = ({ name, vendor, techniques, query }: Rule): string => {
	const head = `---\nrule_id: ${name}\nvendor: ${vendor}\ntitle: ${name}\ntechniques: [${techniques}]\n---\n`;
	return `${head}### Rule\n\`\`\`yaml\ntitle: ${name}\nlogsource: { product: windows }\n${query}\n\`\`\`\n`;
};

const detects = (value: string): string =>
	`detection: { selection: { CommandLine: ${value} }, condition: selection }`;

/** The panel of the first of the rules, in a vault of all. */
function panelOf(rules: readonly Rule[], text = noteOf(rules[0] as Rule)): RulePanel | undefined {
	const knowledge = createRuleKnowledge([]);
	const library = createVaultLibrary(knowledge);
	for (const rule of rules) {
		const own = rule === rules[0] ? text : noteOf(rule);
		const stat = { ctime: 0, mtime: 0, size: own.length };
		library.put(readNoteRecord(`${rule.name}.md`, own, stat), own);
	}
	const resolver = createTechniqueResolver(EMPTY_ATTACK_DATA);
	return buildRulePanel({ library, knowledge, resolver }, `${rules[0]?.name ?? ""}.md`, text);
}

const RULE: Rule = {
	...{ name: "mine", vendor: "sigma", techniques: "T1021, T1059" },
	query: detects("ssh"),
};

describe("a rule's panel", () => {
	it("lists rules of other vendors, those that share most techniques first, then those that share values", () => {
		const other = { ...RULE, vendor: "elastic", query: detects("scp") };
		const panel = panelOf([
			RULE,
			{ ...other, name: "a", techniques: "T1059" },
			{ ...other, name: "b", techniques: "T1021", query: detects("ssh") },
			{ ...other, name: "c", techniques: "T1003, T1021, T1059" },
			{ ...other, name: "d", techniques: "T1003" },
			{ ...RULE, name: "e" },
		]);
		const told = panel?.otherVendors.map(({ rule, techniques }) => [rule.id, techniques]);
		expect(told).toEqual([
			["c", ["T1021", "T1059"]],
			["b", ["T1021"]],
			["a", ["T1059"]],
		]);
	});

	it("ranks the rules that look for some of the same, and is not among them", () => {
		const values = (...all: readonly string[]): string => detects(`[${all.join(", ")}]`);
		const panel = panelOf([
			{ ...RULE, query: values("rare", "common", "own") },
			{ ...RULE, name: "common", query: values("common") },
			{ ...RULE, name: "rare", query: values("rare") },
			{ ...RULE, name: "both", query: values("rare", "common") },
			{ ...RULE, name: "common-too", query: values("common") },
			{ ...RULE, name: "none", query: values("else") },
		]);
		const told = panel?.related.map(({ rule, shared }) => [
			rule.id,
			shared.map(({ value }) => value),
		]);
		expect(told).toEqual([
			["both", ["rare", "common"]],
			["rare", ["rare"]],
			["common", ["common"]],
			["common-too", ["common"]],
		]);
	});

	it("says which part of a query is not understood", () => {
		const query = "detection: { selection: { CommandLine|unheard: ssh }, condition: selection }";
		expect(panelOf([{ ...RULE, query }])?.problems).toMatchObject([{ severity: "warning" }]);
		expect(panelOf([RULE])?.problems).toEqual([]);
	});

	it("has the query of a rule whose text holds more than it", () => {
		const kuery =
			"title: mine\ntype: query\nlanguage: kuery\nquery: |\n  process.name: ssh\nrule_id: mine";
		const note = noteOf({ ...RULE, vendor: "elastic" }).replace(
			/title: mine\nlogsource[^`]*/,
			`${kuery}\n`,
		);
		expect(panelOf([RULE], note)?.queries.map(({ text }) => text)).toEqual(["process.name: ssh"]);
		// All of a Sigma rule is its query.
		expect(panelOf([RULE])?.queries.map(({ text }) => text)).toEqual([null]);
	});

	it("says where the text of a rule that cannot be read is wrong", () => {
		const broken = noteOf(RULE).replace("logsource:", "  logsource:");
		const panel = panelOf([RULE], broken);
		expect(panel?.rule).toBeUndefined();
		expect(panel?.problems).toMatchObject([{ line: 10, code: "read-syntax" }]);
	});
});
