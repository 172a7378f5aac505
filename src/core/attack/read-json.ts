import { problemOf, type Problem } from "../model/problem";
import { indexLines } from "../text/line-index";
import { finishSteps, type Steps } from "../text/steps";
import { findJsonFault } from "./json-fault";
import { parseBundleJson } from "./parse-bundle-json";

/** What a JSON text holds, or why it holds nothing. */
export type JsonResult =
	{ readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: Problem };

/** Parses a JSON text, a byte order mark before it or not; where it is none, gives a `read-syntax` problem with its line. */
export function readJson(file: string, text: string): JsonResult {
	return finishSteps(readJsonInSteps(file, text));
}

/** Does what `readJson` does, in pieces where the text is a large bundle. */
export function* readJsonInSteps(file: string, text: string): Steps<JsonResult> {
	const start = text.startsWith("\uFEFF") ? 1 : 0;
	const bare = start === 0 ? text : text.slice(start);
	try {
		return { ok: true, json: yield* parseBundleJson(bare) };
	} catch {
		const fault = findJsonFault(bare);
		const line = fault === undefined ? null : indexLines(bare).positionAt(fault.offset).line;
		const reason = fault === undefined ? "" : `: ${fault.reason}`;
		const message = `This is not valid JSON${reason}.`;
		return { ok: false, problem: problemOf(file, line, "read-syntax", message) };
	}
}
