/** A piece of one line of text as tables show it. */
export type InlinePart =
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "code"; readonly text: string }
	| { readonly kind: "strong" | "deleted"; readonly parts: readonly InlinePart[] }
	| { readonly kind: "link"; readonly target: string; readonly text: string }
	| { readonly kind: "web-link"; readonly url: string; readonly text: string };

const PIECES =
	/`([^`\n]+)`|\*\*([^\s*/][^*\n]*)\*\*|~~([^\s~][^~\n]*)~~|!?\[\[([^[\]\n]+)\]\]|\[([^[\]\n]+)\]\(([^()\s]+)\)|(https?:\/\/[^\s<>"'`()]+)/g;

/** Schemes that a link in a cell may open; imported text must not reach any other. */
const SAFE_URL = /^(?:https?|mailto):/i;

/**
 * Takes a text apart into what a cell draws of Markdown: links, code, strong and deleted text.
 *
 * Everything else stays the text it is: no HTML, no embeds, no links into programs, and no emphasis by single stars, which in
 * rules are wildcards.
 */
export function parseInline(text: string, depth = 2): InlinePart[] {
	const parts: InlinePart[] = [];
	let end = 0;
	for (const match of text.matchAll(PIECES)) {
		if (match.index > end) parts.push({ kind: "text", text: text.slice(end, match.index) });
		parts.push(readPiece(match, depth));
		end = match.index + match[0].length;
	}
	if (end < text.length) parts.push({ kind: "text", text: text.slice(end) });
	return parts;
}

function readPiece(match: RegExpExecArray, depth: number): InlinePart {
	const [whole, code, strong, deleted, wiki, label, target, url] = match;
	const within = (text: string): InlinePart[] =>
		depth > 0 ? parseInline(text, depth - 1) : [{ kind: "text", text }];
	if (code !== undefined) return { kind: "code", text: code };
	if (strong !== undefined) return { kind: "strong", parts: within(strong) };
	if (deleted !== undefined) return { kind: "deleted", parts: within(deleted) };
	if (wiki !== undefined) return readWikiLink(wiki);
	if (url !== undefined) return { kind: "web-link", url, text: url };
	if (label !== undefined && target !== undefined && SAFE_URL.test(target)) {
		return { kind: "web-link", url: target, text: label };
	}
	return { kind: "text", text: whole };
}

function readWikiLink(inside: string): InlinePart {
	const bar = inside.indexOf("|");
	const target = (bar < 0 ? inside : inside.slice(0, bar)).replace(/\\$/, "").trim();
	const shown = bar < 0 ? target : inside.slice(bar + 1).trim();
	return { kind: "link", target, text: shown === "" ? target : shown };
}

/** Whether an address may be opened from a cell. */
export function isSafeUrl(url: string): boolean {
	return SAFE_URL.test(url);
}
