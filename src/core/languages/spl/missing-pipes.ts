import type { Span } from "../../text/span";
import type { SplToken } from "./spl-token";

/** What stands behind a command's name where that is no word of a search. */
const SHAPES: ReadonlyMap<string, RegExp> = new Map([
	...["stats", "eventstats", "streamstats", "timechart", "chart"].map(
		(name) => [name, /\s+(?:count\b|\w+\s?\(|(?:span|window|current|limit)=)/y] as const,
	),
	...["table", "dedup", "mvexpand", "fillnull"].map((name) => [name, /[^\S\n]+\S/y] as const),
	["where", /[^\n]*[=<>(]/y],
	["eval", /\s+(?:\w+|"[^"\n]*"|'[^'\n]*')\s*=/y],
	["search", /\s+[^\s=<>|]+\s*[!=<>]/y],
	["rename", /\s+\S+\s+as\s/iy],
	["rex", /\s+(?:field=|mode=|")/y],
	["lookup", /[^\n]*\soutput/iy],
]);

/** Commands with a clause that begins with the name of another command. */
const WITH_CLAUSES: ReadonlySet<string> = new Set(
	"tstats mstats mcatalog mpreview msearch inputlookup from pivot foreach map".split(" "),
);

/** Words that go on with what follows them. */
const OPEN_WORDS: ReadonlySet<string> = new Set(
	"and or not by as in over where output outputnew".split(" "),
);

/**
 * Whether a pipe is missing before a word that starts a line: it is the name of a command, with what such a command has behind it. `command`
 * is the one whose arguments end with the token before.
 */
export function missesPipe(
	text: string,
	{ start, end }: Span,
	command: string,
	before: SplToken,
): boolean {
	if (WITH_CLAUSES.has(command)) return false;
	const shape = SHAPES.get(text.slice(start, end).toLowerCase());
	if (shape === undefined || OPEN_WORDS.has(before.text.toLowerCase())) return false;
	if (before.kind === "symbol" && before.text !== ")" && before.text !== "]") return false;
	shape.lastIndex = end;
	return shape.test(text);
}
