/** A link as it stands in a note. */
export interface NoteLink {
	/** What is between the brackets, without the text to show; may hold `#Heading` or `#^block`. */
	readonly target: string;
	/** The text that Obsidian shows for it. */
	readonly display: string;
	readonly embed: boolean;
}

/** An inline field as written: key and text of the value. */
export type RawField = readonly [key: string, text: string];

/** A list item or task. Lines are 0-based in the note. */
export interface NoteItem {
	readonly line: number;
	/** Lines of its own text, without its children. */
	readonly lineCount: number;
	/** `-`, `*`, `+`, `1.` or `1)`. */
	readonly symbol: string;
	/** Its text without marker and checkbox, lines joined by `\n`. */
	readonly text: string;
	/** What stands in the checkbox, null where it has none. */
	readonly status: string | null;
	/** Line of the item it lies under, null where it lies under none. */
	readonly parent: number | null;
	/** Line on which its list starts, -1 inside a quote or callout. */
	readonly list: number;
	/** Text of the heading above it, null where there is none. */
	readonly heading: string | null;
	readonly blockId: string | null;
	readonly tags: readonly string[];
	readonly links: readonly NoteLink[];
	readonly fields: readonly RawField[];
}

/** Everything the index keeps of one note; plain data that survives JSON. */
export interface NoteRecord {
	readonly path: string;
	/** ms since 1970. */
	readonly ctime: number;
	/** ms since 1970. */
	readonly mtime: number;
	/** Bytes. */
	readonly size: number;
	/** Front matter as YAML gives it; empty where there is none or it cannot be read. */
	readonly properties: Readonly<Record<string, unknown>>;
	/** Why the front matter cannot be read, null where it can. */
	readonly unreadable: string | null;
	/** With `#`, as written, each once: those of the text in its order, then those of the front matter. */
	readonly tags: readonly string[];
	readonly aliases: readonly string[];
	/** Those of the front matter, then of the text, then embeds. */
	readonly links: readonly NoteLink[];
	/** Its lists as they stand in the text, packed, empty where there are none: `readItems` gives what they hold. */
	readonly lists: string;
	/** The note's inline fields: those of plain list items first, then those of other lines. */
	readonly fields: readonly RawField[];
}

/** What the host knows of a file. */
export interface NoteStat {
	/** ms since 1970. */
	readonly ctime: number;
	/** ms since 1970. */
	readonly mtime: number;
	/** Bytes. */
	readonly size: number;
}
