import { Modal, Notice, Setting } from "obsidian";
import { draftCampaign } from "../../core/executions/draft-campaign";
import { safeFileName } from "../../core/notes/safe/file-name";
import { createVaultNotes } from "../ports/vault-notes";
import type { ExecutionParts } from "./execution-parts";

/** Asks for a name, and makes the note of a campaign. */
export class CampaignModal extends Modal {
	readonly #parts: ExecutionParts;
	#name = "";

	constructor(parts: ExecutionParts) {
		super(parts.app);
		this.#parts = parts;
	}

	override onOpen(): void {
		const texts = this.#parts.texts.executions.campaign;
		this.setTitle(texts.title);
		new Setting(this.contentEl)
			.setName(texts.name)
			.setDesc(texts.hint)
			.addText((field) => {
				field.inputEl.setAttribute("aria-label", texts.name);
				field.onChange((value) => {
					this.#name = value;
				});
				field.inputEl.addEventListener("keydown", (event) => {
					if (event.key === "Enter" && !event.isComposing) void this.#create();
				});
			});
		new Setting(this.contentEl).addButton((button) =>
			button
				.setButtonText(texts.create)
				.setCta()
				.onClick(() => void this.#create()),
		);
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	async #create(): Promise<void> {
		const { indexer, settings, texts } = this.#parts;
		if (this.#name.trim() === "") return;
		const name = safeFileName(this.#name.trim());
		const path = `${settings.current().folders.home}/Campaigns/${name}.md`;
		const text = draftCampaign(name, new Date().toISOString().slice(0, 10));
		const isWritten = await createVaultNotes(this.app).writeNote(path, text, undefined);
		if (!isWritten) {
			new Notice(texts.executions.campaign.exists(path));
			return;
		}
		this.close();
		// Its blocks ask for the note they stand in.
		await indexer.settle();
		await this.app.workspace.openLinkText(path, "");
	}
}
