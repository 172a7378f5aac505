import { parseJson } from "../../formats/json";
import { normaliseDate } from "../../formats/dates";
import { asTable, asText, asTexts, ownValue, type Table } from "../../formats/values";
import { problemOf, type Problem } from "../../model/problem";
import type { Level, Rule, RuleKind, RuleProse } from "../../model/rule";
import { findTechniqueIds } from "../../text/technique-ids";
import { normaliseLevel, normaliseTactic, statusFromFolder } from "../rule-metadata";
import type { RuleFile } from "../rule-reader";
import { isSet, type SearchSettings } from "./judge-saved-search";
import { listAssigned, TECHNIQUE_FIELD } from "./list-assigned";
import { readSplunkLogsource } from "./read-splunk-logsource";
import { findDataModels } from "./find-data-models";

/** A saved search, and where it stands in its file. */
export interface SavedSearch {
	readonly file: RuleFile;
	/** What Splunk knows it by. */
	readonly name: string;
	readonly search: string;
	readonly settings: SearchSettings;
	readonly kind: Extract<RuleKind, "rule" | "hunt">;
	/** Its own text, and the 1-based lines on which that and the search start. */
	readonly text: string;
	readonly textLanguage: "ini" | "json";
	readonly line: number;
	readonly queryLine: number;
	/** 1-based column on which the search starts, where its text stands as it is. */
	readonly queryColumn?: number;
}

/** What Splunk Web calls the numbers of `alert.severity` (there also: debug, info, warn, error, severe, fatal). */
const SEVERITIES: ReadonlyMap<string, Level> = new Map([
	["1", "informational"],
	["2", "low"],
	["3", "medium"],
	["4", "high"],
	["5", "critical"],
	["6", "critical"],
]);

const KINDS: ReadonlyMap<string, RuleKind> = new Map([
	["hunting", "hunt"],
	["correlation", "correlation"],
]);

/**
 * Reads a saved search that alerts or hunts: `savedsearches.conf`, or Splunk's REST interface.
 *
 * The id is the one that Splunk's own detections have (`detection_id`), else made from the search's name, which is what Splunk knows it by.
 * Techniques: the annotations of Enterprise Security, else settings about ATT&CK, else the name, else what the search assigns
 * (`eval mitre_technique_id="…"`), else the description. `level` is the notable event's severity, else the alert's. Sources: Splunk Admin Manual,
 * "savedsearches.conf"; Splunk Enterprise Security, "correlation searches".
 */
export function readSavedSearch(saved: SavedSearch): {
	readonly rule: Rule;
	readonly problems: readonly Problem[];
} {
	const { settings, search, file } = saved;
	const text = (key: string): string | null => settings.get(key)?.trim() || null;
	const annotations = {
		...readJson(settings, "action.escu.mappings"),
		...readJson(settings, "action.correlationsearch.annotations"),
	};
	const metadata = readJson(settings, "action.correlationsearch.metadata");
	const dataSources = asTexts(ownValue(annotations, "data_source"));
	const type = asText(ownValue(annotations, "type"))?.toLowerCase() ?? "";
	const rule: Rule = {
		id: asText(ownValue(metadata, "detection_id")) ?? `splunk:${saved.name.normalize("NFC")}`,
		vendor: "splunk",
		kind: KINDS.get(type) ?? saved.kind,
		language: search.trim() === "" ? null : "spl",
		title: text("action.correlationsearch.label") ?? saved.name,
		description: text("description") ?? text("action.notable.param.rule_description") ?? "",
		status: readStatus(settings, metadata) ?? statusFromFolder(file.path),
		level: readLevel(settings),
		confidence: asText(ownValue(annotations, "confidence")) ?? text("action.escu.confidence"),
		techniques: readTechniques(saved, annotations),
		tactics: readTactics(saved, annotations),
		logsource: readSplunkLogsource(dataSources),
		dataSources,
		tables: [...findDataModels(search)],
		author: null,
		license: null,
		sourceRef: asText(ownValue(metadata, "detection_version")) ?? null,
		created: normaliseDate(text("action.escu.creation_date")),
		lastModified: normaliseDate(text("action.escu.modification_date")),
		references: [],
		falsePositives: asTexts(text("action.escu.known_false_positives")),
		otherTags: readOtherTags(settings, annotations),
		related: [],
		simulations: [],
		regressionTests: null,
		prose: readProse(settings),
		queries: [
			{
				language: "spl",
				text: search,
				line: saved.queryLine,
				...(saved.queryColumn === undefined ? {} : { column: saved.queryColumn }),
				label: null,
			},
		],
		text: saved.text,
		textLanguage: saved.textLanguage,
		file: file.file,
		line: saved.line,
	};
	return { rule, problems: checkAnnotations(saved) };
}

