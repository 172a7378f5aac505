import {
	AbstractInputSuggest,
	FuzzySuggestModal,
	prepareFuzzySearch,
	SuggestModal,
} from "obsidian-test-mocks/obsidian";
import { patch } from "./patch";

interface Suggester {
	limit: number;
	getSuggestions(query: string): unknown;
	renderSuggestion(value: unknown, el: HTMLElement): void;
	selectSuggestion(value: unknown, event: Event): void;
}

interface SuggestModalSelf extends Suggester {
	modalEl: HTMLElement;
	inputEl: HTMLInputElement;
	resultContainerEl: HTMLElement;
	emptyStateText: string;
	close(): void;
	onChooseSuggestion(value: unknown, event: Event): void;
	onNoSuggestion(): void;
}

interface FuzzySelf {
	getItems(): unknown[];
	getItemText(item: unknown): string;
}

interface InputSuggestSelf extends Suggester {
	textInputEl__: HTMLInputElement;
	popoverEl__?: HTMLElement;
	onSelectCallback__?: (value: unknown, event: Event) => unknown;
	close(): void;
}

async function drawSuggestions(
	owner: Suggester,
	query: string,
	into: HTMLElement,
): Promise<number> {
	const found = (await owner.getSuggestions(query)) as unknown[];
	into.empty();
	for (const value of found.slice(0, owner.limit)) {
		const item = into.createDiv({ cls: "suggestion-item" });
		owner.renderSuggestion(value, item);
		item.addEventListener("click", (event) => {
			owner.selectSuggestion(value, event);
		});
	}
	into.firstElementChild?.classList.add("is-selected");
	return found.length;
}

function installSuggestModal(): void {
	const redraw = async (modal: SuggestModalSelf): Promise<void> => {
		const count = await drawSuggestions(modal, modal.inputEl.value, modal.resultContainerEl);
		if (count > 0) return;
		modal.resultContainerEl.createDiv({ cls: "suggestion-empty", text: modal.emptyStateText });
		modal.onNoSuggestion();
	};
	patch<SuggestModalSelf>(SuggestModal, {
		constructor2__() {
			this.modalEl.removeClass("modal");
			this.modalEl.addClass("prompt");
			this.inputEl.addClass("prompt-input");
			this.resultContainerEl.addClass("prompt-results");
			this.modalEl.replaceChildren(this.inputEl, this.resultContainerEl);
			this.inputEl.addEventListener("input", () => void redraw(this));
			this.inputEl.addEventListener("keydown", (event) => {
				if (event.key !== "Enter") return;
				this.resultContainerEl.querySelector<HTMLElement>(".is-selected")?.click();
			});
		},
		onOpen() {
			this.inputEl.focus();
			return redraw(this);
		},
		// Obsidian closes first: onClose runs before the choice is known.
		selectSuggestion(value: unknown, event: Event) {
			this.close();
			this.onChooseSuggestion(value, event);
		},
	});
}

function installFuzzyModal(): void {
	patch<FuzzySelf>(FuzzySuggestModal, {
		getSuggestions(query: string) {
			const search = prepareFuzzySearch(query);
			return this.getItems().flatMap((item) => {
				const match = search(this.getItemText(item));
				return match === null ? [] : [{ item, match }];
			});
		},
		renderSuggestion(value: { item: unknown }, el: HTMLElement) {
			el.setText(this.getItemText(value.item));
		},
	});
}

function installInputSuggest(): void {
	patch<InputSuggestSelf>(AbstractInputSuggest, {
		constructor2__() {
			const show = async (): Promise<void> => {
				this.popoverEl__ ??= createDiv({ cls: "suggestion-container" });
				const box = this.textInputEl__.getBoundingClientRect();
				this.popoverEl__.setCssStyles({ left: `${box.left}px`, top: `${box.bottom}px` });
				const list = this.popoverEl__.querySelector<HTMLElement>(".suggestion");
				const into = list ?? this.popoverEl__.createDiv({ cls: "suggestion" });
				const count = await drawSuggestions(this, this.textInputEl__.value, into);
				if (count > 0) document.body.append(this.popoverEl__);
				else this.close();
			};
			this.textInputEl__.addEventListener("input", () => void show());
			this.textInputEl__.addEventListener("focus", () => void show());
		},
		popoverEl__: undefined,
		close() {
			this.popoverEl__?.remove();
		},
		selectSuggestion(value: unknown, event: Event) {
			this.onSelectCallback__?.(value, event);
			this.close();
		},
	});
}

/** Makes suggestion modals and input suggestions list, filter and choose. */
export function installSuggestions(): void {
	installSuggestModal();
	installFuzzyModal();
	installInputSuggest();
}
