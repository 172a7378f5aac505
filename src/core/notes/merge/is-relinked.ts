/**
 * Whether lines differ in nothing but where their labelled wikilinks lead (`[[target|label]]`): the note that they link to was moved or
 * renamed. That is no news of upstream's, so it is no conflict with a person's text.
 */
export function isRelinked(before: readonly string[], after: readonly string[]): boolean {
	return (
		before.length > 0 &&
		before.length === after.length &&
		before.every((line, index) => withoutTargets(line) === withoutTargets(after[index] ?? ""))
	);
}

/** Gives a line without where its labelled wikilinks lead. */
export function withoutTargets(line: string): string {
	return line.includes("[[") ? line.replace(/\[\[[^[\]|]*\|/g, "[[|") : line;
}
