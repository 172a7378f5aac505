import type { Citation } from "../../model/attack";
import { addToGroup } from "../../text/add-to-group";
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
 * Opens the footnotes of a note; `write` gives a work as one line of Markdown. A work that its object does not list is looked for among
 * those cited so far, else its name is all there is to show.
 */
export function createFootnotes(write: (citation: Citation) => string): Footnotes {
	const cited: Citation[] = [];
	/** The works cited so far, by name; few share one. */
	const byName = new Map<string, NumberedWork[]>();
	const find = ({ name, url }: Citation): NumberedWork | undefined =>
		byName.get(name)?.find((work) => work.url === (url ?? ""));
	const number = (citation: Citation): NumberedWork => {
		const work = { url: citation.url ?? "", number: cited.push(citation) };
		addToGroup(byName, citation.name, work);
		return work;
	};
	return {
		mark(name, known) {
			const listed = known.find((citation) => citation.name === name);
			const citation = listed ?? { name, description: "", url: null };
			const work = listed === undefined ? byName.get(name)?.[0] : find(listed);
			return `[^${(work ?? number(citation)).number}]`;
		},
		has: (citation) => find(citation) !== undefined,
		define: () => cited.map((citation, index) => `[^${index + 1}]: ${write(citation)}`),
	};
}

interface NumberedWork {
	/** "" for none. */
	readonly url: string;
	readonly number: number;
}

/** Writes a cited work as one line of Markdown: its text, linked where it has an address. */
export function writeCitation(citation: Citation): string {
	const text = citation.description === "" ? citation.name : citation.description;
	return citation.url === null ? defuseInline(text) : writeWebLink(text, citation.url);
}
