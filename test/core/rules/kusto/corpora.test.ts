import { beforeAll, expect, test } from "vitest";
import { describeCorpora } from "../../../support/corpora";
import { countKinds, listMisplaced, sweepFolder, type SweptFile } from "../sweep-folder";

describeCorpora(
	"public collections of KQL",
	(folder) => {
		let files: readonly SweptFile[] = [];
		beforeAll(() => {
			files = sweepFolder(folder);
		});
		const named = (...endings: readonly string[]): readonly SweptFile[] =>
			files.filter(({ path }) => endings.some((ending) => path.endsWith(ending)));

		test("every file is rules, a function, or told why it is neither", () => {
			const counts = countKinds(files);
			expect(Object.keys(counts)).toEqual(["kusto", "kusto-function", "none"]);
			for (const { kind } of files) if (kind.kind === "none") expect(kind.reason).not.toBe("");
		});

		test("all templates and all bare queries are rules, but one function and one workbook", () => {
			expect(countKinds(named(".yaml", ".yml"))).toMatchObject({ "kusto-function": 1 });
			expect(countKinds(named(".yaml", ".yml"))).not.toHaveProperty("none");
			expect(countKinds(named(".txt"))).not.toHaveProperty("none");
			expect(countKinds(named(".kql"))).toMatchObject({ none: 1 });
		});

		test("no page with a query under a product's heading is left out", () => {
			const pages = named(".md").filter(({ text }) =>
				/^#+ (?:Defender XDR|Sentinel|Query)\s*(?:```|~~~)/m.test(text),
			);
			const left = pages.filter(({ kind }) => kind.kind !== "rules").map(({ path }) => path);
			// A template to be filled in, and instructions for an assistant are no detections.
			expect(left.filter((path) => !/template|prompt|agent/i.test(path))).toEqual([]);
		});

		test("texts are verbatim, queries are where they say", () => {
			for (const { text, rules } of files) {
				for (const rule of rules) expect(text.includes(rule.text)).toBe(true);
			}
			expect(listMisplaced(files)).toEqual([]);
		});

		test("ids of techniques in tables, in a place of their own, are all read", () => {
			for (const { path, text, rules } of named(".md")) {
				if (rules.length !== 1) continue;
				const rows = [...text.matchAll(/^\| *(T\d{4}(?:\.\d{3})?) *\|/gm)].map(([, id]) => id);
				const missing = rows.filter((id) => id !== undefined && !rules[0]?.techniques.includes(id));
				expect([path, missing]).toEqual([path, []]);
			}
		});
	},
	"kusto",
);
