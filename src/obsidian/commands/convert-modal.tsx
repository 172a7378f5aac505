import { Modal } from "obsidian";
import type { App } from "obsidian";
import { render } from "preact";
import type { Surroundings } from "../../core/convert/conversion";
import { createVaultNotes } from "../ports/vault-notes";
import type { Texts } from "../text/en";
import type { BlockNote, TurnedNote } from "../views/convert/block-choices";
import { ConvertContext } from "../views/convert/convert-host";
import { ConvertView } from "../views/convert/convert-view";
import { readBlockNotes, writeNotes } from "./turn-blocks";
import { tellTurned } from "./turn-notices";

/** What the window is made of. */
export interface ConvertModalParts {
	/** Paths of the notes to look through. */
	readonly paths: readonly string[];
	readonly surroundings: Surroundings;
	readonly texts: Texts["convert"];
}

/** The window in which old query blocks are looked at and turned. Writing goes on without it. */
export class ConvertModal extends Modal {
	readonly #parts: ConvertModalParts;
	#notes: readonly BlockNote[] | undefined;
	#isOpen = false;

	constructor(app: App, parts: ConvertModalParts) {
		super(app);
		this.#parts = parts;
	}

	override onOpen(): void {
		this.#isOpen = true;
		this.modalEl.addClass("detection-vault-import-modal", "detection-vault-convert-modal");
		this.setTitle(this.#parts.texts.title);
		this.#draw();
		void this.#read();
	}

	override onClose(): void {
		this.#isOpen = false;
		render(null, this.contentEl);
	}

	async #read(): Promise<void> {
		const { paths, surroundings } = this.#parts;
		const store = createVaultNotes(this.app);
		this.#notes = await readBlockNotes(paths, store, surroundings, () => this.#isOpen);
		if (this.#isOpen) this.#draw();
	}

	#draw(): void {
		const host = {
			texts: this.#parts.texts,
			notes: this.#notes,
			turn: (notes: readonly TurnedNote[], onProgress: (done: number) => void) =>
				void this.#turn(notes, onProgress),
			close: () => this.close(),
		};
		render(
			<ConvertContext.Provider value={host}>
				<ConvertView />
			</ConvertContext.Provider>,
			this.contentEl,
		);
	}

	async #turn(notes: readonly TurnedNote[], onProgress: (done: number) => void): Promise<void> {
		const store = createVaultNotes(this.app);
		const result = await writeNotes(notes, store, (done) => {
			if (this.#isOpen) onProgress(done);
		});
		this.close();
		tellTurned(result, store, this.#parts.texts);
	}
}