/** Gives a setting that holds JSON; an empty table where it holds none. */
function readJson(settings: SearchSettings, key: string): Table {
	const read = parseJson(settings.get(key) ?? "");
	return (read.ok ? asTable(read.json) : undefined) ?? {};
}

function checkAnnotations({ file, settings, line, name }: SavedSearch): readonly Problem[] {
	const key = "action.correlationsearch.annotations";
	const text = settings.get(key) ?? "";
	if (text.trim() === "" || parseJson(text).ok) return [];
	const message = `${key} of "${name}" is no JSON`;
	return [problemOf(file.file, line, "rule-field", message, "warning")];
}

function readStatus(settings: SearchSettings, metadata: Table): string | null {
	if (isSet(asText(ownValue(metadata, "deprecated")))) return "deprecated";
	return isSet(settings.get("disabled")) ? "disabled" : null;
}

function readLevel(settings: SearchSettings): Level | null {
	for (const key of [
		"action.notable.param.severity",
		"action.notable.severity",
		"alert.severity",
		"alert_severity",
		"severity",
	]) {
		const word = settings.get(key)?.trim();
		const level = normaliseLevel(word) ?? SEVERITIES.get(word ?? "");
		if (level !== undefined) return level;
	}
	return null;
}

function readTechniques(saved: SavedSearch, annotations: Table): readonly string[] {
	const { settings, search, name } = saved;
	const named = [...settings].filter(([key]) => TECHNIQUE_FIELD.test(key));
	const choices = [
		asTexts(ownValue(annotations, "mitre_attack")),
		named.map(([, value]) => value),
		[name],
		listAssigned(search, TECHNIQUE_FIELD),
		[settings.get("description") ?? ""],
	];
	for (const texts of choices) {
		const ids = findTechniqueIds(texts.join(" "));
		if (ids.length > 0) return ids;
	}
	return [];
}

function readTactics(saved: SavedSearch, annotations: Table): readonly string[] {
	const about = /tactic|mitre_category/i;
	const stated = [...Object.keys(annotations).filter((key) => about.test(key))].flatMap((key) =>
		asTexts(ownValue(annotations, key)),
	);
	const ids = asTexts(ownValue(annotations, "mitre_attack")).filter((id) => /^TA\d{4}$/i.test(id));
	const named = [...saved.settings].filter(([key]) => about.test(key)).map(([, value]) => value);
	const words = [...stated, ...ids, ...named, ...listAssigned(saved.search, about)];
	const tactics = words.flatMap(splitTactics).map(normaliseTactic);
	return [...new Set(tactics.filter((tactic) => tactic !== undefined))];
}

/** `initial-access, collection`, or a line each with the technique behind it: `initial_access - T1200 - Hardware Additions`. */
function splitTactics(text: string): readonly string[] {
	if (findTechniqueIds(text).length === 0) return text.split(/[,;]/);
	return text.split(/[|\n]/).map((line) => line.split(" - ", 1)[0] ?? "");
}

function readOtherTags(settings: SearchSettings, annotations: Table): readonly string[] {
	const stories = readList(settings.get("action.escu.analytic_story"));
	const domain = settings.get("action.notable.param.security_domain")?.trim() ?? "";
	const tags = [
		...asTexts(ownValue(annotations, "type")),
		...asTexts(ownValue(annotations, "analytic_story")),
		...stories,
		...asTexts(ownValue(annotations, "cve")),
		...(domain === "" ? [] : [domain]),
	];
	return [...new Map(tags.reverse().map((tag) => [tag.toLowerCase(), tag])).values()].reverse();
}

function readList(text: string | undefined): readonly string[] {
	const read = parseJson(text ?? "");
	return read.ok ? asTexts(read.json) : [];
}

function readProse(settings: SearchSettings): readonly RuleProse[] {
	const of = (key: string): string => settings.get(key)?.trim() ?? "";
	const prose: RuleProse[] = [];
	for (const [heading, text] of [
		["Explanation", of("action.escu.eli5")],
		["How to implement", of("action.escu.how_to_implement")],
		["Trigger", describeTrigger(of)],
		["Risk", of("action.risk.param._risk_message")],
	] as const) {
		if (text !== "" && text !== "none") prose.push({ heading, text });
	}
	return prose;
}

function describeTrigger(of: (key: string) => string): string {
	const from = of("dispatch.earliest_time");
	const condition =
		of("alert_condition") || [of("counttype"), of("relation"), of("quantity")].join(" ");
	const window = from === "" ? "" : `${from} to ${of("dispatch.latest_time") || "now"}`;
	return [
		["Runs at", of("cron_schedule")],
		["Looks at", window],
		["Alerts on", condition.trim()],
		["Quiet for", of("alert.suppress.period")],
	]
		.filter(([, text]) => text !== "")
		.map(([label, text]) => `- ${label}: \`${text}\``)
		.join("\n");
}
