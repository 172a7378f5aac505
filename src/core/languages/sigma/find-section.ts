import { outlineBlock } from "./outline-block";
import { outlineFlow } from "./outline-flow";
import { leafNode } from "./outline-node";
import type { OutlineNode, OutlineNotes, RepeatedKey } from "./outline-node";
import { mergeOutlines } from "./place-values";

/** The sections of a document that state what is looked for. */
export type SectionName = "detection" | "correlation" | "filter";

/** Where a section of a Sigma document stands. */
export interface FoundSection {
	readonly outline: OutlineNode;
	readonly repeated: readonly RepeatedKey[];
}

/** A section, which is a map, with its values. */
export interface ReadSection extends FoundSection {
	readonly name: SectionName;
}

/**
 * Reads the one section of a document by itself, without the rest of the text; undefined where that takes a YAML parser: several
 * documents or sections, or values that are written in rare ways.
 */
export function readSection(text: string): ReadSection | undefined {
	const marks = findMarks(text).filter(({ indent }) => indent === 0);
	const mark = marks[0];
	if (mark === undefined || mark.name === null || marks.length > 1) return undefined;
	const notes: OutlineNotes = { repeated: [], isSure: true };
	const outline = outlineBlock(text, mark.at, 0, notes);
	if (!notes.isSure || outline.entries === null) return undefined;
	return { name: mark.name, outline, repeated: notes.repeated };
}

/**
 * Finds a top-level section (`detection`) in the text of a Sigma document and outlines it.
 *
 * Of several YAML documents in one text (a global part above the rule) the sections are laid over each other as their tables are. A
 * document in JSON is outlined as a whole. A section that is not found has the whole text as its place.
 */
export function findSection(text: string, name: SectionName): FoundSection {
	const notes: OutlineNotes = { repeated: [], isSure: false };
	const { repeated } = notes;
	const first = /\S/.exec(text);
	if (first?.[0] === "{") {
		const whole = outlineFlow(text, first.index, text.length, notes);
		return { outline: whole.entries?.get(name)?.value ?? leafNode(0, text.length), repeated };
	}
	let outline: OutlineNode | undefined;
	for (const { at, indent } of findKeys(text, name)) {
		const found = outlineBlock(text, at, indent, notes);
		outline = outline === undefined ? found : mergeOutlines(outline, found);
	}
	return { outline: outline ?? leafNode(0, text.length), repeated };
}

/** A section's key at the start of a line, or the line that parts two documents. */
const MARK =
	/(?:^|[\r\n])(?:(?:---|\.\.\.)(?=\s|$)|( *)(["']?)(detection|correlation|filter)\2[ \t]*:(?=\s|$))/g;

interface Mark {
	/** Null for a line that parts documents. */
	readonly name: SectionName | null;
	/** Behind the colon. */
	readonly at: number;
	readonly indent: number;
}

function findMarks(text: string): readonly Mark[] {
	const marks: Mark[] = [];
	MARK.lastIndex = 0;
	for (let match = MARK.exec(text); match !== null; match = MARK.exec(text)) {
		const [whole, blanks = "", , name = null] = match;
		// The expression names no other words.
		marks.push({
			name: name as SectionName | null,
			at: match.index + whole.length,
			indent: blanks.length,
		});
	}
	return marks;
}

/** The least indented key of this name in each document of the text. */
function findKeys(text: string, name: SectionName): readonly Mark[] {
	const keys: Mark[] = [];
	let least: Mark | undefined;
	for (const mark of findMarks(text)) {
		if (mark.name === null) {
			if (least !== undefined) keys.push(least);
			least = undefined;
		} else if (mark.name === name && (least === undefined || mark.indent < least.indent))
			least = mark;
	}
	return least === undefined ? keys : [...keys, least];
}
