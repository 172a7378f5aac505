import type { NoteLookup } from "../index/note-index";
import { findMentions } from "../finding/find-mentions";
import type { TechniqueMention } from "../finding/find-mentions";
import type { ExecutionEntry, RuleEntry, RunbookEntry } from "../library/library-entry";
import { nameTechnique } from "../finding/name-technique";
import type { NamedTechnique } from "../finding/name-technique";
import type { Vendor } from "../model/rule";
import { VENDORS } from "../model/rule";
import type { PanelSources } from "./technique-panel";
import { createTechniqueScope } from "./technique-scope";

/** A technique that a rule or runbook names. */
export interface SubjectTechnique {
	readonly technique: NamedTechnique;
	/** The outdated id under which the note names it, null where it names it by its own. */
	readonly formerId: string | null;
	/** Rules that name exactly this technique, by vendor in the panels' order, by title; the note's own rule is left out. */
	readonly rules: ReadonlyMap<Vendor, readonly RuleEntry[]>;
}

/** A technique that some other note names. */
export interface MentionedTechnique extends TechniqueMention {
	readonly technique: NamedTechnique;
}

/** What a note is about. */
export type NoteSubject =
	| { readonly kind: "technique"; readonly id: string }
	| {
			readonly kind: "rule";
			readonly entry: RuleEntry;
			readonly techniques: readonly SubjectTechnique[];
	  }
	| {
			readonly kind: "runbook";
			readonly entry: RunbookEntry;
			readonly techniques: readonly SubjectTechnique[];
			/** The latest first. */
			readonly runs: readonly ExecutionEntry[];
	  }
	| {
			readonly kind: "mentions";
			/** The most named first; empty where the note names none. */
			readonly techniques: readonly MentionedTechnique[];
	  };

/** What a note's subject is worked out from. */
export interface SubjectSources {
	readonly panels: PanelSources;
	readonly notes: Pick<NoteLookup, "resolve">;
}

/**
 * Tells what a note is about from its kind: a technique; a rule or runbook with the techniques it names, each once, in its order; the
 * runbook that a recorded run is of; undefined for all other notes, of which `readMentions` tells more.
 */
export function readSubject(panels: PanelSources, path: string): NoteSubject | undefined {
	const entry = panels.library.entry(path);
	switch (entry?.kind) {
		case undefined:
			return undefined;
		case "execution": {
			const home = panels.library.runs.runbookOf(entry);
			const runbook = home === undefined ? undefined : panels.library.entry(home);
			return runbook?.kind === "runbook" ? readRunbook(panels, runbook) : undefined;
		}
		case "technique":
			return { kind: "technique", id: entry.id };
		case "rule":
			return { kind: "rule", entry, techniques: listTechniques(panels, entry) };
		case "runbook":
			return readRunbook(panels, entry);
	}
}

function readRunbook(panels: PanelSources, entry: RunbookEntry): NoteSubject {
	const techniques = listTechniques(panels, entry);
	return { kind: "runbook", entry, techniques, runs: panels.library.runs.ofRunbook(entry.path) };
}

/** Tells which techniques a note names that is none of the vault's own kinds; `text` is all of it, with its front matter. */
export function readMentions(
	{ panels, notes }: SubjectSources,
	path: string,
	text: string,
): NoteSubject {
	const found = findMentions(panels, text, (target) => notes.resolve(target, path)?.path);
	const techniques = found.map((mention) => ({
		...mention,
		technique: nameTechnique(panels, mention.id),
	}));
	return { kind: "mentions", techniques };
}

function listTechniques(
	panels: PanelSources,
	entry: RuleEntry | RunbookEntry,
): readonly SubjectTechnique[] {
	const found = new Map<string, SubjectTechnique>();
	for (const named of entry.techniques) {
		const technique = nameTechnique(panels, named);
		const { id } = technique;
		if (found.has(id)) continue;
		const scope = createTechniqueScope(id, true, panels.resolver);
		const rules = panels.library.rulesOf(scope).filter(({ path }) => path !== entry.path);
		const formerId = named === id ? null : named;
		found.set(id, { technique, formerId, rules: groupByVendor(rules) });
	}
	return [...found.values()];
}

function groupByVendor(rules: readonly RuleEntry[]): ReadonlyMap<Vendor, readonly RuleEntry[]> {
	const groups = VENDORS.map(
		(vendor) => [vendor, rules.filter((rule) => rule.vendor === vendor)] as const,
	);
	return new Map(groups.filter(([, own]) => own.length > 0));
}
