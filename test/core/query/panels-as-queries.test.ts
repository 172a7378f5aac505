import { beforeAll, describe, expect, test } from "vitest";
import type { RuleEntry } from "../../../src/core/library/library-entry";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import type { Value } from "../../../src/core/model/value";
import { runQuery } from "../../../src/core/query/run-query";
import { countEvents } from "../../../src/core/panels/event-rows";
import { countExclusions } from "../../../src/core/panels/exclusion-rows";
import { countFields } from "../../../src/core/panels/field-rows";
import { countIndicators } from "../../../src/core/panels/indicator-rows";
import { createMemoryNotes } from "../../../src/core/ports/memory-notes";
import { corporaPath, describeCorpora } from "../../support/corpora";
import { importInto, readFolder, readSamples, type TestSources } from "../../support/import-into";
import { openNotes, type RecordsVault } from "./support/records-vault";

const FIELDS = createRuleKnowledge([]).fields;

async function importVault(sources: TestSources): Promise<RecordsVault> {
	const notes = createMemoryNotes();
	await importInto(notes, sources);
	return openNotes(Object.fromEntries(notes.notes));
}

function rulesOf({ index, library }: RecordsVault): readonly RuleEntry[] {
	return index.notes().flatMap(({ path }) => {
		const entry = library.entry(path);
		return entry?.kind === "rule" ? [entry] : [];
	});
}

/** The rows of a query, each as one text, in code-unit order. */
function answer({ index, library }: RecordsVault, query: string): readonly string[] {
	const outcome = runQuery(index, query, { origin: null, now: 0, records: library });
	if (outcome.type !== "table") throw new Error(JSON.stringify(outcome));
	expect(outcome.failed).toEqual([]);
	return outcome.rows.map((row) => JSON.stringify(row)).sort();
}

function sorted(rows: readonly (readonly Value[])[]): readonly string[] {
	return rows.map((row) => JSON.stringify(row)).sort();
}

function shown(value: unknown): Value {
	if (typeof value !== "object" || value === null) return (value ?? null) as Value;
	return ("ref" in value ? value.ref : "list" in value ? value.list : null) as Value;
}

/** What the panels count over all rules is what these queries count. */
function definePanelQueries(open: () => RecordsVault): void {
	test("fields by rules", () => {
		const vault = open();
		const counted = answer(
			vault,
			`TABLE WITHOUT ID field[0], length(unique(rows.rule)) FROM predicates WHERE field != null
			 GROUP BY [default(canonical, field), canonical = null AND role = "computed"] AS field`,
		);
		const rows = countFields(rulesOf(vault), FIELDS, false);
		expect(rows.length).toBeGreaterThan(10);
		expect(counted).toEqual(sorted(rows.map(({ field, rules }) => [field, rules.length])));
	});

	test("indicators with their reach", () => {
		const vault = open();
		const counted = answer(
			vault,
			`TABLE WITHOUT ID what[0], what[1], what[2], length(unique(rows.rule)), max(rows.reach) FROM predicates
			 WHERE indicator GROUP BY [default(canonical, field), choice(op = "in", "eq", op), value, valuekind] AS what`,
		);
		const rows = countIndicators(rulesOf(vault), (rule) => vault.library.indicatorsOf(rule));
		expect(rows.length).toBeGreaterThan(10);
		expect(counted).toEqual(
			sorted(
				rows.map(({ field, op, value, rules, reach }) => [
					field,
					op,
					shown(value),
					rules.length,
					reach,
				]),
			),
		);
	});

	test("events", () => {
		const vault = open();
		const counted = answer(
			vault,
			`TABLE WITHOUT ID what[0], what[1], length(unique(rows.rule)) FROM events
			 GROUP BY [provider, choice(event = null, "", string(event))] AS what`,
		);
		const rows = countEvents(rulesOf(vault));
		expect(rows.length).toBeGreaterThan(5);
		expect(counted).toEqual(
			sorted(
				rows.map(({ provider, event, rules }) => [provider, String(event ?? ""), rules.length]),
			),
		);
	});

	test("exclusions", () => {
		const vault = open();
		const counted = answer(
			vault,
			`TABLE WITHOUT ID length(rows[0].parts), length(unique(rows.rule)) FROM exclusions GROUP BY exclusion`,
		);
		const rows = countExclusions(rulesOf(vault));
		expect(rows.length).toBeGreaterThan(2);
		expect(counted).toHaveLength(rows.length);
		const usesOf = (row: string): unknown => (JSON.parse(row) as readonly unknown[])[1];
		expect(counted.map(usesOf).sort()).toEqual(rows.map(({ rules }) => rules.length).sort());
	});
}

describe("the panels' rows over the sample rules", () => {
	let vault: RecordsVault;
	beforeAll(async () => {
		vault = await importVault(readSamples());
	});
	definePanelQueries(() => vault);

	test("of one technique are those of the rules that its tag finds", () => {
		const tagged = answer(
			vault,
			`TABLE WITHOUT ID field[0], length(unique(rows.rule)) FROM predicates AND #T1021_004 WHERE field != null
			 GROUP BY [default(canonical, field), canonical = null AND role = "computed"] AS field`,
		);
		const rules = vault.library.rulesOf((id) => id === "T1021.004");
		expect(rules.length).toBeGreaterThan(1);
		const rows = countFields(rules, FIELDS, false);
		expect(tagged).toEqual(sorted(rows.map(({ field, rules: own }) => [field, own.length])));
	});
});

describeCorpora(
	"the panels' rows over published rules",
	(folder) => {
		let vault: RecordsVault;
		beforeAll(async () => {
			const vendors = ["chronicle", "splunk"].map((name) => corporaPath(name) ?? folder);
			vault = await importVault({
				rules: Object.assign({}, ...vendors.map(readFolder)) as Record<string, string>,
			});
		}, 120_000);
		definePanelQueries(() => vault);
	},
	"splunk",
);
