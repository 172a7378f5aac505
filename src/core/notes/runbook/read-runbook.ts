import type { Heading } from "../document/find-headings";
import { outlineLines } from "../document/find-headings";
import { splitLines, stripBreak } from "../document/lines";
import { UPSTREAM_HEADING } from "../merge/upstream-section";
import type { FenceBlock } from "../safe/read-fence";
import { findFences } from "../safe/read-fence";
import type { Expectation } from "./expected-lines";
import { readExpectedLine } from "./expected-lines";
import type { RunbookInput } from "./read-inputs";
import { readInputTable } from "./read-inputs";

/** What a command of a test is for. */
export type CommandPart = "check" | "get" | "run" | "cleanup";

/** A fence of a test that a person copies from. Lines are the note's, 1-based, both fence marks included. */
export interface RunbookCommand {
	readonly part: CommandPart;
	readonly language: string;
	readonly text: string;
	readonly line: number;
	readonly last: number;
}

/** What a test's note expects of a run: its text, and whether nobody wrote it by hand. */
export interface ExpectedText {
	readonly text: string;
	readonly isDerived: boolean;
}

/** One test of a runbook as its note has it now. */
export interface RunbookTest {
	/** In lower case; null where the test has none yet. */
	readonly guid: string | null;
	/** The heading's text without `Test:`, as Markdown. */
	readonly name: string;
	/** The collection it is from, null where the note says nothing or that it is the person's own. */
	readonly source: string | null;
	/** Only what the note states. */
	readonly expected: ReadonlyMap<Expectation, ExpectedText>;
	readonly inputs: readonly RunbookInput[];
	readonly commands: readonly RunbookCommand[];
	/** Of its heading, 1-based. */
	readonly line: number;
	/** The last line before the next heading that is not below it. */
	readonly last: number;
}

/** What notes call a test that a person wrote. */
export const OWN_SOURCE = "own";

