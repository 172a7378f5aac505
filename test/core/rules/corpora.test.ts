import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, expect, test } from "vitest";
import type { Rule } from "../../../src/core/model/rule";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";
import { describeCorpora } from "../../support/corpora";

interface Sweep {
	readonly rules: readonly Rule[];
	/** Files by what they turned out to be. */
	readonly kinds: ReadonlyMap<string, number>;
	/** File and text of those that gave rules. */
	readonly texts: ReadonlyMap<string, string>;
}

function listFiles(folder: string): readonly string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
		.sort();
}

const NOTHING: Sweep = { rules: [], kinds: new Map(), texts: new Map() };

function sweep(folder: string): Sweep {
	const rules: Rule[] = [];
	const kinds = new Map<string, number>();
	const texts = new Map<string, string>();
	for (const path of listFiles(folder)) {
		const text = readFileSync(join(folder, path), "utf8");
		const kind = readRuleFile({ file: path, path, text });
		const name = kind.kind === "rules" ? kind.vendor : kind.kind;
		kinds.set(name, (kinds.get(name) ?? 0) + 1);
		if (kind.kind !== "rules") continue;
		texts.set(path, text);
		rules.push(...kind.reading.rules);
	}
	return { rules, kinds, texts };
}

function count(rules: readonly Rule[], accepts: (rule: Rule) => boolean): number {
	return rules.filter(accepts).length;
}

/** How many texts have a line that a pattern finds. */
function grep(texts: ReadonlyMap<string, string>, pattern: RegExp): number {
	return [...texts.values()].filter((text) => pattern.test(text)).length;
}

function duplicates(rules: readonly Rule[]): readonly string[] {
	const seen = new Set<string>();
	return rules.map(({ id }) => id).filter((id) => seen.size === seen.add(id).size);
}

/** What opens a query of Elastic's that the file states as a table. */
const TABLES: ReadonlyMap<string, string> = new Map([
	["Filter", "[[rule.filters]]"],
	["Indicators", "[[rule.threat_mapping]]"],
]);

/** Whether each query's first line stands where the query says, in its file. */
function misplaced(rules: readonly Rule[], texts: ReadonlyMap<string, string>): readonly string[] {
	return rules.flatMap((rule) => {
		const lines = (texts.get(rule.file) ?? "").split("\n");
		return rule.queries
			.filter(({ text, line, label }) => {
				const opening = TABLES.get(label ?? "") ?? text.split("\n")[0];
				return !lines[line - 1]?.includes(opening ?? "\0");
			})
			.map(({ line }) => `${rule.file}:${line}`);
	});
}

describeCorpora(
	"Sigma",
	(folder) => {
		let { rules, kinds, texts } = NOTHING;
		beforeAll(() => {
			({ rules, kinds, texts } = sweep(folder));
		});
		const isGlobal = (rule: Rule): boolean => rule.text.startsWith("action: global");

		test("every file is a rule or context", () => {
			expect([...kinds.keys()].sort()).toEqual(["context", "sigma"]);
			expect(rules).toHaveLength(kinds.get("sigma") ?? 0);
		});

		test("no id stands for two rules, none had to be made", () => {
			expect(duplicates(rules)).toEqual([]);
			expect(count(rules, ({ id }) => id.startsWith("sigma:"))).toBe(0);
		});

		test("levels, tests and techniques are as many as the raw text has", () => {
			for (const level of ["informational", "low", "medium", "high", "critical"])
				expect(count(rules, (rule) => rule.level === level)).toBe(
					grep(texts, new RegExp(`^level: +${level}\\b`, "m")),
				);
			const techniqueTag = /^ *- +attack\.t\d{4}(?:\.\d{3})?\b/m;
			expect(count(rules, (rule) => rule.techniques.length > 0)).toBe(grep(texts, techniqueTag));
			expect(count(rules, (rule) => rule.simulations.length > 0)).toBe(
				grep(texts, /^simulation:/m),
			);
			expect(count(rules, (rule) => rule.regressionTests !== null)).toBe(
				grep(texts, /^regression_tests_path:/m),
			);
		});

		test("text is verbatim, queries are where they say", () => {
			for (const rule of rules) expect(texts.get(rule.file)?.includes(rule.text)).toBe(true);
			expect(
				misplaced(
					rules.filter((rule) => !isGlobal(rule)),
					texts,
				),
			).toEqual([]);
		});
	},
	"sigma",
);

describeCorpora(
	"Elastic",
	(folder) => {
		let { rules, kinds, texts } = NOTHING;
		beforeAll(() => {
			({ rules, kinds, texts } = sweep(folder));
		});

		test("every file is one rule", () => {
			expect([...kinds.keys()]).toEqual(["elastic"]);
			expect(rules).toHaveLength(kinds.get("elastic") ?? 0);
		});

		test("kinds, levels and techniques are as many as the raw text has", () => {
			expect(count(rules, ({ kind }) => kind === "hunt")).toBe(grep(texts, /^\[hunt\]/m));
			expect(count(rules, ({ kind }) => kind === "machine-learning")).toBe(
				grep(texts, /^type = "machine_learning"/m),
			);
			expect(count(rules, ({ kind }) => kind === "building-block")).toBe(
				grep(texts, /^building_block_type = /m),
			);
			expect(count(rules, ({ status }) => status === "deprecated")).toBe(
				grep(texts, /^maturity = "deprecated"/m),
			);
			const technique = /^ *id = "T\d{4}"|^mitre = \[\s*["']T\d{4}/m;
			expect(count(rules, (rule) => rule.techniques.length > 0)).toBe(grep(texts, technique));
		});

		test("every rule but machine learning has its queries, where they say", () => {
			const without = rules.filter(({ queries }) => queries.length === 0);
			expect(new Set(without.map(({ kind }) => kind))).toEqual(new Set(["machine-learning"]));
			expect(misplaced(rules, texts)).toEqual([]);
		});
	},
	"elastic",
);
