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

	it("says where the text of a rule that cannot be read is wrong", () => {
		const broken = noteOf(RULE).replace("logsource:", "  logsource:");
		const panel = panelOf([RULE], broken);
		expect(panel?.rule).toBeUndefined();
		expect(panel?.problems).toMatchObject([{ line: 10, code: "read-syntax" }]);
	});
});
