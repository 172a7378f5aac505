import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseEql } from "../../../src/core/languages/eql/parse-eql";
import { parseKuery } from "../../../src/core/languages/kuery/parse-kuery";
import { parseLucene } from "../../../src/core/languages/lucene/parse-lucene";
import type { QueryParser } from "../../../src/core/model/detection";
import { readRuleFile } from "../../../src/core/rules/read-rule-file";
import { describeCorpora } from "../../support/corpora";
import { isFull, NO_CONTEXT } from "./query-building";

function readQueries(folder: string): ReadonlyMap<string, readonly string[]> {
	const texts = new Map<string, string[]>();
	const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
	for (const path of paths.filter((name) => name.endsWith(".toml"))) {
		const text = readFileSync(join(folder, path), "utf8");
		const read = readRuleFile({ file: path, path, text });
		if (read.kind !== "rules") continue;
		for (const query of read.reading.rules.flatMap((rule) => rule.queries))
			texts.set(query.language, [...(texts.get(query.language) ?? []), query.text]);
	}
	return texts;
}

describeCorpora(
	"real Elastic rules",
	(folder) => {
		const queries = readQueries(folder);
		const parsers: readonly { readonly language: string; readonly parse: QueryParser }[] = [
			{ language: "eql", parse: parseEql },
			{ language: "kuery", parse: parseKuery },
			{ language: "lucene", parse: parseLucene },
		];
		test.each(parsers)(
			"$language: at least 995 of 1000 are parsed fully",
			({ language, parse }) => {
				const parsed = (queries.get(language) ?? []).map((text) => parse(text, NO_CONTEXT));
				expect(parsed.length).toBeGreaterThan(0);
				for (const query of parsed) if (!isFull(query)) expect(query.problems).not.toEqual([]);
				expect(parsed.filter(isFull).length / parsed.length).toBeGreaterThanOrEqual(0.995);
			},
		);
	},
	"elastic",
);
