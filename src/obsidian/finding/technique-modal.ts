import { Keymap, MarkdownView, Notice, Platform, SuggestModal } from "obsidian";
import type { App } from "obsidian";
import type { FindableTechnique } from "../../core/finding/list-techniques";
import type { Texts } from "../text/en";
import { drawSuggestion } from "./draw-suggestion";
import { insertLink } from "./insert-link";
import type { TechniqueFinder } from "./technique-finder";

/** Techniques listed at once. */
const LIMIT = 50;

/** What the search is given. */
export interface TechniqueModalParts {
	readonly app: App;
	readonly finder: TechniqueFinder;
	readonly texts: Texts["finding"];
	/** Shows a technique that has no note. */
	readonly showTechnique: (id: string) => void;
}

/** Lets a person find a technique, and opens it or links to it. */
export class TechniqueModal extends SuggestModal<FindableTechnique> {
	readonly #parts: TechniqueModalParts;
	#stopWaiting: (() => void) | undefined;

	constructor(parts: TechniqueModalParts) {
		super(parts.app);
		this.#parts = parts;
		const { finder, texts } = parts;
		this.limit = LIMIT;
		this.setPlaceholder(texts.placeholder);
		this.emptyStateText = emptyText(finder, texts);
		const { keys } = texts;
		this.setInstructions([
			{ command: "↑↓", purpose: keys.move },
			{ command: "↵", purpose: keys.open },
			{ command: Platform.isMacOS ? "cmd ↵" : "ctrl ↵", purpose: keys.newTab },
			{ command: "shift ↵", purpose: keys.insert },
			{ command: "esc", purpose: keys.dismiss },
		]);
		for (const modifiers of [["Mod"], ["Shift"]] as const) {
			this.scope.register([...modifiers], "Enter", (event) => {
				event.preventDefault();
				this.selectActiveSuggestion(event);
				return false;
			});
		}
	}

	override onOpen(): void {
		void super.onOpen();
		const { finder, texts } = this.#parts;
		if (finder.isReady) return;
		this.#stopWaiting = finder.onReady(() => {
			this.#stopWaiting?.();
			this.emptyStateText = emptyText(finder, texts);
			// Obsidian asks for suggestions anew when the text changes.
			this.inputEl.dispatchEvent(new Event("input"));
		});
	}

	override onClose(): void {
		this.#stopWaiting?.();
		super.onClose();
	}

	override getSuggestions(query: string): FindableTechnique[] {
		return [...this.#parts.finder.find(query, LIMIT)];
	}

	override renderSuggestion(technique: FindableTechnique, el: HTMLElement): void {
		drawSuggestion(technique, el, this.#parts.texts);
	}

	override onChooseSuggestion(
		technique: FindableTechnique,
		event: MouseEvent | KeyboardEvent,
	): void {
		if (event.shiftKey) this.#insert(technique);
		else this.#open(technique, event);
	}

	#open({ id, path }: FindableTechnique, event: MouseEvent | KeyboardEvent): void {
		if (path === null) {
			this.#parts.showTechnique(id);
			return;
		}
		void this.app.workspace.openLinkText(path, "", Keymap.isModEvent(event));
	}

	#insert(technique: FindableTechnique): void {
		const { texts } = this.#parts;
		const view = this.app.workspace.getActiveViewOfType(MarkdownView);
		const file = view?.file ?? null;
		if (view === null || file === null || view.getMode() !== "source") {
			new Notice(texts.noEditor);
			return;
		}
		const { editor } = view;
		const place = {
			...{ editor, sourcePath: file.path },
			from: editor.getCursor("from"),
			to: editor.getCursor("to"),
		};
		if (!insertLink(this.app, technique, place)) new Notice(texts.noNote(technique.id));
	}
}

function emptyText(finder: TechniqueFinder, texts: Texts["finding"]): string {
	if (!finder.isReady) return texts.notReady;
	return finder.all().length === 0 ? texts.noTechniques : texts.none;
}
