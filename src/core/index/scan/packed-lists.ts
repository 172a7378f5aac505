/** A stretch of a note that begins with a list. */
export interface ListStretch {
	/** 0-based line of the note on which it starts. */
	readonly line: number;
	/** Text of the heading above it, null where there is none. */
	readonly heading: string | null;
	readonly text: string;
}

/**
 * Gives stretches as one text, empty where there are none: of each the line and the lengths of heading and text, then these two.
 *
 * One text takes a fraction of the memory that an object for each list item would.
 */
export function packLists(stretches: readonly ListStretch[]): string {
	if (stretches.length === 0) return "";
	const parts: string[] = [];
	for (const { line, heading, text } of stretches) {
		parts.push(`${line} ${heading?.length ?? ""} ${text.length}\n`, heading ?? "", text);
	}
	// Joining, unlike adding, makes a text of its own that keeps none of its parts.
	return parts.join("");
}

/** Gives the stretches that `packLists` was given. */
export function unpackLists(packed: string): ListStretch[] {
	const stretches: ListStretch[] = [];
	for (let at = 0; at < packed.length;) {
		const end = packed.indexOf("\n", at);
		const [line = "", width = "", length = ""] = packed.slice(at, end).split(" ");
		const start = end + 1 + Number(width);
		const heading = width === "" ? null : packed.slice(end + 1, start);
		at = start + Number(length);
		stretches.push({ line: Number(line), heading, text: packed.slice(start, at) });
	}
	return stretches;
}
