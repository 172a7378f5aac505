import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listPredicates } from "../../../../src/core/languages/list-predicates";
import { readSection } from "../../../../src/core/languages/sigma/find-section";
import { parseSigma } from "../../../../src/core/languages/sigma/parse-sigma";
import { printCondition } from "../../../../src/core/languages/sigma/print-sigma";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { describeCorpora } from "../../../support/corpora";
import { isFull, NO_CONTEXT, showPredicates } from "../query-building";
import { decodeByParser, showOutline } from "./show-outline";

describeCorpora(
	"published Sigma rules",
	(folder) => {
		const rules = readdirSync(folder, { recursive: true, encoding: "utf8" })
			.filter((path) => path.endsWith(".yml"))
			.sort()
			.flatMap((path) => listQueries(join(folder, path), path));
		const parsed = rules.map(({ path, text }) => ({
			isActive: !/^(?:deprecated|unsupported)/.test(path),
			path,
			text,
			query: parseSigma(text, NO_CONTEXT),
		}));

		test("are parsed fully, all active ones", () => {
			const active = parsed.filter(({ isActive }) => isActive);
			expect(active.length).toBeGreaterThan(3000);
			expect(active.filter(({ query }) => !isFull(query)).map(({ path }) => path)).toEqual([]);
		});

		test("are hardly ever left to the YAML parser, and read as by it", () => {
			const read = parsed.flatMap(({ path, text }) => {
				const section = readSection(text);
				return section === undefined ? [] : [{ path, text, section }];
			});
			expect(read.length / parsed.length).toBeGreaterThan(0.99);
			const changed = read.filter(
				({ text, section }) => showOutline(section.outline) !== decodeByParser(text),
			);
			expect(changed.map(({ path }) => path)).toEqual([]);
		});

		test("are parsed fully or say why not", () => {
			const silent = parsed.filter(
				({ query }) =>
					!isFull(query) && query.problems.every(({ severity }) => severity === "info"),
			);
			expect(silent.map(({ path }) => path)).toEqual([]);
		});

		test("have the field of each predicate at its place", () => {
			const misplaced = parsed.flatMap(({ path, text, query }) =>
				listPredicates(query.detection)
					.filter(({ predicate: { field, origin, span } }) => {
						const written = text.slice(span.start, span.end).replace(/^["']/, "");
						return field !== null && origin === "event" && !written.startsWith(field);
					})
					.map(({ predicate }) => `${path} ${String(predicate.field)}`),
			);
			expect(misplaced).toEqual([]);
		});

		test("have the same predicates when they are printed and parsed", () => {
			const changed = parsed.filter(({ query }) => {
				if (query.detection.kind !== "event") return false;
				const again = parseSigma(printCondition(query.detection.condition), NO_CONTEXT);
				return showPredicates(again).join("\n") !== showPredicates(query).join("\n");
			});
			expect(changed.map(({ path }) => path)).toEqual([]);
		});
	},
	"sigma",
);

function listQueries(file: string, path: string): readonly { path: string; text: string }[] {
	const found = readRuleFile({ file: path, path, text: readFileSync(file, "utf8") });
	if (found.kind !== "rules") return [];
	return found.reading.rules
		.flatMap(({ queries }) => queries)
		.filter(({ language }) => language === "sigma")
		.map(({ text }) => ({ path, text }));
}
