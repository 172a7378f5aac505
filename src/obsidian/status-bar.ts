import { Component, setTooltip } from "obsidian";
import type { ImportManager } from "./import/import-manager";
import { isBusy } from "./import/import-phase";
import type { VaultIndexer } from "./indexing/vault-indexer";
import type { Texts } from "./text/en";

/** How often the figures of a running import are drawn anew, in milliseconds. */
const REFRESH = 500;

/** Tells of work under way: indexing, or an import whose window is closed. It is empty otherwise. */
export class StatusBar extends Component {
	readonly #el: HTMLElement;
	readonly #index: VaultIndexer;
	readonly #imports: ImportManager;
	readonly #texts: Texts;
	#timer: number | undefined;

	constructor(el: HTMLElement, index: VaultIndexer, imports: ImportManager, texts: Texts) {
		super();
		this.#el = el;
		this.#index = index;
		this.#imports = imports;
		this.#texts = texts;
	}

	override onload(): void {
		const draw = (): void => this.#draw();
		this.register(this.#index.onState(draw));
		this.register(this.#imports.onChange(draw));
		const lead = (): void => {
			if (this.#importText() !== undefined) this.#imports.open();
		};
		this.registerDomEvent(this.#el, "click", lead);
		this.registerDomEvent(this.#el, "keydown", (event) => {
			if (event.key !== "Enter" && event.key !== " ") return;
			event.preventDefault();
			lead();
		});
		draw();
	}

	override onunload(): void {
		this.#setRunning(false);
	}

	#draw(): void {
		const importing = this.#importText();
		const text = importing ?? this.#indexText() ?? "";
		const { import: ofImport, index } = this.#texts;
		this.#el.setText(text);
		this.#el.toggle(text !== "");
		this.#el.toggleClass("mod-clickable", importing !== undefined);
		this.#el.setAttrs(
			importing === undefined ? { role: null, tabindex: null } : { role: "button", tabindex: "0" },
		);
		setTooltip(this.#el, importing === undefined ? index.statusTooltip : ofImport.statusBarTooltip);
		this.#setRunning(isBusy(this.#imports.session?.phase().kind) && importing !== undefined);
	}

	#importText(): string | undefined {
		const { session, isOpen } = this.#imports;
		if (session === undefined || isOpen) return undefined;
		const { kind } = session.phase();
		const texts = this.#texts.import;
		if (kind === "review") return texts.statusBarReview;
		if (kind === "done") return texts.statusBarDone;
		if (kind === "failed") return texts.statusBarFailed;
		if (!isBusy(kind)) return undefined;
		const { stage, done, total } = session.progress();
		const count = texts.progress(done, total);
		if (session.paused()) return texts.statusBarPaused(count);
		return texts.statusBar(texts.stages[stage], count);
	}

	#indexText(): string | undefined {
		const state = this.#index.state;
		if (state.phase !== "indexing") return undefined;
		return this.#texts.index.indexing(state.done, state.total);
	}

	#setRunning(running: boolean): void {
		if (running === (this.#timer !== undefined)) return;
		if (this.#timer !== undefined) window.clearInterval(this.#timer);
		this.#timer = running ? window.setInterval(() => this.#draw(), REFRESH) : undefined;
	}
}
