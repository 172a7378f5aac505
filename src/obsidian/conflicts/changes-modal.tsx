import { Modal } from "obsidian";
import type { App } from "obsidian";
import { render } from "preact";
import type { Texts } from "../text/en";
import { DiffLines } from "../views/import/diff-lines";

/** Shows what a person made of a note, line by line on top of what upstream has. */
export class ChangesModal extends Modal {
	readonly #texts: Texts;
	readonly #versions: { readonly upstream: string; readonly own: string };

	constructor(
		app: App,
		texts: Texts,
		name: string,
		versions: { readonly upstream: string; readonly own: string },
	) {
		super(app);
		this.#texts = texts;
		this.#versions = versions;
		this.setTitle(texts.conflicts.yourChanges(name));
		this.modalEl.addClass("detection-vault-import-modal");
	}

	override onOpen(): void {
		const { upstream, own } = this.#versions;
		render(
			<div class="detection-vault-diff">
				{upstream === own ? (
					<p>{this.#texts.conflicts.sameAsUpstream}</p>
				) : (
					<DiffLines before={upstream} after={own} texts={this.#texts.import.plan} />
				)}
			</div>,
			this.contentEl,
		);
	}

	override onClose(): void {
		render(null, this.contentEl);
	}
}
