/** Languages of the blocks that can be turned: Dataview's query language, and Obsidian's embedded search. */
export type OldLanguage = "dataview" | "query";

/** A stretch of a note in UTF-16 offsets. */
export interface Stretch {
	readonly start: number;
	readonly end: number;
}

/** A fenced block of a note that holds an old query. */
export interface QueryBlock {
	readonly language: OldLanguage;
	/** What stands in it, with `\n` line breaks, without one at its end and without the marks of quotes and lists around it. */
	readonly text: string;
	/** 1-based line of the opening marks. */
	readonly line: number;
	/** The word of the language behind the opening marks. */
	readonly word: Stretch;
	/** The lines between the opening and the closing marks, with their line breaks. */
	readonly content: Stretch;
	/** What a new line of the block starts with: quote marks, and blanks for the lists around it. */
	readonly prefix: string;
	readonly lineBreak: "\n" | "\r\n";
}
