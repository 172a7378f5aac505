/** A piece of a text: plain, or a technique id that it names. */
export type TextPiece = string | { readonly id: string };

/** An id in ATT&CK's own spelling that is a word of its own: no part of a file name, an address, a tag or a longer number. */
const PLAIN = /(^|[^\w./#@\\-])(T\d{4}(?:\.\d{3})?)(?![\w/-]|\.\w)/g;

/** Cuts a text at the technique ids for which `isWanted` holds; undefined where it names none of them. Put together, the pieces give the text. */
export function splitPlainIds(
	text: string,
	isWanted: (id: string) => boolean,
): readonly TextPiece[] | undefined {
	const pieces: TextPiece[] = [];
	let end = 0;
	for (const match of text.matchAll(PLAIN)) {
		const [, before = "", id = ""] = match;
		if (!isWanted(id)) continue;
		const start = match.index + before.length;
		if (start > end) pieces.push(text.slice(end, start));
		pieces.push({ id });
		end = start + id.length;
	}
	if (end === 0) return undefined;
	if (end < text.length) pieces.push(text.slice(end));
	return pieces;
}
