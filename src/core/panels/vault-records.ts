import { asText, asTexts } from "../formats/values";
import type { NoteRecord } from "../index/note-record";
import type { NoteLookup } from "../index/note-index";
import type { Vendor } from "../model/rule";
import { VENDORS } from "../model/rule";
import { compareCodeUnits } from "../text/compare";
import { findTechniqueIds, normaliseTechniqueId } from "../text/technique-ids";

/** A rule note, as its properties tell it. */
export interface RuleEntry {
	readonly id: string;
	readonly vendor: Vendor;
	readonly title: string;
	readonly path: string;
	readonly level: string | null;
	readonly status: string | null;
	readonly techniques: readonly string[];
}

/** A technique note. */
export interface TechniqueEntry {
	readonly id: string;
	readonly name: string;
	readonly path: string;
}

/** A runbook note. */
export interface RunbookEntry {
	readonly title: string;
	readonly path: string;
	readonly techniques: readonly string[];
}

/** The vault's notes as panels count them. */
export interface VaultRecords {
	/** By id. */
	readonly techniques: ReadonlyMap<string, TechniqueEntry>;
	/** By title, then path. */
	readonly rules: readonly RuleEntry[];
	/** By title, then path. */
	readonly runbooks: readonly RunbookEntry[];
}

/**
 * Reads the techniques, rules and runbooks of a vault from its index.
 *
 * Our identity properties say what a note is, else the tags `techniques`, `detection_rule` and `atomic_test`; technique ids come from
 * the properties, else from tags. A rule that names no vendor but a Sigma logsource is Sigma's.
 */
export function readVaultRecords(lookup: NoteLookup): VaultRecords {
	const techniques = new Map<string, TechniqueEntry>();
	const rules: RuleEntry[] = [];
	const runbooks: RunbookEntry[] = [];
	for (const { record } of lookup.notes()) {
		const tags = new Set(record.tags.map((tag) => tag.toLowerCase()));
		const technique = readTechnique(record, tags);
		if (technique !== undefined) {
			if (!techniques.has(technique.id)) techniques.set(technique.id, technique);
		} else if (textOf(record, "rule_id") !== undefined || tags.has("#detection_rule")) {
			rules.push(readRule(record));
		} else if (textOf(record, "runbook_id") !== undefined || tags.has("#atomic_test")) {
			runbooks.push(readRunbook(record));
		}
	}
	return { techniques, rules: rules.sort(byTitle), runbooks: runbooks.sort(byTitle) };
}

function readTechnique(record: NoteRecord, tags: ReadonlySet<string>): TechniqueEntry | undefined {
	const stated = normaliseTechniqueId(textOf(record, "attack_id") ?? "");
	const id =
		stated ?? (tags.has("#techniques") ? findTechniqueIds(baseName(record))[0] : undefined);
	if (id === undefined) return undefined;
	const name = textOf(record, "name") ?? baseName(record).replace(/^T\d{4}(?:\.\d{3})?[ -]*/, "");
	return { id, name, path: record.path };
}

function readRule(record: NoteRecord): RuleEntry {
	const vendor = VENDORS.find((name) => name === textOf(record, "vendor")) ?? "sigma";
	return {
		id: textOf(record, "rule_id") ?? "",
		vendor,
		title: textOf(record, "title") ?? baseName(record),
		path: record.path,
		level: textOf(record, "level")?.toLowerCase() ?? null,
		status: textOf(record, "status")?.toLowerCase() ?? null,
		techniques: techniquesOf(record),
	};
}

function readRunbook(record: NoteRecord): RunbookEntry {
	const id = normaliseTechniqueId(textOf(record, "runbook_id") ?? "");
	const title = textOf(record, "title") ?? baseName(record);
	const techniques = new Set([...(id === undefined ? [] : [id]), ...techniquesOf(record)]);
	return { title, path: record.path, techniques: [...techniques] };
}

function techniquesOf(record: NoteRecord): readonly string[] {
	const stated = asTexts(record.properties["techniques"]).flatMap(findTechniqueIds);
	return stated.length > 0 ? stated : findTechniqueIds(record.tags.join(" "));
}

function textOf(record: NoteRecord, key: string): string | undefined {
	return Object.hasOwn(record.properties, key) ? asText(record.properties[key]) : undefined;
}

function baseName({ path }: NoteRecord): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}

function byTitle(
	a: { readonly title: string; readonly path: string },
	b: { readonly title: string; readonly path: string },
): number {
	return compareCodeUnits(a.title, b.title) || compareCodeUnits(a.path, b.path);
}
