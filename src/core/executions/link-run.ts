import type { RunFacts } from "../model/execution";
import type { EditedValue } from "../notes/front-matter/edited-value";
import { setProperty } from "../notes/front-matter/set-property";
import { findFrontMatter, readFrontMatter } from "../formats/front-matter";
import { linkLabel } from "../notes/runbook/link-label";
import { UNLINKED } from "../notes/execution/draft-execution-note";
import type { KnownTest } from "./test-index";

/**
 * Gives the text of an execution note that is linked to a test: runbook, GUID and name of the test are the test's, the technique where the note has none. Everything else
 * stays. Undefined where the front matter cannot be edited without losing something.
 *
 * `linkTo` gives a note's link target from its path.
 */
export function linkRun(
	text: string,
	{ runbook, test, technique }: KnownTest,
	linkTo: (path: string) => string,
): string | undefined {
	const target = linkTo(runbook.path);
	const properties: [string, string | null, boolean][] = [
		["runbook", `[[${target}]]`, true],
		["test_guid", test.guid, true],
		["test_name", test.name, false],
		["technique", technique, false],
	];
	let linked: string | undefined = text;
	for (const [key, value, isReplaced] of properties) {
		if (linked === undefined) return undefined;
		if (value !== null) linked = putText(linked, key, { kind: "text", text: value }, isReplaced);
	}
	if (linked === undefined) return undefined;
	const place = test.block === null ? "" : `#^${test.block}`;
	const label = linkLabel(test.name ?? "") || "the test";
	const line = `Run of [[${target}${place}|${label}]].`;
	const body = findFrontMatter(linked)?.body ?? 0;
	return linked.slice(0, body) + linked.slice(body).replace(UNLINKED, () => line);
}

/** Facts that a log adds to a note which does not have them. */
const FILLED: readonly (readonly [key: string, fact: keyof RunFacts])[] = [
	["stopped", "stopped"],
	["user", "user"],
	["source_ip", "sourceIp"],
	["process_id", "processId"],
	["exit_code", "exitCode"],
	["ran", "ran"],
];

/** Gives an execution note's text with what another log knows of the run, where the note has nothing; never changes a value. */
export function fillRun(text: string, known: RunFacts, run: RunFacts): string {
	let filled = text;
	for (const [key, fact] of FILLED) {
		const value = run[fact];
		if (known[fact] !== null || value === null) continue;
		const edited: EditedValue =
			typeof value === "number"
				? { kind: "number", number: value }
				: { kind: "text", text: String(value) };
		filled = putText(filled, key, edited, false) ?? filled;
	}
	return filled;
}

/** Undefined where the property cannot take the value; the text as it is where it has one that is not to be replaced. */
function putText(
	text: string,
	key: string,
	value: EditedValue,
	isReplaced: boolean,
): string | undefined {
	const read = readFrontMatter(text);
	if (!read.ok) return undefined;
	const current = Object.hasOwn(read.properties, key) ? read.properties[key] : undefined;
	const isEmpty = current === undefined || current === null || current === "";
	if (!isEmpty && !isReplaced) return text;
	const edit = setProperty(text, key, value, current);
	return edit.ok ? edit.text : undefined;
}
