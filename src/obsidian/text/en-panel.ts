import type { FormatNumber } from "./counts";
import { rulePanelText } from "./en-rule-panel";

/** Text of the panels. */
export function panelText(number: FormatNumber) {
	const rules = (count: number) => (count === 1 ? "1 rule" : `${number(count)} rules`);
	const distinct = (one: string, many: string) => (count: number) =>
		count === 1 ? `1 ${one}` : `${number(count)} ${many}`;
	return {
		...messages(),
		exact: "Exactly this technique",
		withSubTechniques: "With sub-techniques",
		scope: "Which techniques are counted",
		leaveOutDeprecated: "Leave out deprecated, unsupported and removed rules",
		counting: "Counting",
		titles: {
			overview: "Overview",
			events: "Events covered",
			fields: "Fields filtered most",
			indicators: "Top indicator values",
			exclusions: "Exclusions",
			rules: "Rules",
			"data-sources": "Data sources and tables",
			"false-positives": "False positives",
			runbooks: "Runbooks",
		},
		empty: {
			events: "No rule here names the events it reads.",
			fields: "No rule here filters on a field.",
			indicators: "No rule here looks for a value.",
			exclusions: "No rule here excludes anything.",
			rules: "This vault has no rule for this technique.",
			sources: "No rule here names a data source.",
			tables: "No rule here names a table.",
			falsePositives: "No rule here names a false positive.",
			runbooks: "This vault has no runbook for this technique.",
		},
		distinct: {
			events: distinct("event", "events"),
			fields: distinct("distinct field", "distinct fields"),
			indicators: distinct("distinct value", "distinct values"),
			exclusions: distinct("distinct exclusion", "distinct exclusions"),
			rules,
			hunts: distinct("hunting query", "hunting queries"),
			sources: distinct("data source", "data sources"),
			tables: distinct("table", "tables"),
			falsePositives: distinct("false positive", "false positives"),
			runbooks: distinct("runbook", "runbooks"),
		},
		of: (shown: number, all: string) => `${number(shown)} of ${all}`,
		showAll: (count: number) => `Show all ${number(count)}`,
		showFirst: (count: number) => `Show the first ${number(count)}`,
		openRules: (count: number) => `Show ${rules(count)}`,
		openRunbooks: (count: number) =>
			count === 1 ? "Show 1 runbook" : `Show ${number(count)} runbooks`,
		closeRules: "Close the list",
		rulesBehind: (count: number) => rules(count),
		wholeValue: "Show the whole value",
		cutValue: "Show less",
		columns: {
			...{ name: "Name", vendor: "Vendor", status: "Status", level: "Level", tests: "Tests" },
			...{ provider: "Provider", event: "Event", title: "Title", rules: "Rules", reach: "Reach" },
			...{ field: "Field", how: "How", samples: "Samples", value: "Value", parsed: "Parsed" },
			...{ excluded: "Excluded", source: "Data source", table: "Table" },
			falsePositive: "False positive",
		},
		reachHint:
			"Reach counts the rules of the whole vault that look for the same value. A high number says little alone: combine it with another condition.",
		exclusionsHint:
			"What rules here leave out was noisy for somebody. A new rule that leaves out none of it will meet the same noise.",
		anyEvent: "any",
		eventNumber: (event: number) => `Event ID ${String(event)}`,
		together: "Path and base name together",
		hideRouting: "Hide routing and computed fields",
		roles: { routing: "routing", time: "time", computed: "computed" },
		keyword: "any field",
		overview: overviewText(number),
		allVendors: "All vendors",
		hunts: "Hunting queries",
		hunt: "hunting query",
		removed: "no longer in its source",
		...rulePanelText(number),
	};
}

function overviewText(number: FormatNumber) {
	return {
		id: "ID",
		tactics: "Tactics",
		platforms: "Platforms",
		rules: "Rules",
		hunts: "Hunting queries",
		runbooks: "Runbooks",
		deprecated: "Deprecated or removed",
		parsed: (parsed: number, all: number, hasHunts: boolean) =>
			`${number(parsed)} of ${all === 1 ? "1 rule" : `${number(all)} rules`}${hasHunts ? " and hunting queries" : ""} parsed`,
		partial: (count: number) => `${number(count)} in part`,
		opaque: (count: number) => `${number(count)} opaque`,
		opaqueNone: "none opaque",
	};
}

/** Why a panel cannot be drawn. */
function messages() {
	return {
		unknown: (name: string) => `There is no panel “${name}”.`,
		known: (names: string) => `Panels of this version: ${names}.`,
		noTechnique: "This panel needs a technique",
		noTechniqueHint:
			"Write technique: T1021.004 below panel, or put the block in the note of a technique.",
		noNote: (id: string) => `No note of this vault knows ${id}`,
		noNoteHint: "Check the id, or import ATT&CK and rules first.",
		noRule: "This panel needs a rule",
		noRuleHint: "Put the block in the note of a detection rule.",
		options: "The panel's options cannot be read",
		unknownOption: (name: string) => `The option “${name}” is not known and was passed over.`,
		knowledgeProblems: (count: number) =>
			count === 1
				? "1 line of the vault’s data was passed over:"
				: `${String(count)} lines of the vault’s data were passed over:`,
		lineOf: (line: number) => `line ${String(line)}`,
		revoked: (id: string) => `${id} is revoked. Its rules are counted under `,
		badOption: (name: string) =>
			`The option “${name}” has a value it cannot have and was passed over.`,
	};
}
