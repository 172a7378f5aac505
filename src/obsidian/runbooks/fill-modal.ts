import { Modal, Setting } from "obsidian";
import type { App } from "obsidian";
import { isSecretInput } from "../../core/notes/runbook/secret-input";
import type { RunbookInput } from "../../core/notes/runbook/read-inputs";
import type { Texts } from "../text/en";
import { addClosingButtons } from "./add-closing-buttons";

/** What the form asks for, and what becomes of it. */
export interface FillRequest {
	/** Names without a value. */
	readonly missing: readonly string[];
	/** The test's inputs. */
	readonly inputs: readonly RunbookInput[];
	/** What the person said the last time. */
	readonly said: ReadonlyMap<string, string>;
	readonly done: (values: ReadonlyMap<string, string>) => void;
}

/** Asks for the values that a command lacks; a secret is hidden while it is typed. */
export class FillModal extends Modal {
	readonly #texts: Texts["runbooks"]["fill"];
	readonly #request: FillRequest;
	readonly #values: Map<string, string>;

	constructor(app: App, texts: Texts["runbooks"]["fill"], request: FillRequest) {
		super(app);
		this.#texts = texts;
		this.#request = request;
		this.#values = new Map(request.missing.map((name) => [name, request.said.get(name) ?? ""]));
	}

	override onOpen(): void {
		const { title, hint, copy, cancel } = this.#texts;
		this.setTitle(title);
		this.contentEl.createEl("p", { text: hint, cls: "detection-vault-hint" });
		for (const name of this.#request.missing) this.#addField(name);
		addClosingButtons(this, { cancel, finish: copy }, () => this.#finish());
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	#addField(name: string): void {
		const input = this.#request.inputs.find((each) => each.name === name);
		const isSecret = isSecretInput(name, input?.type ?? "");
		const descriptions = [input?.description ?? "", isSecret ? this.#texts.secret : ""];
		new Setting(this.contentEl)
			.setName(name)
			.setDesc(descriptions.filter((text) => text !== "").join(" "))
			.addText((field) => {
				field.setValue(this.#values.get(name) ?? "").onChange((value) => {
					this.#values.set(name, value);
				});
				if (isSecret) field.inputEl.type = "password";
				field.inputEl.setAttribute("aria-label", name);
				field.inputEl.autocomplete = "off";
				field.inputEl.addEventListener("keydown", (event) => {
					if (event.key === "Enter" && !event.isComposing) this.#finish();
				});
			});
	}

	#finish(): void {
		this.close();
		this.#request.done(this.#values);
	}
}
