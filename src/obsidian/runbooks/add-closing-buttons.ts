import { Setting } from "obsidian";
import type { Modal } from "obsidian";

/** Ends a form with a button that closes it, and one that does what it is for. */
export function addClosingButtons(
	form: Modal,
	texts: { readonly cancel: string; readonly finish: string },
	finish: () => void,
): void {
	new Setting(form.contentEl)
		.addButton((button) => button.setButtonText(texts.cancel).onClick(() => form.close()))
		.addButton((button) => button.setButtonText(texts.finish).setCta().onClick(finish));
}
