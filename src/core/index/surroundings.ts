import type { LinkValue } from "../model/value";
import type { DateReading } from "./literals/date-literal";

/** What the notes around a note say about it. */
export interface Neighbourhood {
	/** Changes whenever a note appears, disappears or moves: what links mean may have changed then. */
	readonly generation: number;
	/** Changes whenever a link appears or goes: what links to a note may have changed then. */
	readonly linkage: number;
	/** Gives the same link with the full path of the note it means; a link that leads nowhere stays as it is. */
	normalise(link: LinkValue, source: string): LinkValue;
	/** Paths of the notes that link to a note, in code-unit order. */
	linksTo(path: string): readonly string[];
	/** `canonicalName`, remembered. */
	canonical(key: string): string;
}

/** What it takes to say what a note's fields are: the notes around it, and how dates are read. */
export interface NoteSurroundings extends DateReading {
	readonly neighbours: Neighbourhood;
}