const TEST = /^(?:Atomic )?Test(?: #\d+)? *[-:](.*)$/i;
const GUID = /^(?:- GUID: |\*\*auto_generated_guid:\*\* *`?)([0-9a-f]{8}-[0-9a-f-]{27})/i;

/** Headings of the parts of a test, in our notes and as Atomic Red Team renders them (2018 to 2026). */
const PARTS: readonly (readonly [RegExp, CommandPart | "inputs"])[] = [
	[/^Inputs:?$/i, "inputs"],
	[/^(?:Run\b|Attack Commands\b)/i, "run"],
	[/^Clean-?up/i, "cleanup"],
	[/^Get Prereq/i, "get"],
	[/^(?:Prerequisites|Dependencies|Check Prereq|Commands to Check)/i, "check"],
];

/** Gives the name of the test that a heading opens, in our notes and as Atomic Red Team renders them; undefined where it opens none. */
export function nameTest(title: string): string | undefined {
	return TEST.exec(title)?.[1];
}

/** Gives the GUID that a line states for the test it stands in, in lower case; undefined where it states none. */
export function readGuid(line: string): string | undefined {
	return GUID.exec(line)?.[1]?.toLowerCase();
}

/** Reads the tests of a runbook note with their inputs and commands, in the order of its text. Any text is a runbook; linear in it. */
export function readRunbook(text: string): readonly RunbookTest[] {
	const lines = splitLines(text).map(stripBreak);
	const { headings, code } = outlineLines(lines);
	const fences = findFences(text);
	const nexts = findNexts(headings);
	let isOnUpstream = false;
	let fence = 0;
	return headings.flatMap((heading, index) => {
		if (heading.level <= 2) isOnUpstream = heading.title === UPSTREAM_HEADING;
		// What an entry on upstream is called after is told elsewhere in the note.
		const name = heading.level > 1 && !isOnUpstream ? nameTest(heading.title) : undefined;
		if (name === undefined) return [];
		const next = nexts[index] ?? headings.length;
		const below = headings.slice(index + 1, next);
		const end = headings[next]?.line ?? lines.length;
		while (fence < fences.length && (fences[fence]?.line ?? 0) - 1 <= heading.line) fence++;
		return [readTest(name.trim(), { heading, below, end, fence }, { lines, code, fences })];
	});
}

/** Gives for each heading the index of the next one that is not below it; their number where there is none. */
function findNexts(headings: readonly Heading[]): readonly number[] {
	const nexts = headings.map(() => headings.length);
	const open: number[] = [];
	for (const [index, { level }] of headings.entries()) {
		for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
			if ((headings[last]?.level ?? 0) < level) break;
			nexts[last] = index;
			open.pop();
		}
		open.push(index);
	}
	return nexts;
}

interface Place {
	readonly heading: Heading;
	/** Headings of its parts. */
	readonly below: readonly Heading[];
	/** 0-based line behind it. */
	readonly end: number;
	/** The first of the note's fences below its heading. */
	readonly fence: number;
}

interface NoteText {
	readonly lines: readonly string[];
	readonly code: Uint8Array;
	readonly fences: readonly FenceBlock[];
}

function readTest(name: string, place: Place, note: NoteText): RunbookTest {
	const { heading, below, end } = place;
	const facts = readFacts(note, heading.line + heading.lines, below[0]?.line ?? end);
	const inputs = below.find(({ title }) => partOf(title) === "inputs");
	const after = below.find(({ line }) => inputs !== undefined && line > inputs.line);
	const rows = inputs === undefined ? [] : note.lines.slice(inputs.line + 1, after?.line ?? end);
	return {
		...facts,
		name,
		inputs: readInputTable(rows, (inputs?.line ?? 0) + 2, facts.source === null),
		commands: listCommands(place, note),
		line: heading.line + 1,
		last: end,
	};
}

function readFacts(
	{ lines, code }: NoteText,
	from: number,
	to: number,
): Pick<RunbookTest, "guid" | "source" | "expected"> {
	let guid: string | null = null;
	let source: string | null = null;
	const expected = new Map<Expectation, ExpectedText>();
	let open: Expectation | undefined;
	for (let at = from; at < to; at++) {
		const line = lines[at] ?? "";
		if (code[at] === 1) continue;
		const stated = readExpectedLine(line);
		const more = open === undefined ? null : /^[ \t]+(?:[-*] +)?(\S.*)$/.exec(line);
		if (stated !== undefined) {
			open = stated.what;
			expected.set(open, { text: stated.text, isDerived: stated.isDerived });
		} else if (open !== undefined && more !== null) {
			const before = expected.get(open);
			const texts = [before?.text ?? "", more[1] ?? ""].filter((part) => part !== "");
			expected.set(open, { text: texts.join("; "), isDerived: false });
		} else open = undefined;
		guid ??= readGuid(line) ?? null;
		const from = line.startsWith("- ") ? / From: ([^·]*)/.exec(line)?.[1]?.trim() : undefined;
		if (from !== undefined && from.toLowerCase() !== OWN_SOURCE) source ??= from;
		if (line.startsWith("**auto_generated_guid")) source ??= "atomic-red-team";
	}
	return { guid, source, expected };
}

function listCommands({ below, end, fence }: Place, { lines, fences }: NoteText): RunbookCommand[] {
	const commands: RunbookCommand[] = [];
	let part: CommandPart | "inputs" | undefined;
	let above = 0;
	for (let index = fence; index < fences.length; index++) {
		const { line = 0, language = "", text = "" } = fences[index] ?? {};
		const first = line - 1;
		if (first >= end) break;
		for (; (below[above]?.line ?? end) < first; above++)
			part = partOf(below[above]?.title ?? "") ?? part;
		if (part === undefined || part === "inputs") continue;
		const label = findLabel(lines, first, fences[index - 1]);
		const isGet = part === "check" && /^get\b/i.test(label);
		const last = first + countLines(lines, first, end);
		commands.push({ part: isGet ? "get" : part, language, text, line: first + 1, last });
	}
	return commands;
}

/** The words right above a fence. */
function findLabel(
	lines: readonly string[],
	fence: number,
	before: FenceBlock | undefined,
): string {
	const least = before === undefined ? 0 : before.line;
	for (let at = fence - 1; at > least; at--) {
		const line = lines[at]?.trim() ?? "";
		if (line !== "") return line;
	}
	return "";
}

/** Lines of the fence that starts on a line, its marks included. */
function countLines(lines: readonly string[], first: number, end: number): number {
	const mark = /^ {0,3}(`{3,}|~{3,})/.exec(lines[first] ?? "")?.[1] ?? "```";
	for (let at = first + 1; at < end; at++) {
		const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(lines[at] ?? "")?.[1] ?? "";
		if (closing.startsWith(mark)) return at - first + 1;
	}
	return end - first;
}

function partOf(title: string): CommandPart | "inputs" | undefined {
	return PARTS.find(([pattern]) => pattern.test(title))?.[1];
}
