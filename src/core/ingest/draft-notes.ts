import type { AttackData } from "../attack/attack-data";
import type { TechniqueResolver } from "../attack/technique-resolver";
import type { AtomicTechnique } from "../model/atomic";
import type { NoteDraft, NoteKind } from "../model/note";
import { NOTE_KINDS } from "../model/note";
import type { Problem } from "../model/problem";
import type { FolderSettings } from "../model/settings";
import { DEFAULT_FOLDERS } from "../model/settings";
import { writeNote } from "../notes/front-matter/write-properties";
import { draftRuleNote } from "../notes/rule/draft-rule-note";
import type { NamedTechnique, RuleNoteContext } from "../notes/rule/rule-note-context";
import { shortRuleId } from "../notes/rule/short-id";
import { vendorFolder } from "../notes/rule/vendor-names";
import { draftRunbookNote, nameRunbook } from "../notes/runbook/draft-runbook-note";
import type { RunbookNoteContext } from "../notes/runbook/runbook-note-context";
import { safeFileName } from "../notes/safe/file-name";
import { fullTechniqueName } from "../notes/technique/technique-title";
import { isWrittenByHand } from "../notes/foreign/choose-blocks";
import { claimTests } from "../notes/foreign/claim-tests";
import { draftFromForeignNote } from "../notes/foreign/draft-foreign-note";
import type { ForeignNote } from "../notes/foreign/foreign-note";
import { compareCodeUnits } from "../text/compare";
import { parentTechniqueId } from "../text/technique-ids";
import type { NamedRecord } from "./choose-paths";
import { keyOf } from "./choose-paths";
import type { ForeignRecords } from "./foreign-records";
import { NOTES_SOURCE } from "./vault-bases";
import type { TechniqueCard } from "./techniques/technique-card";
import type { RuleCard } from "./rules/rule-card";

/** Everything that becomes notes, settled: one record for each id. */
export interface SettledRecords {
	readonly techniques: readonly TechniqueCard[];
	readonly rules: readonly RuleCard[];
	readonly atomics: readonly AtomicTechnique[];
	/** What the vault will know of ATT&CK after the import. */
	readonly attack: AttackData;
	readonly resolver: TechniqueResolver;
}

/** A record whose note can be drafted once every note has its path. */
export interface DraftableRecord extends NamedRecord {
	/** Which merge bases it belongs to: the vendor of a rule, else the kind. */
	readonly source: string;
	/** Whether nothing but notes of other vaults states it in this import: it is added to a note that others made, and takes nothing away. */
	readonly isForeign: boolean;
	draft(context: DraftContext): Draft | Promise<Draft>;
}

/** A note as upstream would have it, before it meets what a person wrote. */
export interface Draft {
	/** Undefined where it is not needed: it is the base in force of a note that is there, or was deleted. */
	readonly text: string | undefined;
	/** The text's `hashText`, where somebody knows it. */
	readonly hash?: string | undefined;
}

/** What drafting needs from the plan. */
export interface DraftContext {
	readonly folders: FolderSettings;
	readonly rule: RuleNoteContext;
	readonly runbook: RunbookNoteContext;
	/** Gives the draft of a technique of the bundles. */
	takeTechnique(id: string): Promise<Draft>;
	/** Gives the draft of a rule that was read from the sources. */
	takeRule(card: RuleCard): Promise<Draft>;
}

/**
 * Lists the records of an import with their names, in order of kind and id.
 *
 * What only other vaults' notes know (`foreign`, by `keyOf`) becomes a record of its own, drafted from the first of them.
 */
export function listRecords(
	records: SettledRecords,
	foreign: ReadonlyMap<string, ForeignRecords["notes"]>,
): readonly DraftableRecord[] {
	const nameOf = createTechniqueNamer(records);
	const techniques = records.techniques.map((technique) => describeTechnique(technique));
	const rules = records.rules.map((rule) => describeRule(rule));
	const files = new Set([...foreign.values()].flatMap((notes) => notes.map(({ file }) => file)));
	const runbooks = records.atomics.map((atomic) =>
		describeRunbook(atomic, nameOf, files.has(atomic.file)),
	);
	const known = [...techniques, ...rules, ...runbooks];
	const keys = new Set(foreign.size === 0 ? [] : known.map(({ kind, id }) => keyOf(kind, id)));
	const others = [...foreign].flatMap(([key, [note]]) =>
		keys.has(key) || note === undefined ? [] : describeForeign(note, records),
	);
	return [...known, ...others].sort(
		(a, b) =>
			NOTE_KINDS.indexOf(a.kind) - NOTE_KINDS.indexOf(b.kind) ||
			compareCodeUnits(a.source, b.source) ||
			compareCodeUnits(a.id, b.id),
	);
}

/** Makes what all drafts of one import share. `linkTo` gives the wikilink target of a note that is there or planned. */
export function createDraftContext(
	records: SettledRecords,
	folders: FolderSettings,
	linkTo: (kind: NoteKind, id: string) => string | undefined,
	report: (problem: Problem) => void,
): Omit<DraftContext, "takeRule" | "takeTechnique"> {
	const { attack } = records;
	return {
		folders,
		rule: {
			linkTo,
			hasCatalog: attack.techniques.length > 0,
			nameTechnique: createNameTechnique(records),
			tacticName: createTacticNamer(records),
			sourceOf: (rule) => rule.file.slice(rule.file.lastIndexOf("/") + 1),
			report,
		},
		runbook: {
			linkTo,
			techniqueName: createTechniqueNamer(records),
			techniqueInUse: (id) => records.resolver.resolve(id).id,
			source: "atomic-red-team",
			report,
		},
	};
}

