import type { Technique } from "../../model/attack";
import type { NoteDraft } from "../../model/note";
import { joinTexts } from "../document/join-texts";
import { writePanel } from "../document/panel-block";
import { defuseInline } from "../safe/defuse-inline";
import { convertAttackText, type AttackTextContext } from "./attack-text";
import { writeDataSources } from "./data-sources-section";
import { writeDetection } from "./detection-section";
import { createFootnotes, type Footnotes } from "./footnotes";
import type { TechniqueNoteContext } from "./note-context";
import { writeRuleTable, writeRunbookTable } from "./query-blocks";
import { techniqueProperties } from "./technique-properties";
import { techniqueBaseName, techniqueHeading } from "./technique-title";
import { writeUses } from "./uses-section";
import { writeWebLink } from "./web-link";

/**
 * Writes the note of a technique: properties, ATT&CK's text under fixed headings, live tables of its rules and runbooks, who uses it,
 * references, and an empty last section for the person.
 *
 * The headings of Description to Rule Testing are always there; further ones only where ATT&CK has something. Footnotes are defined
 * under References.
 */
export function draftTechniqueNote(technique: Technique, context: TechniqueNoteContext): NoteDraft {
	const footnotes = createFootnotes((citation) => context.writeCitation(citation));
	const text = openText(technique, context, footnotes);
	const required = (heading: string, blocks: readonly string[]) =>
		section(heading, blocks.length === 0 ? ["None listed."] : blocks);
	const optional = (heading: string, items: readonly string[]) =>
		items.length === 0 ? [] : section(heading, asList(items));
	const description = convertAttackText(technique.description, technique.citations, text);
	const blocks = [
		`## ${defuseInline(techniqueHeading(technique))}`,
		...writeKin(technique, context),
		...required("Description", description === "" ? [] : [description]),
		...required("Detection", writeDetection(technique, text)),
		...required("Defenses Bypassed", asList(technique.defensesBypassed.map(writePlainItem))),
		...required("Data Sources", asList(writeDataSources(technique))),
		...section("Detection Rule", [writeRuleTable(technique.id, context.folders)]),
		...section("Rule Testing", [writeRunbookTable(technique.id, context.folders)]),
		...section("Rule Panels", [writePanel("technique")]),
		...optional("Sub-techniques", writeSubTechniques(technique, context)),
		...optional("Mitigations", writeUses(technique.mitigations, text)),
		...optional("Groups", writeUses(technique.groups, text)),
		...optional("Software", writeUses(technique.software, text)),
		...optional("Campaigns", writeUses(technique.campaigns, text)),
		...section("References", writeReferences(technique, context, footnotes)),
		"### Notes",
	];
	return {
		kind: "technique",
		id: technique.id,
		folder: "",
		baseName: techniqueBaseName(technique),
		properties: techniqueProperties(technique, context.versionOf(technique)),
		body: `${joinTexts(blocks, "\n\n")}\n`,
	};
}

function openText(
	technique: Technique,
	context: TechniqueNoteContext,
	footnotes: Footnotes,
): AttackTextContext {
	return {
		footnotes,
		technique: technique.id,
		linkTo: (id) => context.linkTo("technique", context.successorOf(id) ?? id),
		onDefused: (items) => context.onDefused?.(technique, items),
	};
}

function section(heading: string, blocks: readonly string[]): string[] {
	return [`### ${heading}`, ...blocks];
}

function asList(items: readonly string[]): string[] {
	return items.length === 0 ? [] : [joinTexts(items, "\n")];
}

function writePlainItem(text: string): string {
	return `- ${defuseInline(text)}`;
}

/** The line below the title: which technique it belongs to, which ids it took the place of. */
function writeKin(technique: Technique, context: TechniqueNoteContext): string[] {
	const { parent, parentName, formerIds } = technique;
	const lines: string[] = [];
	if (parent !== null) {
		const label = parentName === null ? parent : `${parent} ${parentName}`;
		lines.push(`Sub-technique of ${writeNoteLink(parent, label, context)}.`);
	}
	if (formerIds.length > 0) lines.push(`Formerly ${formerIds.join(", ")}.`);
	return lines.length === 0 ? [] : [lines.join(" ")];
}

function writeSubTechniques({ id }: Technique, context: TechniqueNoteContext): string[] {
	return context
		.subTechniquesOf(id)
		.map((child) => `- ${writeNoteLink(child.id, `${child.id} ${child.name}`, context)}`);
}

/** A link to a technique's note; plain text where there is no note, or where a link's text could not show the name as it is. */
function writeNoteLink(id: string, label: string, context: TechniqueNoteContext): string {
	const target = context.linkTo("technique", id);
	const safe = defuseInline(label);
	if (target === undefined) return safe;
	return safe === label
		? `[[${target}|${label}]]`
		: `[[${target}|${id}]] ${safe.slice(id.length + 1)}`;
}

function writeReferences(
	technique: Technique,
	context: TechniqueNoteContext,
	footnotes: Footnotes,
): string[] {
	const version = context.versionOf(technique);
	const page = technique.url === null ? technique.id : writeWebLink(technique.id, technique.url);
	const source = `${page} in MITRE ATT&CK${version === null ? "" : ` ${defuseInline(version)}`}.`;
	const uncited = technique.citations.filter((citation) => !footnotes.has(citation));
	const definitions = footnotes.define();
	return [
		[source, ...context.notices.map(defuseInline)].join(" "),
		...(uncited.length === 0 ? [] : ["Not cited above:"]),
		...asList(uncited.map((citation) => `- ${context.writeCitation(citation)}`)),
		...asList(definitions),
	];
}
