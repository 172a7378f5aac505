import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listOpaque, listPredicates } from "../../../../src/core/languages/list-predicates";
import { parseSpl } from "../../../../src/core/languages/spl/parse-spl";
import type { ParsedQuery, QueryContext, QueryMacro } from "../../../../src/core/model/detection";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import type { RuleFileKind } from "../../../../src/core/rules/rule-reader";
import { describeCorpora } from "../../../support/corpora";

describeCorpora(
	"Splunk's published rules",
	(folder) => {
		const files = [
			...readFolder(join(folder, "macros")),
			...readFolder(join(folder, "detections")),
		];
		const context = contextOf(files);
		const parsed = files
			.flatMap((file) => (file.kind === "rules" ? file.reading.rules : []))
			.flatMap(({ queries }) => queries)
			.filter(({ language }) => language === "spl")
			.map(({ text }) => parseSpl(text, context));

		test("are parsed fully, at least 99 of 100", () => {
			expect(parsed.length).toBeGreaterThan(1000);
			expect(parsed.filter(isFull).length / parsed.length).toBeGreaterThanOrEqual(0.99);
		});

		test("leave no token over without saying so", () => {
			const silent = parsed.filter(
				({ tokens, problems }) =>
					tokens.unconsumed > 0 && problems.every(({ severity }) => severity === "info"),
			);
			expect(silent).toEqual([]);
		});

		test("have predicates, nearly all", () => {
			const without = parsed.filter(({ detection }) => listPredicates(detection).length === 0);
			expect(without.length / parsed.length).toBeLessThan(0.01);
		});
	},
	"splunk",
);

function isFull({ detection, tokens }: ParsedQuery): boolean {
	return tokens.unconsumed === 0 && listOpaque(detection).length === 0;
}

function readFolder(folder: string): readonly RuleFileKind[] {
	return readdirSync(folder, { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".yml"))
		.sort()
		.map((path) => {
			const text = readFileSync(join(folder, path), "utf8");
			return readRuleFile({ file: path, path, text });
		});
}

function contextOf(files: readonly RuleFileKind[]): QueryContext {
	const macros = new Map<string, QueryMacro>();
	for (const file of files)
		for (const context of file.kind === "context" ? file.contexts : [])
			if (context.what === "splunk-macro")
				macros.set(`${context.name}/${context.arguments.length}`, context);
	return { macro: (name, count) => macros.get(`${name}/${count}`), list: () => undefined };
}
