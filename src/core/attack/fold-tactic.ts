/** Gives what all spellings of a tactic have in common: `Lateral Movement`, `lateral_movement` and `lateral-movement` are one. */
export function foldTactic(word: string): string {
	return word
		.trim()
		.toLowerCase()
		.replace(/[_\s-]+/g, "-");
}
