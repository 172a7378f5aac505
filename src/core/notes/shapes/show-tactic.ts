const SMALL_WORDS: ReadonlySet<string> = new Set(["and", "of", "the", "for", "in", "to"]);

/** Gives a tactic's display name from its short name or id: the catalogue's, else one made of the short name's words. */
export function showTactic(
	tactic: string,
	context: { tacticName(tactic: string): string | undefined },
): string {
	const name = context.tacticName(tactic);
	if (name !== undefined || /^TA\d{4}$/.test(tactic)) return name ?? tactic;
	return tactic
		.split("-")
		.map((word, at) => (at > 0 && SMALL_WORDS.has(word) ? word : capitalise(word)))
		.join(" ");
}

function capitalise(word: string): string {
	return word.slice(0, 1).toUpperCase() + word.slice(1);
}
