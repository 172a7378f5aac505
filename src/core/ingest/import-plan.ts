import type { FolderSettings } from "../model/settings";
import type { ImportResult } from "../model/import-result";
import type { NoteKind } from "../model/note";
import type { BaseEntry } from "../notes/bases/pack-bases";
import type { Clock } from "../ports/clock";
import type { Codec } from "../ports/codec";
import type { NoteStore } from "../ports/notes";
import type { Progress } from "../ports/progress";
import type { SourceInput } from "../ports/source-files";
import type { SourceLanes } from "../ports/source-lanes";
import type { RuleOutcome } from "./read-rule-sources";

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
}

/** Everything an import needs from outside. */
export interface ImportHost {
	readonly notes: NoteStore;
	readonly codec: Codec;
	readonly clock: Clock;
	readonly progress: Progress;
	readonly folders: FolderSettings;
	/** Where rule sources are read while the rest is; here, one after the other, where the host has no such place. */
	readonly ruleLanes?: SourceLanes<RuleOutcome> | undefined;
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
	readonly kind: NoteKind;
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
	/** The new base, undefined where it does not change. */
	readonly textOf: (id: string) => string | undefined;
	/** Replaces the file in force before anything else, where an earlier import did not end. */
	readonly recover?: (codec: Codec) => Promise<Uint8Array>;
}

/** An import worked out to the last byte, before anything is written. */
export interface ImportPlan {
	/** In order of kind, then id. */
	readonly notes: readonly PlannedNote[];
	/** Vault data that changed (`data/`). */
	readonly data: readonly PlannedData[];
	/** Merge bases that change. */
	readonly bases: readonly PlannedBases[];
	/** ATT&CK's version by bundle, where one states it. */
	readonly attackVersions: ReadonlyMap<string, string>;
	/** What the result will be if every write succeeds. */
	readonly result: ImportResult;
	/** True where the plan was cut short because the person stopped it; such a plan may not be applied. */
	readonly cancelled: boolean;
}
