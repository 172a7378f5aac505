import type { FolderSettings } from "../model/settings";
import type { ImportResult } from "../model/import-result";
import type { WrittenKind } from "../model/note";
import type { BaseEntry } from "../notes/bases/pack-bases";
import type { Clock } from "../ports/clock";
import type { Codec } from "../ports/codec";
import type { ImportLock } from "../ports/import-lock";
import type { NoteStore } from "../ports/notes";
import type { Progress } from "../ports/progress";
import type { SourceInput } from "../ports/source-files";
import type { RuleLanes } from "./rules/rule-lanes";

/** What a person chose to import, by kind. */
export interface ImportSources {
	readonly attack: readonly SourceInput[];
	/** ATT&CK's version where no bundle states it. */
	readonly attackVersion?: string | undefined;
	readonly rules: readonly SourceInput[];
	readonly atomics: readonly SourceInput[];
	readonly notes: readonly SourceInput[];
	/** Whether notes that the person deleted are made again. */
	readonly restore?: boolean | undefined;
	/** Answers to what plans asked (`ImportPlan.moves`): the successor by the id of the technique that it replaces. */
	readonly moves?: ReadonlyMap<string, string> | undefined;
}

/** Everything an import needs from outside. */
export interface ImportHost {
	readonly notes: NoteStore;
	readonly codec: Codec;
	readonly clock: Clock;
	readonly progress: Progress;
	readonly folders: FolderSettings;
	/** Keeps other imports out while this one writes; none where nobody else can reach the vault. */
	readonly lock?: ImportLock | undefined;
	/** Where rules are read and drafted beside the rest; here, one after the other, where the host has no such place. */
	readonly ruleLanes?: RuleLanes | undefined;
	/**
	 * Tells this build from every other, so that the vault may remember what it made of which file; where it is undefined, nothing is
	 * remembered.
	 */
	readonly buildStamp?: string | undefined;
}

/** A place where upstream and the person's text do not go together. */
export interface PlannedConflict {
	/** The property or section, as the person knows it. */
	readonly what: string;
	/** What upstream has there. */
	readonly upstream: string;
}

/** What becomes of one note. */
export interface PlannedNote {
	readonly kind: WrittenKind;
	readonly id: string;
	readonly path: string;
	readonly action: "create" | "update" | "unchanged" | "conflict";
	/** The note's text as it was read, undefined where there is no note yet. */
	readonly before: string | undefined;
	/** The note's text as it will be; equal to `before` where nothing changes. */
	readonly after: string;
	readonly conflicts: readonly PlannedConflict[];
	/** What upstream has differently in a note that was adopted; nothing is overwritten. */
	readonly differs: readonly PlannedConflict[];
	/** Of a rule that upstream changed since the note was written: whether what it detects changed, or only what is said about it. */
	readonly upstreamChange?: "logic" | "metadata";
	/** Whether the note was there before any import wrote it, and is taken in as it stands. */
	readonly isAdopted?: boolean;
}

/** A technique in whose place ATT&CK has several; where it is not said which one it is, nothing of it moves. */
export interface PlannedMove {
	readonly id: string;
	readonly name: string;
	/** Sorted by id. */
	readonly choices: readonly { readonly id: string; readonly name: string }[];
	/** What this import was told; null where it still is to be said. */
	readonly answer: string | null;
}

/** A file beside the notes that the import keeps for panels and merges, by path in the vault. */
export interface PlannedData {
	readonly path: string;
	readonly bytes: Uint8Array;
}

/** One source's merge bases, packed only when they are written. */
export interface PlannedBases {
	/** The kind of source that the bases belong to. */
	readonly source: string;
	readonly path: string;
	/** Ids whose base changes, sorted in code-unit order. */
	readonly changed: readonly string[];
	/** The base that stands before the change, undefined where there is none. */
	readonly formerOf: (id: string) => Promise<BaseEntry | undefined>;
	/** Written as pending before the notes and put in force after them. */
	readonly pack: (codec: Codec, told?: (id: string, hash: string) => void) => Promise<Uint8Array>;
	/** Tells the state of the bases that the plan was made on. */
	readonly stamp: string;
	/** The new base, undefined where it does not change. */
	readonly textOf: (id: string) => string | undefined;
	/** The same without the change of some ids; undefined where nothing is left to change. */
	readonly without: (ids: ReadonlySet<string>) => PlannedBases | undefined;
	/** Replaces the file in force before anything else, where an earlier import did not end. */
	readonly recover?: (codec: Codec) => Promise<Uint8Array>;
}

/** An import worked out to the last byte, before anything is written. */
export interface ImportPlan {
	/** In order of kind, then id; runs of logs last, in order of time. */
	readonly notes: readonly PlannedNote[];
	/** What the person is asked: moves of techniques to one of several; sorted by id. */
	readonly moves: readonly PlannedMove[];
	/** Vault data that changed (`data/`). */
	readonly data: readonly PlannedData[];
	/** Merge bases that change. */
	readonly bases: readonly PlannedBases[];
	/** What the next import may remember of the sources; it is written only where something else is, and losing it costs time alone. */
	readonly memory?: {
		readonly path: string;
		readonly pack: (codec: Codec) => Promise<Uint8Array>;
	};
	/** ATT&CK's version by bundle, where one states it. */
	readonly attackVersions: ReadonlyMap<string, string>;
	/** What the result will be if every write succeeds. */
	readonly result: ImportResult;
	/** True where the plan was cut short because the person stopped it; such a plan may not be applied. */
	readonly cancelled: boolean;
}

/** Whether a plan would leave the vault as it is, what it keeps beside the notes included, but for where files lie among the sources. */
export function isIdle({ notes, data, bases }: ImportPlan): boolean {
	const isUnchanged = notes.every(({ action }) => action === "unchanged");
	return isUnchanged && data.length === 0 && bases.every(isQuiet);
}

/** Whether nothing changes in a source's bases but where files lie among the sources: there is nothing to show, and nothing to undo. */
export function isQuiet({ changed, recover }: PlannedBases): boolean {
	return changed.length === 0 && recover === undefined;
}
