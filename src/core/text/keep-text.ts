/** Length from which engines make a part of a text refer to the whole of it. */
const SHARED_FROM = 13;

/** Gives a copy of a part of a text that does not keep the whole text in memory. */
export function keepText(part: string): string {
	return part.length < SHARED_FROM ? part : ` ${part}`.slice(1);
}
