import { problemOf, type Problem } from "../model/problem";
import { indexLines } from "../text/line-index";
import { findJsonFault } from "./json-fault";

/** What a JSON text holds, or why it holds nothing. */
export type JsonResult =
	{ readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: Problem };

/** Parses a JSON text, a byte order mark before it or not; where it is none, gives a `read-syntax` problem with its line. */
export function readJson(file: string, text: string): JsonResult {
	const bare = withoutByteOrderMark(text);
	try {
		return { ok: true, json: JSON.parse(bare) as unknown };
	} catch {
		return { ok: false, problem: describeJsonFault(file, bare) };
	}
}

/** Gives a text without the mark that some writers put before it. */
export function withoutByteOrderMark(text: string): string {
	return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** Gives the `read-syntax` problem of a text that is no JSON, with its line. */
export function describeJsonFault(file: string, text: string): Problem {
	const fault = findJsonFault(text);
	const line = fault === undefined ? null : indexLines(text).positionAt(fault.offset).line;
	const reason = fault === undefined ? "" : `: ${fault.reason}`;
	return problemOf(file, line, "read-syntax", `This is not valid JSON${reason}.`);
}