function describeTechnique({ id, baseName, domain }: TechniqueCard): DraftableRecord {
	return {
		kind: "technique",
		id,
		folder: "",
		baseName,
		suffix: domain,
		source: "technique",
		isForeign: false,
		draft: (context) => context.takeTechnique(id),
	};
}

function describeRule(rule: RuleCard): DraftableRecord {
	const { id, record } = rule;
	return {
		kind: "rule",
		id,
		folder: vendorFolder(rule.vendor),
		baseName: safeFileName(rule.title),
		suffix: shortRuleId(id),
		source: rule.vendor,
		isForeign: !("unit" in record),
		draft: (context) =>
			"unit" in record
				? context.takeRule(rule)
				: writeDraft(draftRuleNote({ ...record, id }, context.rule)),
	};
}

function describeRunbook(
	atomic: AtomicTechnique,
	nameOf: (id: string) => string | undefined,
	isForeign: boolean,
): DraftableRecord {
	return {
		kind: "runbook",
		id: atomic.technique,
		folder: "",
		baseName: nameRunbook(atomic.technique, nameOf(atomic.technique) ?? atomic.name),
		suffix: "atomic-red-team",
		source: "runbook",
		isForeign,
		draft: ({ runbook: context }) => writeDraft(draftRunbookNote(atomic, context)),
	};
}

/** A note whose rule or tests no reader understood, or that is a technique which no bundle has. */
function describeForeign(note: ForeignNote, records: SettledRecords): DraftableRecord[] {
	const stated = withoutOwn(note);
	const draftWith = (
		folders: FolderSettings,
		linkTo: RuleNoteContext["linkTo"],
	): NoteDraft | undefined =>
		draftFromForeignNote(stated, {
			folders,
			linkTo,
			techniqueName: createTechniqueNamer(records),
			tacticName: createTacticNamer(records),
		});
	const named = draftWith(DEFAULT_FOLDERS, () => undefined);
	if (named === undefined) return [];
	const { kind, id, folder, baseName } = named;
	return [
		{
			...{ kind, id, folder, baseName },
			suffix: shortRuleId(id),
			source: kind === "rule" ? NOTES_SOURCE : kind,
			isForeign: true,
			draft: ({ folders, rule }) =>
				writeDraft(draftWith(folders, (to, target) => rule.linkTo(to, target)) ?? named),
		},
	];
}

/**
 * What an author wrote is no upstream's: it is added to the note like that of any other vault, and no merge base has it, so that a source
 * which knows the same technique or tests later does not take it away.
 */
function withoutOwn(note: ForeignNote): ForeignNote {
	const { sections } = note.kind === "runbook" ? claimTests(note.sections, "") : note;
	return {
		...note,
		sections: isWrittenByHand(note) ? [] : sections.filter(({ role }) => role !== "own"),
		...{ ownProperties: [], ownTags: [], ownAliases: [] },
	};
}

function writeDraft({ properties, body }: NoteDraft): Draft {
	return { text: writeNote(properties, body) };
}

function createTacticNamer({
	attack,
	resolver,
}: SettledRecords): (tactic: string) => string | undefined {
	return (tactic) => (attack.tactics.length > 0 ? resolver.tacticName(tactic) : undefined);
}

/** A technique that was replaced keeps its name: its runbook does not change because of that. */
function createTechniqueNamer({
	attack,
	resolver,
}: SettledRecords): (id: string) => string | undefined {
	const retired = new Map(attack.retired.map(({ id, name }) => [id, name]));
	return (id) => {
		const known = resolver.find(id);
		const former = known?.id === id ? undefined : retired.get(id);
		if (former === undefined) return known === undefined ? undefined : fullTechniqueName(known);
		const parent = parentTechniqueId(id);
		const parentName = parent === id ? null : (retired.get(parent) ?? resolver.find(parent)?.name);
		return fullTechniqueName({ id, name: former, parentName: parentName ?? null });
	};
}

function createNameTechnique({
	attack,
	resolver,
}: SettledRecords): RuleNoteContext["nameTechnique"] {
	const retired = new Map(attack.retired.map((technique) => [technique.id, technique]));
	const name = (asked: string): NamedTechnique | undefined => {
		const { id, known } = resolver.resolve(asked);
		if (!known) return undefined;
		const technique = resolver.find(id);
		if (technique !== undefined) {
			return { id, name: fullTechniqueName(technique), url: webPageOf(id), retired: false };
		}
		const gone = retired.get(id);
		return { id, name: gone?.name ?? id, url: gone?.url ?? webPageOf(id), retired: true };
	};
	// Thousands of rules name the same few hundred techniques.
	const named = new Map<string, NamedTechnique | undefined>();
	return (asked) => {
		const known = named.get(asked);
		if (known !== undefined || named.has(asked)) return known;
		const found = name(asked);
		named.set(asked, found);
		return found;
	};
}

function webPageOf(id: string): string {
	return `https://attack.mitre.org/techniques/${id.replace(".", "/")}`;
}
