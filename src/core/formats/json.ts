import { indexLines } from "../text/line-index";
import { findJsonFault } from "./json-fault";

/** What a JSON text holds, or why it holds nothing. */
export type ParsedJson =
	| { readonly ok: true; readonly json: unknown }
	/** The line is 1-based, null where it is not known. */
	| { readonly ok: false; readonly reason: string; readonly line: number | null };

/** Parses a JSON text, a byte order mark before it or not. */
export function parseJson(text: string): ParsedJson {
	const bare = withoutByteOrderMark(text);
	try {
		return { ok: true, json: JSON.parse(bare) as unknown };
	} catch {
		return { ok: false, ...describeJsonFault(bare) };
	}
}

/** Gives a text without the mark that some writers put before it. */
export function withoutByteOrderMark(text: string): string {
	return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** Says why a text is no JSON, and on which line. */
export function describeJsonFault(text: string): {
	readonly reason: string;
	readonly line: number | null;
} {
	const fault = findJsonFault(text);
	const line = fault === undefined ? null : indexLines(text).positionAt(fault.offset).line;
	return {
		reason: `not valid JSON${fault === undefined ? "" : `: ${fault.reason}`}`,
		line,
	};
}
