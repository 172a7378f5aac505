import type { TokenCursor } from "../syntax/token-cursor";
import type { EsqlToken } from "./scan-esql";

/** Reads a column name: words joined by dots, quotes taken off; stars belong to it where they touch it. */
export function readColumn(cursor: TokenCursor<EsqlToken>): string {
	let name = unquote(cursor.take()?.text ?? "");
	while (cursor.is(".") && isPart(cursor, 1)) {
		cursor.take();
		name += `.${unquote(cursor.take()?.text ?? "")}`;
	}
	return name;
}

/** Reads a name that may hold stars, as `keep` and `drop` take them: `Esql.*`, `*_ip`. */
export function readNamePattern(cursor: TokenCursor<EsqlToken>): string {
	let name = unquote(cursor.take()?.text ?? "");
	for (;;) {
		const next = cursor.peek();
		const isGlued = next !== undefined && next.start === cursor.lastEnd;
		if (
			!isGlued ||
			!(next.text === "." || next.text === "*" || next.text === "-" || isNamePart(next))
		)
			return name;
		name += unquote(cursor.take()?.text ?? "");
	}
}

/** Reads an index pattern: `logs-*,remote:logs-x`, one of them; date math and exclusions too. */
export function readIndexPattern(cursor: TokenCursor<EsqlToken>): string {
	const first = cursor.take();
	if (first?.kind === "string") return first.text.replace(/^"{1,3}|"{1,3}$/g, "");
	let name = first?.text ?? "";
	for (;;) {
		const next = cursor.peek();
		if (next === undefined || next.start !== cursor.lastEnd) return name;
		if ([",", "|", "(", ")", "[", "]"].includes(next.text)) return name;
		name += cursor.take()?.text ?? "";
	}
}

function isPart(cursor: TokenCursor<EsqlToken>, ahead: number): boolean {
	const token = cursor.peek(ahead);
	return token !== undefined && (isNamePart(token) || token.text === "*");
}

function isNamePart({ kind }: EsqlToken): boolean {
	return kind === "word" || kind === "number";
}

function unquote(text: string): string {
	if (!text.startsWith("`")) return text;
	return text
		.slice(1, text.length > 1 && text.endsWith("`") ? -1 : undefined)
		.replaceAll("``", "`");
}
