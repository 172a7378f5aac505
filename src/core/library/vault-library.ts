import { createLinkResolver } from "../index/link-resolver";
import type { LinkResolver } from "../index/link-resolver";
import type { NoteRecord } from "../index/note-record";
import { compareCodeUnits } from "../text/compare";
import { compactEntry } from "./compact-entry";
import { createEntryPool } from "./entry-pool";
import { createIndicatorIndex } from "./indicator-index";
import type { IndicatorIndex, KnownIndicator } from "./indicator-index";
import type {
	ExecutionEntry,
	LibraryEntry,
	RuleEntry,
	RunbookEntry,
	TechniqueEntry,
} from "./library-entry";
import { readLibraryEntry } from "./read-library-entry";
import type { RunRecords } from "./run-records";
import { gatherRuns } from "./run-records";
import type { RuleKnowledge } from "./rule-knowledge";
import { createTechniqueGroups } from "./technique-groups";
import type { TechniqueGroups } from "./technique-groups";

/** A vault's techniques, rules, runbooks and executions, kept in step with its notes; each change costs no more than its note. */
export interface VaultLibrary {
	/** Takes in a note as it is now. */
	put(record: NoteRecord, text: string): void;
	/** Takes in what an earlier library kept of a note. */
	keep(entry: LibraryEntry): void;
	remove(path: string): void;
	rename(from: string, to: string): void;
	/** What a note is, undefined where it is no technique, rule, runbook or execution. */
	entry(path: string): LibraryEntry | undefined;
	/** The technique's note; of several the one whose path comes first. */
	technique(id: string): TechniqueEntry | undefined;
	readonly techniques: Iterable<string>;
	/** Rules that name a technique for which `covers` holds; each once, by title, then path. */
	rulesOf(covers: (technique: string) => boolean): readonly RuleEntry[];
	/** Runbooks likewise. */
	runbooksOf(covers: (technique: string) => boolean): readonly RunbookEntry[];
	/** Every execution, in no fixed order. */
	readonly executions: Iterable<ExecutionEntry>;
	/** What the executions say of runbooks, tests and rules; the same object until one of these changes. */
	readonly runs: RunRecords;
	/** Gathers the runs now, where nobody waits: they are kept until what they are gathered from changes. */
	prepare(): void;
	/** Path of the technique, rule, runbook or execution that a link target means in the note at `source`; undefined where there is none. */
	resolve(target: string, source: string): string | undefined;
	/** What a rule of the vault looks for, each once, with the other rules that do. */
	indicatorsOf(rule: RuleEntry): readonly KnownIndicator[];
	/** Number of rules. */
	readonly ruleCount: number;
	/** Techniques as rules name them, not resolved, each with its rules; in no fixed order. */
	rulesByTechnique(): Iterable<readonly [string, ReadonlySet<RuleEntry>]>;
	/** Runbooks likewise. */
	runbooksByTechnique(): Iterable<readonly [string, ReadonlySet<RunbookEntry>]>;
}

/** Entries by path and by what is looked up in them. */
interface Shelves {
	readonly entries: ReadonlyMap<string, LibraryEntry>;
	readonly techniques: TechniqueGroups<TechniqueEntry>;
	readonly rules: TechniqueGroups<RuleEntry>;
	readonly runbooks: TechniqueGroups<RunbookEntry>;
	readonly executions: ReadonlySet<ExecutionEntry>;
	readonly links: LinkResolver;
	readonly indicators: IndicatorIndex;
	/** Puts an entry in the place of the one at its path. */
	put(entry: LibraryEntry): void;
	remove(path: string): void;
	readonly ruleCount: number;
}

function createShelves(isLazy: boolean): Shelves {
	const entries = new Map<string, LibraryEntry>();
	const techniques = createTechniqueGroups<TechniqueEntry>();
	const rules = createTechniqueGroups<RuleEntry>();
	const runbooks = createTechniqueGroups<RunbookEntry>();
	const executions = new Set<ExecutionEntry>();
	const links = createLinkResolver();
	const indicators = createIndicatorIndex(isLazy);
	let ruleCount = 0;
	const remove = (path: string): void => {
		const entry = entries.get(path);
		if (entry === undefined) return;
		entries.delete(path);
		links.remove(path);
		if (entry.kind === "technique") techniques.remove([entry.id], entry);
		else if (entry.kind === "runbook") runbooks.remove(entry.techniques, entry);
		else if (entry.kind === "execution") executions.delete(entry);
		else {
			rules.remove(entry.techniques, entry);
			indicators.remove(entry);
			ruleCount--;
		}
	};
	const put = (entry: LibraryEntry): void => {
		remove(entry.path);
		entries.set(entry.path, entry);
		links.add(entry.path);
		if (entry.kind === "technique") techniques.add([entry.id], entry);
		else if (entry.kind === "runbook") runbooks.add(entry.techniques, entry);
		else if (entry.kind === "execution") executions.add(entry);
		else {
			rules.add(entry.techniques, entry);
			indicators.add(entry);
			ruleCount++;
		}
	};
	return {
		...{ entries, techniques, rules, runbooks, executions, links, indicators, put, remove },
		get ruleCount() {
			return ruleCount;
		},
	};
}

/**
 * Starts with no notes. With `isLazy`, rules are taken apart when they are asked for, all of them when it is asked what several look for:
 * for a program that answers a question and ends, since it keeps the texts of notes.
 */
export function createVaultLibrary(knowledge: RuleKnowledge, isLazy = false): VaultLibrary {
	const shelves = createShelves(isLazy);
	const { entries, techniques, rules, runbooks, executions, links } = shelves;
	const pool = createEntryPool();
	let runs: RunRecords | undefined;
	const runsNow = (): RunRecords => (runs ??= gatherRuns(executions, runbooks.entries(), links));
	const remove = (path: string): void => {
		if (entries.has(path)) runs = undefined;
		shelves.remove(path);
	};
	const hold = (entry: LibraryEntry): void => {
		// Another text of a rule leaves what runs say of it.
		if (entry.kind !== "rule" || entries.get(entry.path)?.kind !== "rule") runs = undefined;
		shelves.put(entry);
	};
	return {
		put(record, text) {
			const entry = readLibraryEntry(record, text, knowledge, isLazy);
			if (entry === undefined) remove(record.path);
			else hold(isLazy ? entry : compactEntry(entry, pool));
		},
		keep: (entry) => hold(compactEntry(entry, pool)),
		remove,
		rename(from, to) {
			if (from === to) return;
			const entry = entries.get(from);
			remove(from);
			remove(to);
			if (entry !== undefined) hold({ ...entry, path: to });
		},
		entry: (path) => entries.get(path),
		technique: (id) =>
			[...techniques.of(id)].sort((a, b) => compareCodeUnits(a.path, b.path)).at(0),
		get techniques() {
			return techniques.keys();
		},
		rulesOf: (covers) => rules.where(covers).sort(byTitle),
		runbooksOf: (covers) => runbooks.where(covers).sort(byTitle),
		executions,
		get runs() {
			return runsNow();
		},
		prepare: () => void runsNow(),
		resolve: (target, source) => links.resolve(target, source),
		indicatorsOf: (rule) => shelves.indicators.of(rule),
		get ruleCount() {
			return shelves.ruleCount;
		},
		rulesByTechnique: () => rules.entries(),
		runbooksByTechnique: () => runbooks.entries(),
	};
}

function byTitle(
	a: { readonly title: string; readonly path: string },
	b: { readonly title: string; readonly path: string },
): number {
	return compareCodeUnits(a.title, b.title) || compareCodeUnits(a.path, b.path);
}
