import { VENDORS } from "../core/model/rule";
import type { CountedRow } from "../core/panels/count-rules";
import { countEvents } from "../core/panels/event-rows";
import { countExclusions } from "../core/panels/exclusion-rows";
import { countFields } from "../core/panels/field-rows";
import { countIndicators } from "../core/panels/indicator-rows";
import { showValue } from "../core/panels/show-value";
import type { PanelSources, TechniquePanel } from "../core/panels/technique-panel";
import { plainLine } from "./plain-line";

/** Rows of a list that are shown to a person; `--json` gives all. */
const SHOWN = 12;

/** Writes a technique's panel for a terminal: the first rows of each list, with how many there are. */
export function showPanel(panel: TechniquePanel, { library, knowledge }: PanelSources): string {
	const { technique, scope, rules, runbooks } = panel;
	const opaque = rules.filter(({ facts }) => facts.parsed === "opaque" || facts.parsed === "none");
	const parts = [
		`${technique.id} ${technique.name} (${scope}): ${rules.length - opaque.length} of ${rules.length} rules parsed`,
		...opaque.map(({ title, facts }) => `  not parsed: ${title} (${facts.reasons.join("; ")})`),
		...showRows("Events", countEvents(rules), ({ provider, event, title }) =>
			[provider, event, title].filter((part) => part !== null).join(" "),
		),
		...showRows("Fields", countFields(rules, knowledge.fields, false), ({ label, how }) => {
			const used = how.map(({ op, rules: count }) => `${op} ${count}`).join(", ");
			return `${label} (${used})`;
		}),
		...showRows(
			"Indicators",
			countIndicators(rules, (rule) => library.indicatorsOf(rule)),
			({ field, op, value, reach }) =>
				`${field ?? "keyword"} ${op} ${showValue(value)} (${reach} in the vault)`,
		),
		...showRows("Exclusions", countExclusions(rules), ({ parts: conjunction }) =>
			conjunction
				.map(({ field, op, value, negated }) =>
					[negated ? "not" : "", field ?? "keyword", op, showValue(value)].join(" ").trim(),
				)
				.join(" and "),
		),
		...VENDORS.flatMap((vendor) => showVendor(vendor, panel)),
	];
	if (runbooks.length > 0) {
		parts.push("", `Runbooks (${runbooks.length})`);
		for (const { title, tests } of runbooks) parts.push(`  ${tests} tests  ${title}`);
	}
	return `${parts.map(plainLine).join("\n")}\n`;
}

function showRows<Row extends CountedRow>(
	title: string,
	rows: readonly Row[],
	show: (row: Row) => string,
): readonly string[] {
	if (rows.length === 0) return [];
	const shown = rows
		.slice(0, SHOWN)
		.map((row) => `  ${String(row.rules.length).padStart(4)}  ${show(row)}`);
	const rest = rows.length - shown.length;
	return [
		"",
		`${title} (${rows.length})`,
		...shown,
		...(rest > 0 ? [`        and ${rest} more`] : []),
	];
}

function showVendor(vendor: string, { rules }: TechniquePanel): readonly string[] {
	const own = rules.filter((rule) => rule.vendor === vendor);
	if (own.length === 0) return [];
	const lines = own.map(
		({ title, level, status }) =>
			`  ${(level ?? "-").padEnd(13)} ${(status ?? "-").padEnd(12)} ${title}`,
	);
	return ["", `${vendor} (${own.length})`, ...lines];
}
