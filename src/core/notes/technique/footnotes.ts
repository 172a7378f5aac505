import type { Citation } from "../../model/attack";
import { defuseInline } from "../safe/defuse-inline";
import { writeWebLink } from "./web-link";

/** The footnotes of one note, numbered in the order in which they are first used. */
export interface Footnotes {
	/** Gives the mark (`[^1]`) of the work that a text cites by name; `known` are the works that the text's object lists. */
	mark(name: string, known: readonly Citation[]): string;
	/** Whether some text cited this work so far. */
	has(citation: Citation): boolean;
	/** The definitions of all marks given so far, one a line, in order. */
	define(): string[];
}

/**
 * Opens the footnotes of a note; `write` gives a work as one line of Markdown. A work that its object does not list is looked for among those cited so far, else its name is all
 * there is to show.
 */
export function createFootnotes(write: (citation: Citation) => string): Footnotes {
	const numbers = new Map<string, number>();
	const cited: Citation[] = [];
	const byName = new Map<string, Citation>();
	return {
		mark(name, known) {
			const listed = known.find((citation) => citation.name === name);
			const citation = listed ?? byName.get(name) ?? { name, description: "", url: null };
			const key = keyOf(citation);
			const number = numbers.get(key) ?? cited.push(citation);
			numbers.set(key, number);
			if (!byName.has(name)) byName.set(name, citation);
			return `[^${number}]`;
		},
		has: (citation) => numbers.has(keyOf(citation)),
		define: () => cited.map((citation, index) => `[^${index + 1}]: ${write(citation)}`),
	};
}

/** Writes a cited work as one line of Markdown: its text, linked where it has an address. */
export function writeCitation(citation: Citation): string {
	const text = citation.description === "" ? citation.name : citation.description;
	return citation.url === null ? defuseInline(text) : writeWebLink(text, citation.url);
}

function keyOf({ name, url }: Citation): string {
	return `${name}\n${url ?? ""}`;
}
