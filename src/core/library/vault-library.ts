import { createLinkResolver } from "../index/link-resolver";
import type { NoteRecord } from "../index/note-record";
import { compareCodeUnits } from "../text/compare";
import type { KnownIndicator } from "./indicator-index";
import { compactEntry } from "./compact-entry";
import { createEntryPool } from "./entry-pool";
import { createIndicatorIndex } from "./indicator-index";
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

/**
 * Starts with no notes. With `isLazy`, rules are taken apart when they are asked for, all of them when it is asked what several look for:
 * for a program that answers a question and ends, since it keeps the texts of notes.
 */
export function createVaultLibrary(knowledge: RuleKnowledge, isLazy = false): VaultLibrary {
	const entries = new Map<string, LibraryEntry>();
	const techniques = createGroups<TechniqueEntry>();
	const rules = createGroups<RuleEntry>();
	const runbooks = createGroups<RunbookEntry>();
	const executions = new Set<ExecutionEntry>();
	const links = createLinkResolver();
	const indicators = createIndicatorIndex(isLazy);
	const pool = createEntryPool();
	let ruleCount = 0;
	let runs: RunRecords | undefined;

	const remove = (path: string): void => {
		const entry = entries.get(path);
		if (entry === undefined) return;
		runs = undefined;
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
	const hold = (entry: LibraryEntry): void => {
		const before = entries.get(entry.path);
		const kept = before?.kind === entry.kind && entry.kind === "rule" ? runs : undefined;
		remove(entry.path);
		// Another text of a rule leaves what runs say of it.
		runs = kept;
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
			return (runs ??= gatherRuns(executions, runbooks.entries(), links));
		},
		resolve: (target, source) => links.resolve(target, source),
		indicatorsOf: (rule) => indicators.of(rule),
		get ruleCount() {
			return ruleCount;
		},
		rulesByTechnique: () => rules.entries(),
		runbooksByTechnique: () => runbooks.entries(),
	};
}

/** Entries by the techniques they name. */
interface Groups<T> {
	add(keys: readonly string[], entry: T): void;
	remove(keys: readonly string[], entry: T): void;
	of(key: string): ReadonlySet<T>;
	where(covers: (key: string) => boolean): T[];
	keys(): Iterable<string>;
	entries(): Iterable<readonly [string, ReadonlySet<T>]>;
}

function createGroups<T>(): Groups<T> {
	const groups = new Map<string, Set<T>>();
	return {
		add(keys, entry) {
			for (const key of keys) {
				const group = groups.get(key);
				if (group === undefined) groups.set(key, new Set([entry]));
				else group.add(entry);
			}
		},
		remove(keys, entry) {
			for (const key of keys) {
				const group = groups.get(key);
				group?.delete(entry);
				if (group?.size === 0) groups.delete(key);
			}
		},
		of: (key) => groups.get(key) ?? new Set(),
		where(covers) {
			const found = new Set<T>();
			for (const [key, group] of groups) {
				if (covers(key)) for (const entry of group) found.add(entry);
			}
			return [...found];
		},
		keys: () => groups.keys(),
		entries: () => groups.entries(),
	};
}

function byTitle(
	a: { readonly title: string; readonly path: string },
	b: { readonly title: string; readonly path: string },
): number {
	return compareCodeUnits(a.title, b.title) || compareCodeUnits(a.path, b.path);
}
