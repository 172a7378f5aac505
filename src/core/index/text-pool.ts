import type { NoteLink } from "./note-record";
import { readFlatLine, type FlatProperty } from "./scan/flat-line";
import { rememberTexts } from "../text/remember-texts";
import { splitTags } from "./scan/split-tags";
import { wikiLink } from "./scan/wiki-link";

/**
 * Keeps one copy of what many notes hold: tags, links, lines of front matter.
 *
 * Nothing it gives refers to the text that it was taken from.
 */
export interface TextPool {
	/** A tag of the text, with its `#`. */
	tag(tag: string): string;
	/** The tags that a property holds in one text. */
	tags(text: string): readonly string[];
	/** The link that the inside of `[[…]]` means. */
	link(inner: string, embed: boolean): NoteLink;
	/** What a line of front matter says, undefined where that is not plain to see. */
	property(line: string): FlatProperty | undefined;
}

/** Entries of one kind that the pool holds. */
const MOST = 5000;

/** Gives an empty pool. */
export function createTextPool(): TextPool {
	const remember = <T>(make: (text: string) => T) => rememberTexts(MOST, make);
	const link = remember((inner) => wikiLink(inner, false));
	const embedded = remember((inner) => wikiLink(inner, true));
	const name = remember((key) => key);
	return {
		tag: remember((tag) => tag),
		tags: remember(splitTags),
		link: (inner, embed) => (embed ? embedded : link)(inner),
		property: remember((line) => {
			const property = readFlatLine(line);
			return property && { key: name(property.key), value: property.value };
		}),
	};
}
