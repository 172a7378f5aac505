/** The kinds of notes that are generated, and merged with what a person wrote. */
export const NOTE_KINDS = ["technique", "rule", "runbook"] as const;
/** One kind of generated note. */
export type NoteKind = (typeof NOTE_KINDS)[number];

/** The kinds of notes an import writes: executions as well, of which logs give the first text and the rest is a person's. */
export const WRITTEN_KINDS = [...NOTE_KINDS, "execution"] as const;
/** One of them. */
export type WrittenKind = (typeof WRITTEN_KINDS)[number];

/** What a property can hold; flat, so that Obsidian, Bases and Dataview all read it. */
export type PropertyValue = string | number | boolean | null | readonly string[];

/** One front matter property; their order is the order of writing. */
export interface NoteProperty {
	readonly key: string;
	readonly value: PropertyValue;
}

/** A note as upstream would have it, before it meets what a person wrote. */
export interface NoteDraft {
	readonly kind: NoteKind;
	/** Identity: the technique id, the rule id, or the technique id of the runbook. */
	readonly id: string;
	/** Which sub-folder of the kind's folder it belongs to ("" or the vendor's folder). */
	readonly folder: string;
	/** Base name without `.md`, already safe on every file system. */
	readonly baseName: string;
	readonly properties: readonly NoteProperty[];
	/** Markdown below the front matter, ending in one line break; made safe already. */
	readonly body: string;
}
