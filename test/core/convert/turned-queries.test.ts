import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseYaml } from "../../../src/core/formats/yaml";
import { checkBase } from "../../support/bases/check-base";
import { runBase } from "../../support/bases/run-base";
import { openFixture } from "../query/support/ask";
import { convertText, listNotes, NOW, refusals, turnedText } from "./support/turn";

const index = openFixture();
const isFolder = (path: string): boolean => index.countInFolder(path) > 0;
const base = (query: string): string =>
	turnedText(convertText("dataview", query, isFolder), "base");

const REFERENCE = [
	"table without id",
	'file.link AS "Name",',
	'status AS "Status",',
	'level AS "Level",',
	'logsrc_product AS "Log Source Product"',
	'FROM "Detection Rules" AND #T1021_004',
].join("\n");

describe("a dataview block", () => {
	test("stays word for word in a block of ours", () => {
		expect(turnedText(convertText("dataview", REFERENCE), "detection-vault")).toBe(REFERENCE);
	});

	test("becomes a base with its filters, columns and names", () => {
		expect(base(REFERENCE).split("\n")).toEqual([
			...[
				"filters:",
				"  and:",
				"    - 'file.ext == \"md\"'",
				"    - 'file.inFolder(\"Detection Rules\")'",
			],
			...[
				"    - 'file.hasTag(\"T1021_004\")'",
				"properties:",
				"  file.name:",
				"    displayName: 'Name'",
			],
			...["  status:", "    displayName: 'Status'", "  level:", "    displayName: 'Level'"],
			...[
				"  logsrc_product:",
				"    displayName: 'Log Source Product'",
				"views:",
				"  - type: table",
			],
			...[
				"    name: 'Table'",
				"    order:",
				"      - file.name",
				"      - status",
				"      - level",
			],
			"      - logsrc_product",
		]);
	});

	test("becomes a base with its order, limit and group", () => {
		const sorted = base("TABLE level FROM #a SORT level DESC, file.mtime LIMIT 10");
		expect(sorted).toContain(
			"    sort:\n      - property: level\n        direction: DESC\n      - property: file.mtime\n        direction: ASC\n    limit: 10",
		);
		const grouped = base(
			"TABLE rows.file.link AS Rule, rows.level FROM #a GROUP BY vendor SORT key DESC",
		);
		expect(grouped).toContain(
			"    groupBy:\n      property: vendor\n      direction: DESC\n    order:\n      - file.name\n      - level",
		);
	});

	test.each([
		"LIST",
		REFERENCE,
		'TABLE status FROM "Detection Rules" WHERE status = "stable" OR level = "high"',
		"LIST FROM #detection_rule AND -#T1110",
		'LIST FROM "Techniques" OR #atomic_test',
		'LIST FROM "Notes/Shift log"',
		"LIST WHERE techniques",
		"LIST WHERE !techniques AND level != null",
		'LIST WHERE contains(techniques, "T1021")',
		'LIST WHERE icontains(file.name, "ssh") AND !contains(file.path, "Rules")',
		'LIST WHERE econtains(techniques, "T1110")',
		'LIST WHERE contains(file.tags, "#T1021")',
		'LIST WHERE econtains(file.tags, "#detection_rule")',
		'LIST WHERE startswith(status, "st") OR endswith(level, "um")',
		'LIST WHERE lower(vendor) = "sigma" AND length(techniques) > 0',
		'LIST WHERE level < "low"',
		'LIST WHERE choice(level, level, "none") = "none"',
		'LIST WHERE default(level, "none") != "none"',
		'TABLE level WHERE row["level"] = "high" AND file.frontmatter.vendor = "sigma"',
	])("becomes a base of the same notes: %s", (query) => {
		expect(runBase(base(query), index.notes(), new Date(NOW))).toEqual(listNotes(index, query));
	});

	test("becomes a base of the same notes, whatever its condition is put together of", () => {
		const atom = fc.constantFrom(
			...[
				"level",
				"techniques",
				'level = "high"',
				'status != "stable"',
				'contains(techniques, "T1")',
			],
			...[
				'contains(title, "SSH")',
				"level = null",
				'level <= "low"',
				'level > "low"',
				'econtains(techniques, "T1110")',
			],
		);
		const { condition } = fc.letrec<{ condition: string }>((tie) => ({
			condition: fc.oneof(
				{ depthSize: "small" },
				atom,
				fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `(${a} AND ${b})`),
				fc.tuple(tie("condition"), tie("condition")).map(([a, b]) => `(${a} OR ${b})`),
				tie("condition").map((inner) => `!(${inner})`),
			),
		}));
		fc.assert(
			fc.property(condition, (text) => {
				const query = `LIST WHERE ${text}`;
				expect(runBase(base(query), index.notes(), new Date(NOW))).toEqual(listNotes(index, query));
			}),
			{ numRuns: 150 },
		);
	});

	test.each([
		'TABLE round(rank, 1), join(techniques), level AS "It\'s: #1", level FROM [[X]] WHERE created > date(2024-01-01)',
		"LIST file.mtime WHERE date(today) - dur(7 days) < file.mtime AND contains(links, [[A]])",
		"TABLE rows.title FROM outgoing([[]]) GROUP BY dateformat",
		'TABLE row["Log source"] WHERE file.name != this.file.name AND contains(up, this.file.link)',
	])("becomes a base that Obsidian can read: %s", (query) => {
		const parsed = parseYaml(base(query));
		if (!parsed.ok) throw new Error(parsed.failure.message);
		expect(checkBase(parsed.value, () => true)).toEqual([]);
	});
});

describe("what Bases cannot express is named, and only our block is offered", () => {
	test.each([
		["TASK FROM #a", ["tasks: TASK"]],
		["CALENDAR created", ["calendar: CALENDAR"]],
		["TABLE length(rows) FROM #a GROUP BY level", ["group-values: length(rows)"]],
		["LIST FLATTEN techniques", ["flatten: FLATTEN techniques"]],
		["LIST LIMIT 5 WHERE level", ["clause-order: WHERE level"]],
		["LIST rows.c GROUP BY a GROUP BY b", ["second-group: b"]],
		["LIST FROM #x GROUP BY a", ["group-values: a"]],
		["LIST LIMIT x", ["limit: LIMIT x"]],
		["LIST FROM rules", ["own-source: rules"]],
		["LIST WHERE file.lists", ["file-field: file.lists"]],
		["LIST WHERE this.level = level", ["this-field: this.level"]],
		['LIST WHERE regextest("a", title)', ['function: regextest("a", title)']],
		["TABLE map(a, (x) => x)", ["function: map(a, (x) => x)"]],
		["LIST WHERE a.b = 1 AND date(sow) < x", ["value: a.b", "value: date(sow)"]],
		["EXPLAIN LIST", ["explain: EXPLAIN LIST"]],
	])("%s", (query, expected) => {
		const conversion = convertText("dataview", query);
		expect(conversion.to["detection-vault"].ok).toBe(true);
		expect(refusals(conversion, "base")).toEqual(expected);
	});

	test("what is no query, or asks for a CSV file, cannot be turned at all", () => {
		const broken = convertText("dataview", "TABLE a\nFORM #b");
		expect(refusals(broken, "detection-vault")).toEqual(["no-query: FORM #b"]);
		expect(refusals(broken, "base")).toEqual(["no-query: FORM #b"]);
		expect(refusals(convertText("dataview", 'LIST FROM csv("a.csv")'), "detection-vault")).toEqual([
			'csv: csv("a.csv")',
		]);
	});
});
