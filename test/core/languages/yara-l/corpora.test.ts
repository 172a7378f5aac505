import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseYaraL } from "../../../../src/core/languages/yara-l/parse-yara-l";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { describeCorpora } from "../../../support/corpora";
import { isFull, NO_CONTEXT } from "../query-building";

describeCorpora(
	"real YARA-L rules",
	(folder) => {
		const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
		const queries = paths
			.filter((path) => path.endsWith(".yaral"))
			.flatMap((path) => {
				const text = readFileSync(join(folder, path), "utf8");
				const read = readRuleFile({ file: path, path, text });
				return read.kind === "rules" ? read.reading.rules.flatMap((rule) => rule.queries) : [];
			});

		test("at least 990 of 1000 are parsed fully", () => {
			const parsed = queries.map(({ text }) => parseYaraL(text, NO_CONTEXT));
			expect(parsed.length).toBeGreaterThan(0);
			for (const query of parsed) if (!isFull(query)) expect(query.problems).not.toEqual([]);
			expect(parsed.filter(isFull).length / parsed.length).toBeGreaterThanOrEqual(0.99);
		});
	},
	"chronicle",
);
