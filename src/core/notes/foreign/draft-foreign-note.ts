import type { NoteDraft, NoteKind, NoteProperty } from "../../model/note";
import { VENDORS } from "../../model/rule";
import type { FolderSettings } from "../../model/settings";
import { techniqueTag } from "../../text/technique-ids";
import { writePanel } from "../document/panel-block";
import { distinctTags, legalTag } from "../front-matter/tag-names";
import { vendorFolder } from "../rule/vendor-names";
import { nameRunbook } from "../runbook/draft-runbook-note";
import { linkLabel } from "../runbook/link-label";
import { defuseInline } from "../safe/defuse-inline";
import { safeFileName } from "../safe/file-name";
import { writeRuleTable, writeRunbookTable } from "../technique/query-blocks";
import { showTactic } from "../technique/show-tactic";
import type { NamedTechnique } from "../technique/technique-title";
import {
	fullTechniqueName,
	techniqueBaseName,
	techniqueHeading,
} from "../technique/technique-title";
import { addToProperties } from "./add-foreign";
import { addSections } from "./add-sections";
import { isQueryFence } from "./choose-blocks";
import type { ForeignNote, ForeignSection } from "./foreign-note";
import { orderProperties } from "./property-order";

/** What a note that only another vault has takes from the vault and the catalogue around it. */
export interface ForeignNoteContext {
	readonly folders: FolderSettings;
	/** The wikilink target of an existing or planned note, undefined where there is none. */
	linkTo(kind: NoteKind, id: string): string | undefined;
	/** A technique's name with its parent's (`Remote Services: SSH`), undefined where no catalogue has it. */
	techniqueName(id: string): string | undefined;
	/** The display name of a tactic's short name or id, undefined where no catalogue has it. */
	tacticName(tactic: string): string | undefined;
}

/**
 * Drafts a note that only another vault has, in our shape and with all that stands in it; undefined for a rule without an id.
 *
 * Where a reader understands the rule or the tests in it, the draft that comes of them with `addForeignText` is the better one.
 */
export function draftFromForeignNote(
	foreign: ForeignNote,
	context: ForeignNoteContext,
): NoteDraft | undefined {
	const { id } = foreign;
	if (id === null) return undefined;
	const frame = frameOf(id, foreign, context);
	const all = { ...foreign, sections: foreign.sections.map(dropFurniture) };
	const generated = { ...all, sections: all.sections.filter(({ role }) => role !== "own") };
	const text = addSections(frame.body, generated, "all").trimEnd();
	const notes = foreign.kind === "runbook" ? "## Notes" : "### Notes";
	const body = addSections(`${text}\n\n${notes}\n`, all, "all");
	const properties = [...frame.properties, ...foreign.properties].filter(
		({ key, value }, at, all) =>
			all.findIndex((other) => other.key === key) === at &&
			!(typeof value === "object" && value?.length === 0),
	);
	return {
		kind: foreign.kind,
		id,
		folder: frame.folder,
		baseName: frame.baseName,
		properties: addToProperties(orderProperties(foreign.kind, properties), foreign),
		body,
	};
}

interface Frame {
	readonly folder: string;
	readonly baseName: string;
	/** Those that are ours to state; the other note's stand where these do not. */
	readonly properties: readonly NoteProperty[];
	readonly body: string;
}

function frameOf(id: string, foreign: ForeignNote, context: ForeignNoteContext): Frame {
	switch (foreign.kind) {
		case "technique":
			return frameTechnique(id, foreign, context);
		case "rule":
			return frameRule(id, foreign, context);
		case "runbook":
			return frameRunbook(id, foreign, context);
	}
}

function frameTechnique(id: string, foreign: ForeignNote, context: ForeignNoteContext): Frame {
	const named = nameTechnique(id, context.techniqueName(id) ?? foreign.title);
	const tactics = readTactics(foreign, context);
	const full = fullTechniqueName(named);
	const body = [
		`## ${defuseInline(techniqueHeading(named))}`,
		"### Description",
		"### Detection",
		"### Defenses Bypassed",
		"### Data Sources",
		`### Detection Rule\n\n${writeRuleTable(id, context.folders)}`,
		`### Rule Testing\n\n${writeRunbookTable(id, context.folders)}`,
	];
	return {
		folder: "",
		baseName: techniqueBaseName(named),
		properties: [
			{ key: "name", value: named.name },
			{ key: "tactics", value: tactics },
			{ key: "aliases", value: [...new Set([id, named.name, full])] },
			{
				key: "tags",
				value: distinctTags([techniqueTag(id), "techniques", ...tactics.map(legalTag)]),
			},
		],
		body: `${body.join("\n\n")}\n`,
	};
}

function frameRule(id: string, foreign: ForeignNote, context: ForeignNoteContext): Frame {
	const texts = (key: string): readonly string[] => readTexts(foreign, key);
	const vendor = VENDORS.find((known) => known === texts("vendor")[0]);
	const tactics = readTactics(foreign, context);
	const title = foreign.title === "" ? id : foreign.title;
	return {
		folder: vendor === undefined ? "" : vendorFolder(vendor),
		baseName: safeFileName(title),
		properties: [
			{ key: "tactics", value: tactics },
			{
				key: "tags",
				value: distinctTags([
					"detection_rule",
					...texts("techniques").map(techniqueTag),
					...tactics.map(legalTag),
				]),
			},
		],
		body: `## ${defuseInline(title)}\n`,
	};
}

function frameRunbook(id: string, foreign: ForeignNote, context: ForeignNoteContext): Frame {
	const name = context.techniqueName(id) ?? foreign.title;
	const baseName = nameRunbook(id, name);
	const label = linkLabel(`${id} ${name}`);
	const target = context.linkTo("runbook", id) ?? baseName;
	const technique = context.linkTo("technique", id);
	const link =
		technique === undefined ? defuseInline(`${id} ${name}`) : `[[${technique}|${label}]]`;
	return {
		folder: "",
		baseName,
		properties: [
			{ key: "title", value: name === "" ? `${id} runbook` : `${name} runbook` },
			{ key: "filename", value: `[[${target}|${label} runbook]]` },
			{ key: "tags", value: [techniqueTag(id), "atomic_test"] },
		],
		body: `Atomic tests for ${link}.\n\n${writePanel("runbook")}\n\n## Scope and safety\n`,
	};
}

/** A sub-technique's name is written with its parent's, divided by a colon. */
function nameTechnique(id: string, full: string): NamedTechnique {
	const colon = id.includes(".") ? full.indexOf(": ") : -1;
	return colon === -1
		? { id, name: full === "" ? id : full, parentName: null }
		: { id, name: full.slice(colon + 2), parentName: full.slice(0, colon) };
}

function readTactics(foreign: ForeignNote, context: ForeignNoteContext): string[] {
	return [...new Set(readTexts(foreign, "tactics").map((tactic) => showTactic(tactic, context)))];
}

function readTexts({ properties }: ForeignNote, key: string): readonly string[] {
	const value = properties.find((property) => property.key === key)?.value;
	return typeof value === "string" ? [value] : typeof value === "object" ? (value ?? []) : [];
}

/** A generator's live tables are of the vault they were made for; its line breaks between sections say nothing. */
function dropFurniture(section: ForeignSection): ForeignSection {
	if (section.role === "own") return section;
	const blocks = section.blocks.filter(
		(block) => !isQueryFence(block) && !/^<br ?\/?>$/.test(block),
	);
	return { ...section, blocks };
}
