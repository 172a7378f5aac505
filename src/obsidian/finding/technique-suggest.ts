import { EditorSuggest } from "obsidian";
import type {
	App,
	Editor,
	EditorPosition,
	EditorSuggestContext,
	EditorSuggestTriggerInfo,
} from "obsidian";
import type { FindableTechnique } from "../../core/finding/list-techniques";
import { findTypedTechnique, isInBlock } from "../../core/finding/typed-technique";
import type { Texts } from "../text/en";
import { drawSuggestion } from "./draw-suggestion";
import { insertLink } from "./insert-link";
import type { TechniqueFinder } from "./technique-finder";

/** Techniques offered at once. */
const LIMIT = 12;

/** What suggestions are made from. */
export interface TechniqueSuggestParts {
	readonly app: App;
	readonly finder: TechniqueFinder;
	readonly texts: Texts["finding"];
	readonly isWanted: () => boolean;
}

/** Completes a technique id that a person types to a link to its note. */
export class TechniqueSuggest extends EditorSuggest<FindableTechnique> {
	readonly #parts: TechniqueSuggestParts;

	constructor(parts: TechniqueSuggestParts) {
		super(parts.app);
		this.#parts = parts;
		this.limit = LIMIT;
	}

	override onTrigger(cursor: EditorPosition, editor: Editor): EditorSuggestTriggerInfo | null {
		const { finder, isWanted } = this.#parts;
		if (!isWanted() || !finder.isReady) return null;
		const typed = findTypedTechnique(editor.getLine(cursor.line).slice(0, cursor.ch));
		if (typed === undefined) return null;
		if (isInBlock(cursor.line, (line) => editor.getLine(line))) return null;
		return { start: { line: cursor.line, ch: typed.start }, end: cursor, query: typed.text };
	}

	override getSuggestions({ query }: EditorSuggestContext): FindableTechnique[] {
		const { finder } = this.#parts;
		const [id = "", ...words] = query.trim().split(" ");
		const name = words.join(" ").toLowerCase();
		return finder
			.find(id, Infinity)
			.filter(
				({ id: own, path, name: ownName }) =>
					path !== null &&
					own.toLowerCase().startsWith(id.toLowerCase().replace("_", ".")) &&
					` ${ownName.toLowerCase()}`.includes(` ${name}`),
			)
			.slice(0, LIMIT);
	}

	override renderSuggestion(technique: FindableTechnique, el: HTMLElement): void {
		drawSuggestion(technique, el, this.#parts.texts);
	}

	override selectSuggestion(technique: FindableTechnique): void {
		const { context } = this;
		if (context === null) return;
		const { editor, file, start, end } = context;
		insertLink(this.#parts.app, technique, { editor, sourcePath: file.path, from: start, to: end });
		this.close();
	}
}
