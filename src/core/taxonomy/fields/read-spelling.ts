/** One vendor's name for a field, and where it means that field. */
export interface Spelling {
	/** As the vendor writes it, without the trailing `*` of a prefix. */
	readonly name: string;
	/** Whether the name stands for itself and everything below it: `requestParameters*` is also `requestParameters.userName`. */
	readonly isPrefix: boolean;
	/** The sources (tables, data models, event types, logsources) that the reading is bound to; empty where it holds everywhere. */
	readonly sources: readonly string[];
	/** Whether the reading holds everywhere but in these sources. */
	readonly isElsewhere: boolean;
}

/**
 * Reads a spelling as our tables and a person's note write it: `Name`, `Name*`, `Name@Table`, `Name@Table+Other`, `Name@!Table`.
 *
 * `@` binds the name to sources, `@!` to all others; a trailing `*` makes it a prefix.
 */
export function readSpelling(text: string): Spelling {
	const at = text.indexOf("@", 1);
	const written = at < 0 ? text : text.slice(0, at);
	const bound = at < 0 ? "" : text.slice(at + 1);
	const isElsewhere = bound.startsWith("!");
	const sources = (isElsewhere ? bound.slice(1) : bound).split("+").filter((name) => name !== "");
	const isPrefix = written.length > 1 && written.endsWith("*");
	return { name: isPrefix ? written.slice(0, -1) : written, isPrefix, sources, isElsewhere };
}
