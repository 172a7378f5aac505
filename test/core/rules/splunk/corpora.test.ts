import { beforeAll, expect, test } from "vitest";
import { describeCorpora } from "../../../support/corpora";
import { countKinds, listMisplaced, sweepFolder, type SweptFile } from "../sweep-folder";

describeCorpora(
	"Splunk's security content",
	(folder) => {
		let files: readonly SweptFile[] = [];
		beforeAll(() => {
			files = sweepFolder(folder);
		});
		const inFolder = (name: string): readonly SweptFile[] =>
			files.filter(({ path }) => path.startsWith(`${name}/`));

		test("every file is what its folder says", () => {
			const tables = inFolder("lookups").filter(({ path }) => path.endsWith(".csv"));
			expect(countKinds(files)).toEqual({
				splunk: inFolder("detections").length,
				"splunk-data-source": inFolder("data_sources").length,
				"splunk-lookup": inFolder("lookups").length - tables.length,
				"splunk-lookup-table": tables.length,
				"splunk-macro": inFolder("macros").length,
				"splunk-story": inFolder("stories").length,
			});
		});

		test("each detection is one rule with a search, where it says, and no problem", () => {
			const rules = files.flatMap((file) => file.rules);
			expect(rules).toHaveLength(inFolder("detections").length);
			expect(rules.every(({ queries }) => queries.length === 1)).toBe(true);
			expect(files.flatMap(({ problems }) => problems)).toEqual([]);
			expect(listMisplaced(files)).toEqual([]);
			expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
		});

		test("techniques are those of mitre_attack_id", () => {
			for (const { text, rules } of files) {
				const list = /^ {2}mitre_attack_id:\n((?: {2}- .*\n)+)/m.exec(text)?.[1] ?? "";
				const ids = [...list.matchAll(/T\d{4}(?:\.\d{3})?/g)].map(([id]) => id);
				if (ids.length > 0) expect(rules[0]?.techniques).toEqual([...new Set(ids)]);
			}
		});
	},
	"splunk",
);
