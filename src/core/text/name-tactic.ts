import { capitalise } from "./capitalise";

const SMALL = new Set(["a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"]);

/** Makes a tactic's display name from its short name: `command-and-control` gives `Command and Control`. */
export function nameTactic(shortName: string): string {
	return shortName
		.split(/[-_\s]+/)
		.filter((word) => word !== "")
		.map((word, position) => (position > 0 && SMALL.has(word) ? word : capitalise(word)))
		.join(" ");
}
