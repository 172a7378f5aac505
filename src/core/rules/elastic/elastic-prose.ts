import { asTable, asTables, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import type { RuleProse } from "../../model/rule";
import { asLine, asLines } from "../text-lines";

/** Gives an Elastic rule's passages for people: settings, guide, set-up, and why it was given up. */
export function readElasticProse(
	rule: Table,
	metadata: Table,
	transform: Table,
): readonly RuleProse[] {
	const prose: RuleProse[] = [];
	const add = (heading: string, text: string | undefined): void => {
		if (text !== undefined && text !== "") prose.push({ heading, text });
	};
	add("Settings", listSettings(rule, metadata));
	add(
		"Deprecation",
		asText(ownValue(metadata, "deprecated_reason") ?? ownValue(rule, "deprecated_reason")),
	);
	const note = asText(ownValue(rule, "note"));
	add("Investigation guide", note && fillPlaceholders(note, transform));
	add("Setup", asText(ownValue(rule, "setup")));
	return prose;
}

/** What of a rule's running decides when it fires, and stands in no other part of the note. */
function listSettings(rule: Table, metadata: Table): string {
	const lines: string[] = [];
	const add = (name: string, value: string | undefined): void => {
		if (value !== undefined && value !== "") lines.push(`- ${name}: ${value}`);
	};
	const code = (value: unknown): string | undefined => codeList(asLines(value));
	add("Rule type", code(ownValue(rule, "type")));
	add("Risk score", asLine(ownValue(rule, "risk_score")));
	add("Runs every", code(ownValue(rule, "interval")));
	add("Looks back from", code(ownValue(rule, "from")));
	const terms = asTable(ownValue(rule, "new_terms"));
	add("New terms", code(ownValue(rule, "new_terms_fields") ?? (terms && ownValue(terms, "value"))));
	add("History", code(historyStart(rule, terms)));
	add("Threshold", describeThreshold(asTable(ownValue(rule, "threshold"))));
	add("Indicator indices", code(ownValue(rule, "threat_index")));
	add("Machine learning job", code(ownValue(rule, "machine_learning_job_id")));
	add("Anomaly threshold", asLine(ownValue(rule, "anomaly_threshold")));
	const suppression = asTable(ownValue(rule, "alert_suppression"));
	add("Alerts grouped by", code(suppression && ownValue(suppression, "group_by")));
	add("Minimum stack version", code(ownValue(metadata, "min_stack_version")));
	return lines.join("\n");
}

function historyStart(rule: Table, terms: Table | undefined): unknown {
	const own = ownValue(rule, "history_window_start");
	if (own !== undefined || terms === undefined) return own;
	return asTables(ownValue(terms, "history_window_start")).map((entry) => ownValue(entry, "value"));
}

function describeThreshold(threshold: Table | undefined): string | undefined {
	if (threshold === undefined) return undefined;
	const value = asLine(ownValue(threshold, "value"));
	const fields = codeList(asLines(ownValue(threshold, "field")));
	const counts = asTables(ownValue(threshold, "cardinality")).map(
		(entry) =>
			`${asLine(ownValue(entry, "value")) ?? "?"} different ${codeList(asLines(ownValue(entry, "field"))) ?? "values"}`,
	);
	const parts = [value && `${value} events`, ...counts].filter((part) => part !== undefined);
	return parts.join(", ") + (fields === undefined ? "" : ` per ${fields}`);
}

function codeList(values: readonly string[]): string | undefined {
	if (values.length === 0) return undefined;
	return values.map((value) => `\`${value.replaceAll("`", "'")}\``).join(", ");
}

/**
 * Puts what `$osquery_0` and `$investigate_0` stand for into a guide: Kibana would draw a button there.
 *
 * Numbers count the rule's `[[transform.…]]` tables from 0; one that leads nowhere stays as it is.
 */
function fillPlaceholders(note: string, transform: Table): string {
	if (!note.includes("$")) return note;
	const queries = asTables(ownValue(transform, "osquery"));
	const searches = asTables(ownValue(transform, "investigate"));
	return note.replace(
		/\$(osquery|investigate)_(\d{1,4})/g,
		(whole, kind: string, number: string) => {
			const entry = (kind === "osquery" ? queries : searches)[Number(number)];
			if (entry === undefined) return whole;
			const label = asLine(ownValue(entry, "label")) ?? (kind === "osquery" ? "Osquery" : "Search");
			const text = kind === "osquery" ? asLine(ownValue(entry, "query")) : describeSearch(entry);
			return text === undefined ? label : `${label}: \`${text.replaceAll("`", "'")}\``;
		},
	);
}

/** A search's providers are alternatives of conditions that must all hold. */
function describeSearch(entry: Table): string | undefined {
	const providers = ownValue(entry, "providers");
	if (!Array.isArray(providers)) return undefined;
	const groups = providers.map((group) =>
		asTables(group)
			.map((condition) => {
				const field = asLine(ownValue(condition, "field")) ?? "?";
				const value = asLine(ownValue(condition, "value"));
				const not = ownValue(condition, "excluded") === true ? "not " : "";
				return `${not}${field}: ${value ?? "*"}`;
			})
			.join(" and "),
	);
	return groups.length > 1 ? groups.map((group) => `(${group})`).join(" or ") : groups[0];
}
