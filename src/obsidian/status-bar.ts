import { Component, setTooltip } from "obsidian";
import type { ConflictLead } from "./conflicts/register-conflicts";
import type { ImportManager } from "./import/import-manager";
import { isBusy } from "./import/import-phase";
import type { VaultIndexer } from "./indexing/vault-indexer";
import type { Texts } from "./text/en";

/** How often the figures of a running import are drawn anew, in milliseconds. */
const REFRESH = 500;

/** What it tells of. */
export interface StatusSources {
	readonly indexer: VaultIndexer;
	readonly imports: ImportManager;
	readonly conflicts: ConflictLead;
}

/** What it says, and where a click leads, if anywhere. */
interface Status {
	readonly text: string;
	readonly tooltip: string;
	readonly lead?: () => void;
}

/** Tells of an import whose window is closed, else of indexing under way, else of notes in conflict. It is empty otherwise. */
export class StatusBar extends Component {
	readonly #el: HTMLElement;
	readonly #sources: StatusSources;
	readonly #texts: Texts;
	#timer: number | undefined;

	constructor(el: HTMLElement, sources: StatusSources, texts: Texts) {
		super();
		this.#el = el;
		this.#sources = sources;
		this.#texts = texts;
	}

	override onload(): void {
		const draw = (): void => this.#draw();
		const { indexer, imports, conflicts } = this.#sources;
		this.register(indexer.onState(draw));
		this.register(imports.onChange(draw));
		this.register(conflicts.notes.onChange(draw));
		const lead = (): void => this.#status()?.lead?.();
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
		const status = this.#status();
		const leads = status?.lead !== undefined;
		this.#el.setText(status?.text ?? "");
		this.#el.toggle(status !== undefined);
		this.#el.toggleClass("mod-clickable", leads);
		this.#el.setAttrs(leads ? { role: "button", tabindex: "0" } : { role: null, tabindex: null });
		// The tooltip is its name, which has to hold the words that are seen.
		setTooltip(this.#el, status === undefined ? "" : `${status.text}. ${status.tooltip}`);
		const { session, isOpen } = this.#sources.imports;
		this.#setRunning(isBusy(session?.phase().kind) && !isOpen);
	}

	#status(): Status | undefined {
		const { import: ofImport, index, conflicts } = this.#texts;
		const { imports, conflicts: lead } = this.#sources;
		const importing = this.#importText();
		if (importing !== undefined) {
			const open = (): void => imports.open();
			return { text: importing, tooltip: ofImport.statusBarTooltip, lead: open };
		}
		const indexing = this.#indexText();
		if (indexing !== undefined) return { text: indexing, tooltip: index.statusTooltip };
		const { count } = lead.notes;
		if (count === 0) return undefined;
		return {
			text: conflicts.statusBar(count),
			tooltip: conflicts.statusBarTooltip,
			lead: lead.open,
		};
	}

	#importText(): string | undefined {
		const { session, isOpen } = this.#sources.imports;
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
		const { state } = this.#sources.indexer;
		if (state.phase !== "indexing") return undefined;
		return this.#texts.index.indexing(state.done, state.total);
	}

	#setRunning(running: boolean): void {
		if (running === (this.#timer !== undefined)) return;
		if (this.#timer !== undefined) window.clearInterval(this.#timer);
		this.#timer = running ? window.setInterval(() => this.#draw(), REFRESH) : undefined;
	}
}
