import { Notice } from "obsidian";
import type { Texts } from "../text/en";

/** Puts text on the clipboard and says so. */
export function copyText(text: string, { copied, copyFailed }: Texts["table"]): void {
	navigator.clipboard.writeText(text).then(
		() => new Notice(copied),
		() => new Notice(copyFailed),
	);
}
