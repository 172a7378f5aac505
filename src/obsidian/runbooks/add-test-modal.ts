import { splitNames } from "../../core/text/split-names";
import { Modal, Setting } from "obsidian";
import type { App } from "obsidian";
import type { NewTest } from "../../core/notes/runbook/add-test";
import type { Texts } from "../text/en";
import { addClosingButtons } from "./add-closing-buttons";

type Answers = Omit<NewTest, "guid">;

/** Asks for what a person's own test is; the rest is written in the note. */
export class AddTestModal extends Modal {
	readonly #texts: Texts["runbooks"]["add"];
	readonly #done: (test: Answers) => void;
	#answers: Answers = {
		name: "",
		platforms: ["Windows"],
		executor: "powershell",
		elevation: false,
		command: "",
	};

	constructor(app: App, texts: Texts["runbooks"]["add"], done: (test: Answers) => void) {
		super(app);
		this.#texts = texts;
		this.#done = done;
	}

	override onOpen(): void {
		const { title, add, cancel } = this.#texts;
		this.setTitle(title);
		this.#addFields();
		addClosingButtons(this, { cancel, finish: add }, () => this.#finish());
	}

	override onClose(): void {
		this.contentEl.empty();
	}

	#addFields(): void {
		const texts = this.#texts;
		new Setting(this.contentEl)
			.setName(texts.name)
			.setDesc(texts.nameHint)
			.addText((field) => {
				field.inputEl.setAttribute("aria-label", texts.name);
				field.onChange((name) => this.#set({ name }));
			});
		new Setting(this.contentEl)
			.setName(texts.platforms)
			.setDesc(texts.platformsHint)
			.addText((field) => {
				field.inputEl.setAttribute("aria-label", texts.platforms);
				field.setValue(this.#answers.platforms.join(", ")).onChange((value) => {
					this.#set({ platforms: splitNames(value) });
				});
			});
		new Setting(this.contentEl).setName(texts.executor).addDropdown((field) => {
			field.selectEl.setAttribute("aria-label", texts.executor);
			field
				.addOptions(texts.executors)
				.setValue(this.#answers.executor)
				.onChange((executor) => this.#set({ executor }));
		});
		new Setting(this.contentEl).setName(texts.elevation).addToggle((field) => {
			field.toggleEl.setAttribute("aria-label", texts.elevation);
			field.onChange((elevation) => this.#set({ elevation }));
		});
		new Setting(this.contentEl)
			.setName(texts.command)
			.setDesc(texts.commandHint)
			.setClass("detection-vault-wide-setting")
			.addTextArea((field) => {
				field.inputEl.setAttribute("aria-label", texts.command);
				field.inputEl.rows = 6;
				field.onChange((command) => this.#set({ command }));
			});
	}

	#set(part: Partial<Answers>): void {
		this.#answers = { ...this.#answers, ...part };
	}

	/** A test without a name is still to be named in the note. */
	#finish(): void {
		const name = this.#answers.name.trim();
		this.close();
		this.#done({ ...this.#answers, name: name === "" ? this.#texts.unnamed : name });
	}
}
