/** Length from which engines make a part of a text refer to the whole of it. */
const SHARED_FROM = 13;

/** Gives a copy of a part of a text that does not keep the whole text in memory. */
export function keepText(part: string): string {
	// Joining writes a text of its own; a concatenation that is cut again would still be a part of another.
	return part.length < SHARED_FROM ? part : [part.slice(0, 1), part.slice(1)].join("");
}
