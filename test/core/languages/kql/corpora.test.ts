import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseKql } from "../../../../src/core/languages/kql/parse-kql";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { describeCorpora } from "../../../support/corpora";
import { isFull, NO_CONTEXT } from "../query-building";

describeCorpora(
	"published Kusto queries",
	(folder) => {
		const parsed = readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((path) => /\.(?:ya?ml|md|kql|txt|json)$/i.test(path))
			.sort()
			.flatMap((path) => listQueries(join(folder, path), path))
			.map((text) => parseKql(text, NO_CONTEXT));

		test("are parsed fully, at least 99 of 100", () => {
			expect(parsed.length).toBeGreaterThan(1500);
			expect(parsed.filter(isFull).length / parsed.length).toBeGreaterThanOrEqual(0.99);
		});

		test("leave no token over without saying so", () => {
			const silent = parsed.filter(
				({ tokens, problems }) =>
					tokens.unconsumed > 0 && problems.every(({ severity }) => severity === "info"),
			);
			expect(silent).toEqual([]);
		});

		test("have predicates, most of them", () => {
			const without = parsed.filter(({ detection }) => listPredicates(detection).length === 0);
			expect(without.length / parsed.length).toBeLessThan(0.1);
		});
	},
	"kusto",
);

function listQueries(file: string, path: string): readonly string[] {
	const found = readRuleFile({ file: path, path, text: readFileSync(file, "utf8") });
	if (found.kind !== "rules") return [];
	return found.reading.rules
		.flatMap(({ queries }) => queries)
		.filter(({ language }) => language === "kql")
		.map(({ text }) => text);
}
