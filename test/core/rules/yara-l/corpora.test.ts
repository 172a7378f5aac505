import { beforeAll, expect, test } from "vitest";
import { describeCorpora } from "../../../support/corpora";
import { countKinds, listMisplaced, sweepFolder, type SweptFile } from "../sweep-folder";

describeCorpora(
	"Google SecOps rules",
	(folder) => {
		let files: readonly SweptFile[] = [];
		beforeAll(() => {
			files = sweepFolder(folder);
		});

		test("every .yaral file is rules, every other file a reference list", () => {
			const rules = files.filter(({ path }) => path.endsWith(".yaral"));
			expect(countKinds(files)).toEqual({
				"reference-list": files.length - rules.length,
				"yara-l": rules.length,
			});
		});

		test("rules are as many as the text has, their texts verbatim and their lines right", () => {
			for (const { path, text, rules } of files.filter(({ path }) => path.endsWith(".yaral"))) {
				const stated = text.match(/^\s*rule\s+\w+/gm) ?? [];
				expect([path, rules.length]).toEqual([path, stated.length]);
				for (const rule of rules) expect(text).toContain(rule.text);
			}
			expect(listMisplaced(files)).toEqual([]);
			expect(files.flatMap(({ problems }) => problems)).toEqual([]);
		});

		test("each id in a line of metadata that is no comment is read", () => {
			const line = /^\s*(?:technique|mitre|mitre_attack_url)\s*=\s*"([^"]*)"/gm;
			for (const { path, text, rules } of files) {
				const found = [...text.matchAll(line)].flatMap(([, value = ""]) =>
					[...value.matchAll(/\bT(\d{4})(?:[./](\d{3}))?\b/gi)].map(([, id = "", sub]) =>
						sub === undefined ? `T${id}` : `T${id}.${sub}`,
					),
				);
				const read = new Set(rules.flatMap(({ techniques }) => techniques));
				expect([path, found.filter((id) => !read.has(id))]).toEqual([path, []]);
			}
		});
	},
	"chronicle",
);
