import { normaliseDate } from "../../formats/dates";
import { problemOf, type Problem } from "../../model/problem";
import type { Logsource, Rule, RuleProse } from "../../model/rule";
import { findTechniqueIds } from "../../text/technique-ids";
import { createRuleId, normaliseLevel, statusFromFolder } from "../rule-metadata";
import type { RuleFile } from "../rule-reader";
import type { YaraLRule } from "./find-yara-l-rules";
import { firstMeta, gatherMeta, listMeta, readMetaAttack, type MetaValues } from "./read-meta";

/** Where a rule stands in its file. */
export interface YaraLPlace {
	readonly file: RuleFile;
	/** The rule's text: the whole file where it is alone, else the rule with the comments above it. */
	readonly text: string;
	/** 1-based lines of that text and of the rule itself. */
	readonly line: number;
	readonly ruleLine: number;
	/** 1-based place among the file's rules. */
	readonly ordinal: number;
	/** The id that stands beside the rule's text, in an export. */
	readonly id?: string | undefined;
}

/**
 * Reads one YARA-L 2 rule's metadata.
 *
 * Title: `rule_name`, else the rule's identifier made readable. Technique ids: metadata about ATT&CK, else links to attack.mitre.org among
 * the references, else the rule's identifier (`…_T1053_005`), else what the outcome assigns (`$mitre_attack_technique_id = …`). `severity` is the level; `priority` says how soon to look and is kept apart.
 */
export function readYaraLRule(
	place: YaraLPlace,
	rule: YaraLRule,
): { readonly rule: Rule; readonly problems: readonly Problem[] } {
	const { file } = place;
	const meta = gatherMeta(rule.meta);
	const attack = readMetaAttack(meta);
	const references = readReferences(meta);
	const read: Rule = {
		id:
			firstMeta(meta, "rule_id", "ruleid", "id", "uuid") ??
			place.id ??
			createRuleId("yara-l", file.path, place.ordinal),
		vendor: "yara-l",
		kind: /^hunt/i.test(firstMeta(meta, "type") ?? "") ? "hunt" : "rule",
		language: "yara-l",
		title: readTitle(meta, rule.name),
		description: firstMeta(meta, "description") ?? "",
		status: firstMeta(meta, "status")?.toLowerCase() ?? statusFromFolder(file.path),
		level: normaliseLevel(firstMeta(meta, "severity") ?? undefined),
		confidence: firstMeta(meta, "confidence"),
		techniques: chooseTechniques(attack.techniques, references, rule),
		tactics: attack.tactics,
		logsource: readLogsource(meta),
		dataSources: listMeta(meta, "data_source", "data_sources", "log_source", "product_name"),
		tables: [],
		author: firstMeta(meta, "author"),
		license: readLicense(meta),
		sourceRef: firstMeta(meta, "rule_version", "version"),
		created: normaliseDate(firstMeta(meta, "created", "date", "creation_date")),
		lastModified: normaliseDate(
			firstMeta(meta, "modified", "updated", "last_modified", "update_date"),
		),
		references,
		falsePositives: [
			...(meta.get("false_positives") ?? []),
			...(meta.get("falsepositives") ?? []),
			...(meta.get("false_positive") ?? []),
		],
		otherTags: [...new Set([...readTags(meta), ...attack.others])],
		related: (meta.get("sigma_uuid") ?? []).map((id) => ({ id, type: "derived" })),
		simulations: [],
		regressionTests: null,
		prose: readProse(meta),
		queries: [
			{
				language: "yara-l",
				text: file.text.slice(rule.start, rule.end),
				line: place.ruleLine,
				label: null,
			},
		],
		text: place.text,
		textLanguage: "yara-l",
		file: file.file,
		line: place.line,
	};
	return { rule: read, problems: checkRule(place, rule) };
}

function checkRule(place: YaraLPlace, rule: YaraLRule): readonly Problem[] {
	const problems: Problem[] = [];
	const report = (message: string): void => {
		problems.push(problemOf(place.file.file, place.ruleLine, "rule-field", message, "warning"));
	};
	if (!rule.closed) report(`the rule ${rule.name} is not closed`);
	if (!rule.sections.includes("condition")) report(`the rule ${rule.name} has no condition`);
	return problems;
}

function readTitle(meta: MetaValues, identifier: string): string {
	const stated = firstMeta(meta, "rule_name", "title");
	if (stated !== null) return stated.replace(/\s+/g, " ");
	const words = identifier.replace(/_+/g, " ").trim();
	return words === "" ? identifier : words.slice(0, 1).toUpperCase() + words.slice(1);
}

function chooseTechniques(
	stated: readonly string[],
	references: readonly string[],
	rule: YaraLRule,
): readonly string[] {
	const links = references.filter((link) => link.includes("attack.mitre.org/"));
	const choices = [
		stated,
		findTechniqueIds(links.join(" ")),
		findTechniqueIds(rule.name),
		rule.assigned,
	];
	return choices.find((ids) => ids.length > 0) ?? [];
}

/** Rules made from Sigma state its logsource; others name a platform, which is one product or none. */
function readLogsource(meta: MetaValues): Logsource {
	const word = (key: string): string | null => firstMeta(meta, key)?.toLowerCase() ?? null;
	const platforms = listMeta(meta, "platform").map((name) => name.toLowerCase());
	const known = platforms.filter((name) => name !== "edr");
	const [platform = null] = known.length === 1 ? known : [];
	const product = word("product") ?? PLATFORMS.get(platform ?? "") ?? platform;
	return { product, service: word("service"), category: word("category") };
}

/** Platform names that Sigma's products spell otherwise. */
const PLATFORMS: ReadonlyMap<string, string> = new Map([
	["google cloud", "gcp"],
	["google cloud platform", "gcp"],
	["google workspace", "gcp"],
	["office 365", "m365"],
	["o365", "m365"],
]);

/** `license`, or the sentence that converted rules have at the end of their description. */
function readLicense(meta: MetaValues): string | null {
	const stated = firstMeta(meta, "license", "licence");
	if (stated !== null) return stated;
	const description = firstMeta(meta, "description") ?? "";
	const at = description.lastIndexOf("License: ");
	const named = at === -1 ? "" : description.slice(at + "License: ".length).trim();
	return named === "" || /\s/.test(named) ? null : named.replace(/\.$/, "");
}

function readReferences(meta: MetaValues): readonly string[] {
	const found = new Set<string>();
	for (const [key, values] of meta) {
		if (!/^(?:references?|ref|url|link)_?\d*$/.test(key)) continue;
		for (const value of values) {
			for (const link of splitLinks(value)) found.add(link);
		}
	}
	return [...found];
}

/** Several links in one value, parted by commas or spaces; a value with other words stays whole. */
function splitLinks(value: string): readonly string[] {
	const parts = value.split(/[\s,]+/).filter((part) => part !== "");
	return parts.every((part) => /^https?:/.test(part)) ? parts : [value.trim()];
}

function readTags(meta: MetaValues): readonly string[] {
	return listMeta(meta, "tags").filter((tag) => findTechniqueIds(tag).length === 0);
}

function readProse(meta: MetaValues): readonly RuleProse[] {
	const prose: RuleProse[] = [];
	for (const [heading, keys] of [
		["Assumptions", ["assumption", "assumptions"]],
		["Priority", ["priority"]],
		["Response", ["response", "remediation", "recommendation"]],
	] as const) {
		const text = keys.flatMap((key) => meta.get(key) ?? []).join("\n\n");
		if (text !== "") prose.push({ heading, text });
	}
	return prose;
}
