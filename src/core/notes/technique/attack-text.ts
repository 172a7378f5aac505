import type { Citation } from "../../model/attack";
import { defuseInline } from "../safe/defuse-inline";
import { defuseMarkdown } from "../safe/defuse-markdown";
import type { DefusedItem } from "../safe/defused-items";
import { normaliseBreaks } from "../safe/spaces";
import { scanAttackText } from "./attack-inline";
import type { Footnotes } from "./footnotes";
import { tidyLines } from "./tidy-lines";

/** What an ATT&CK text needs from the note around it. */
export interface AttackTextContext {
	readonly footnotes: Footnotes;
	/** The note's own technique: a link to it is no link. */
	readonly technique: string;
	/** The wikilink target of a technique's note, undefined where there is none. */
	linkTo(technique: string): string | undefined;
	/** Told what was made plain in a text because it would have been live in the vault. */
	onDefused?(items: readonly DefusedItem[]): void;
}

/**
 * Turns a text of ATT&CK into Markdown for a note: citations become footnotes, links to techniques lead to their notes where there are
 * any, HTML becomes Markdown, and nothing in it is live.
 *
 * `known` are the works that the text's own object lists. The result has no line break at its ends; its headings are of level 4 or
 * deeper. Linear in the text.
 */
export function convertAttackText(
	text: string,
	known: readonly Citation[],
	context: AttackTextContext,
): string {
	if (text === "") return "";
	const held: string[] = [];
	// Marks and wikilinks are ours: they wait outside while the rest is made safe.
	const hold = (markdown: string) => `\uE000${held.push(markdown) - 1}\uE001`;
	const scanned = scanAttackText(cleanText(text), {
		cite: (name) => hold(context.footnotes.mark(name, known)),
		link: (technique, label) => linkTechnique(technique, label, context, hold),
		knows: (name) => known.some((citation) => citation.name === name),
	});
	const safe = defuseMarkdown(tidyLines(scanned));
	if (safe.defused.length > 0) context.onDefused?.(safe.defused);
	return putBack(safe.text, held);
}

/**
 * The same for the text of a list item: lines behind the first are indented, and a text that starts with a block of its own starts on
 * a line of its own. `lead` is Markdown that stands before it.
 */
export function convertListItem(
	lead: string,
	text: string,
	known: readonly Citation[],
	context: AttackTextContext,
): string {
	const converted = convertAttackText(text, known, context);
	if (converted === "") return `- ${lead}`;
	const startsBlock = /^(?:[-+*>|#]|\d+[.)]\s|```|~~~)/.test(converted);
	const separator = lead === "" ? "" : startsBlock ? ":\n" : ": ";
	const item = `- ${lead}${separator}${converted}`;
	return item.includes("\n") ? item.replace(/\n(?!\n)/g, "\n  ") : item;
}

/**
 * Puts marks and wikilinks where they belong, apart from signs beside them that would make something else of them: an embed, a link,
 * a footnote's definition.
 */
function putBack(text: string, held: readonly string[]): string {
	if (held.length === 0) return text;
	return text.replace(/\uE000(\d+)\uE001/g, (place: string, index: string, at: number) => {
		const markdown = held[Number(index)] ?? "";
		const next = text[at + place.length] ?? "";
		const runsOn = markdown.startsWith("[^") && /[\p{L}\p{N}]/u.test(next);
		const defines = next === ":" && isLineStart(text, at);
		const behind = defines || runsOn || /[([\]]/.test(next) ? " " : "";
		return (/[![\\]/.test(text[at - 1] ?? "") ? " " : "") + markdown + behind;
	});
}

/** Whether only spaces and marks of lists and quotes stand before an offset in its line. */
function isLineStart(text: string, at: number): boolean {
	const before = text.slice(Math.max(0, at - 40), at);
	return /^[\s>*+-]*$/.test(before.slice(before.lastIndexOf("\n") + 1));
}

/** What a text is cleaned of; most have nothing of it. */
const UNCLEAN = /[\r\u00A0\uE000\uE001]/;

function cleanText(text: string): string {
	if (!UNCLEAN.test(text)) return text;
	return normaliseBreaks(text)
		.replaceAll("\u00A0", " ")
		.replaceAll("\uE000", "\uFFFD")
		.replaceAll("\uE001", "\uFFFD");
}

function linkTechnique(
	technique: string,
	label: string,
	context: AttackTextContext,
	hold: (markdown: string) => string,
): string | undefined {
	const text = label.trim();
	if (technique === context.technique) return text;
	const target = context.linkTo(technique);
	// A wikilink's text knows no escapes.
	if (target === undefined || text === "" || defuseInline(text) !== text) return undefined;
	return hold(text === target ? `[[${target}]]` : `[[${target}|${text}]]`);
}
