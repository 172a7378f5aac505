import type { NoteLink } from "../note-record";
import { keepText } from "../../text/keep-text";

/** Gives the link that the inside of `[[…]]` means; `\|` (in tables) separates as `|` does. */
export function wikiLink(inner: string, embed: boolean): NoteLink {
	const bar = inner.indexOf("|");
	if (bar === -1) return { target: keepText(inner.trim()), display: shownTarget(inner), embed };
	const end = inner.charAt(bar - 1) === "\\" ? bar - 1 : bar;
	const target = keepText(inner.slice(0, end).trim());
	return { target, display: keepText(inner.slice(bar + 1).trim()), embed };
}

/** `Note#Part` is shown as `Note > Part`. */
function shownTarget(inner: string): string {
	if (!inner.includes("#")) return keepText(inner.trim());
	const parts = inner.split("#").map((part) => part.trim());
	return parts.filter((part) => part !== "").join(" > ");
}
