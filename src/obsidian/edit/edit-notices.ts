import { Notice } from "obsidian";
import type { EditRefusal, PropertyChange } from "../../core/notes/front-matter/set-property";
import type { Texts } from "../text/en";
import { valueLine } from "./value-line";

/** Milliseconds that the way to undo an edit is offered. */
const OFFERED = 10_000;

/** Tells a person what became of edits. */
export interface EditNotices {
	/** An edit was made; `undo` undoes it. */
	changed(note: string, change: PropertyChange, undo: () => void): void;
	undone(note: string, change: PropertyChange): void;
	say(message: string): void;
}

/** Makes the notices; a new one takes the place of the one before. */
export function createEditNotices(texts: Texts["table"]["edit"]): EditNotices {
	let last: Notice | undefined;
	const show = (message: string | DocumentFragment, duration?: number): void => {
		last?.hide();
		last = new Notice(message, duration);
	};
	return {
		changed(note, { key, after }, undo) {
			const content = createFragment();
			content.createSpan({ text: texts.changed(key, valueLine(after.value), note) });
			const button = content.createEl("button", { text: texts.undo, cls: "detection-vault-undo" });
			button.addEventListener("click", undo);
			show(content, OFFERED);
		},
		undone: (note, { key, after }) =>
			show(
				after.raw === ""
					? texts.undoneAway(key, note)
					: texts.undone(key, valueLine(after.value), note),
			),
		say: (message) => show(message),
	};
}

/** Says why a property was left as it is. */
export function describeRefusal(
	refusal: EditRefusal,
	key: string,
	note: string,
	texts: Texts["table"]["edit"],
): string {
	switch (refusal.reason) {
		case "unreadable":
			return texts.unreadable(note, refusal.line, refusal.message);
		case "changed":
			return texts.changedMeanwhile(key, valueLine(refusal.found), note);
		case "form":
			return texts.form(key, note);
	}
}
