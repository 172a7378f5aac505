/**
 * Gives what `texts.join(separator)` gives, for texts that become part of a longer one: nothing is laid out in memory before the
 * whole is, where `join` would do so at every level.
 */
export function joinTexts(texts: readonly string[], separator: string): string {
	let joined = texts[0] ?? "";
	for (let at = 1; at < texts.length; at++) joined += separator + (texts[at] ?? "");
	return joined;
}
