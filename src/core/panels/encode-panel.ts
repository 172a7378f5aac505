import { summariseRunbook, summariseRuns } from "../executions/run-summary";
import type { RuleEntry, RunbookEntry } from "../library/library-entry";
import type { Vendor } from "../model/rule";
import { VENDORS } from "../model/rule";
import type { CountedRow } from "./count-rules";
import { countEvents } from "./event-rows";
import { countExclusions } from "./exclusion-rows";
import { countFields } from "./field-rows";
import { countIndicators } from "./indicator-rows";
import { countNames } from "./named-rows";
import type { PanelSources, TechniquePanel } from "./technique-panel";

/**
 * Gives a technique's panel as plain JSON: every row, most used first, `rules` in a row a count.
 *
 * `withRules` adds `ruleIds` to each row, sorted. Keys may be added, never taken away.
 */
export function encodePanel(
	panel: TechniquePanel,
	{ library, knowledge }: PanelSources,
	withRules: boolean,
): object {
	const { technique, replaced, scope, rules, runbooks } = panel;
	const close = (shown: object, { rules: own }: CountedRow): object =>
		withRules ? { ...shown, ruleIds: own.map(({ id }) => id).sort() } : shown;
	const names = (namesOf: (rule: RuleEntry) => readonly string[]): object[] =>
		countNames(rules, namesOf).map((row) =>
			close({ name: row.name, rules: row.rules.length }, row),
		);
	return {
		technique: {
			id: technique.id,
			name: technique.name,
			...(replaced === null ? {} : { replaces: replaced.id }),
		},
		scope,
		rules: encodeRules(rules),
		events: countEvents(rules).map((row) => {
			const { provider, event, title, id } = row;
			return close({ provider, event, title, id, rules: row.rules.length }, row);
		}),
		fields: countFields(rules, knowledge.fields, false).map((row) =>
			close({ ...row, rules: row.rules.length }, row),
		),
		indicators: countIndicators(rules, (rule) => library.indicatorsOf(rule)).map((row) => {
			const { field, op, value, reach } = row;
			return close({ field, op, value, reach, rules: row.rules.length }, row);
		}),
		exclusions: countExclusions(rules).map((row) =>
			close({ parts: row.parts, rules: row.rules.length }, row),
		),
		dataSources: names(({ facts }) => facts.dataSources),
		tables: names(({ facts }) => facts.tables),
		falsePositives: names(({ facts }) => facts.falsePositives),
		runbooks: runbooks.map((runbook) => encodeRunbook(runbook, library)),
		runs: encodeRuns(panel, library),
	};
}

function encodeRunbook(runbook: RunbookEntry, library: PanelSources["library"]): object {
	const { title, path, tests } = runbook;
	const summary = summariseRunbook(library.runs, runbook, (at) => ruleAt(library, at));
	const { lastRun, outcome, runs } = summary;
	const { run: testsRun, proven: testsProven } = summary.tests;
	const { judged: rulesJudged, proven: rulesProven } = summary.rules;
	return {
		...{ title, path, tests, lastRun, outcome, runs },
		...{ testsRun, testsProven, rulesJudged, rulesProven },
	};
}

/** What runs say of the technique as a whole. */
function encodeRuns(
	{ runbooks, rules, runs }: TechniquePanel,
	library: PanelSources["library"],
): object {
	const summary = summariseRuns(library.runs, runbooks, rules, runs);
	const { lastRun, outcome, tests, rules: proof } = summary;
	const { total, run, proven } = tests;
	return {
		...{ total: runs.length, lastRun, outcome, tests: { total, run, proven } },
		rules: { total: proof.total, judged: proof.judged, proven: proof.proven },
	};
}

function ruleAt(library: PanelSources["library"], path: string): RuleEntry | undefined {
	const entry = library.entry(path);
	return entry?.kind === "rule" ? entry : undefined;
}

function encodeRules(rules: readonly RuleEntry[]): object {
	const opaque = rules.filter(({ facts }) => facts.parsed === "opaque" || facts.parsed === "none");
	return {
		total: rules.length,
		parsed: rules.length - opaque.length,
		/** Of those parsed, the ones of which a part is not understood. */
		partial: rules.filter(({ facts }) => facts.parsed === "partial").length,
		hunts: rules.filter(({ facts }) => facts.kind === "hunt").length,
		opaque: opaque.map(({ id, title, path, facts }) => ({
			...{ id, title, path, reason: facts.reasons.join("; ") },
		})),
		byVendor: encodeVendors(rules),
	};
}

function encodeVendors(rules: readonly RuleEntry[]): Partial<Record<Vendor, readonly object[]>> {
	const groups: Partial<Record<Vendor, readonly object[]>> = {};
	for (const vendor of VENDORS) {
		const own = rules.filter((rule) => rule.vendor === vendor);
		if (own.length === 0) continue;
		groups[vendor] = own.map(({ id, title, path, level, status, facts }) => ({
			...{ id, title, path, level, status, kind: facts.kind, parsed: facts.parsed },
		}));
	}
	return groups;
}
