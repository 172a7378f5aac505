import { splitLines, stripBreak } from "../document/lines";
import { findComment } from "./edit-property";
import type { EditedValue } from "./edited-value";
import { quoteStyleOf, writeItemLike, writeTextLike, type QuoteStyle } from "./quoted-scalar";
import { endOfKey, type PropertyChunk } from "./read-property-lines";

/**
 * Gives the lines of a property with another value: the key, the blanks behind it, the style of quotes and the comment stay as they are.
 *
 * Undefined where the value stands in a form that this does not know: lists, and texts of several lines that are not block texts.
 */
export function editScalarLines(
	chunk: PropertyChunk,
	value: EditedValue,
	lineBreak: string,
): string | undefined {
	const [firstLine = "", ...others] = splitLines(chunk.raw);
	const first = stripBreak(firstLine);
	const end = endOfKey(first);
	if (end === undefined || value.kind === "list") return undefined;
	if (others.length > 0) {
		return value.kind === "text"
			? editBlockText(first.slice(0, end), first.slice(end), others, value.text, lineBreak)
			: undefined;
	}
	const comment = findComment(first, chunk.key, chunk.value);
	const old = first.slice(end, first.length - comment.length);
	const written = writeScalar(value, quoteStyleOf(old));
	const blanks = old.slice(0, old.length - old.trimStart().length);
	const gap = old.trim() === "" || blanks === "" ? " " : blanks;
	return first.slice(0, end) + (written === "" ? "" : gap + written) + comment + lineBreak;
}

/** Writes a value that is no list as it stands behind the key; "" for an empty one. */
export function writeScalar(
	value: Exclude<EditedValue, { kind: "list" }>,
	style: QuoteStyle,
): string {
	switch (value.kind) {
		case "empty":
			return "";
		case "text":
			return writeTextLike(value.text, style, false);
		case "moment":
			return value.text;
		case "number":
			return writeItemLike(value.number, style, false);
		case "checkbox":
			return writeItemLike(value.checked, style, false);
	}
}

/** A block text stays one as long as it has several lines (YAML 1.2, section 8.1); what it cannot hold is seen when it is read again. */
function editBlockText(
	head: string,
	rest: string,
	lines: readonly string[],
	text: string,
	lineBreak: string,
): string | undefined {
	if (!/^[ \t]+[|>]/.test(rest) || rest.includes(" #")) return undefined;
	if (!text.includes("\n")) return `${head} ${writeTextLike(text, "plain", false)}${lineBreak}`;
	const indent = /^ +(?=\S)/m.exec(lines.join(""))?.[0] ?? "  ";
	const ends = text.endsWith("\n");
	const written = (ends ? text.slice(0, -1) : text)
		.split("\n")
		.map((line) => (line === "" ? "" : indent + line));
	return [`${head} |${ends ? "" : "-"}`, ...written].map((line) => line + lineBreak).join("");
}
