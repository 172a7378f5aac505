import type { EditedItem } from "./edited-value";
import { writeNumber } from "./write-properties";
import { quoteScalar, writeTextScalar } from "./write-scalar";

/** How a scalar is written: without quotes where that is safe, or in quotes of one kind. */
export type QuoteStyle = "plain" | "single" | "double";

/** What single quotes cannot hold on one line, or must not show to Templater. */
const NOT_IN_SINGLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]|<%/u;

/** Tells how a scalar is written, from its first character. */
export function quoteStyleOf(written: string): QuoteStyle {
	const first = written.trimStart().charAt(0);
	return first === '"' ? "double" : first === "'" ? "single" : "plain";
}

/** Writes a text in a style of quotes, or in another one where that style cannot hold it (YAML 1.2, section 7.3). */
export function writeTextLike(text: string, style: QuoteStyle, inFlow: boolean): string {
	if (style === "double") return quoteScalar(text);
	if (style === "single" && !NOT_IN_SINGLE.test(text)) return `'${text.replaceAll("'", "''")}'`;
	return writeTextScalar(text, inFlow);
}

/** Writes an item of a list; only texts have quotes. */
export function writeItemLike(item: EditedItem, style: QuoteStyle, inFlow: boolean): string {
	if (typeof item === "string") return writeTextLike(item, style, inFlow);
	return typeof item === "number" ? writeNumber(item) : String(item);
}
