import { suggestName } from "../../text/suggest-name";
import { adviseOnSource } from "./advise-source";
import type { FaultPlace } from "./fault-place";

interface Advice {
	readonly before?: RegExp;
	readonly rest?: RegExp;
	/** Part of something that could have stood there. */
	readonly expected?: string;
	readonly say: string | ((place: FaultPlace) => string | undefined);
}

const REACH = 200;
const CLAUSE = /^(?:FROM|WHERE|SORT|GROUP BY|FLATTEN|LIMIT)\b|^$/i;
const UNITS = ["seconds", "minutes", "hours", "days", "weeks", "months", "years"];

/** What people write who come from other languages, from editors that bend quotes, or in haste. */
const SURE: readonly Advice[] = [
	{ rest: /^```/, say: "leave out the fences around the query" },
	{ rest: /^dv\./, say: "this is JavaScript, which only dataviewjs blocks hold" },
	{ rest: /^['‘’“”„«»]/, say: 'use straight double quotes: "…"' },
	{
		rest: /^"/,
		say: ({ rest }) =>
			rest.replace(/\\./gs, "").includes('"', 1) ? undefined : "this quote has no end",
	},
	{ before: /=$/, rest: /^=/, say: "write one = to compare" },
	{ before: /<$/, rest: /^>/, say: 'write != for "is not"' },
	{ before: /&$/, rest: /^&/, say: 'write "and", or a single &' },
	{ before: /\|$/, rest: /^\|/, say: 'write "or", or a single |' },
	{
		before: /(?:\)|[(,] ?\w{1,40}) ?[=-]$/,
		rest: /^>/,
		say: "a function is written (x) => x.name",
	},
	{ before: /=$/, rest: /^>/, say: 'write >= for "at least"' },
	{ before: /=$/, rest: /^</, say: 'write <= for "at most"' },
	{ rest: /^[≥≤≠]/, say: "write >=, <= or !=" },
	{
		before: /\[\[[^[\]\n]*$/,
		rest: /^[^[\]\n]*\](?!\])/,
		say: "a link begins with [[ and ends with ]]",
	},
	{ before: /\bSORT\s+BY\s+$/i, say: "SORT stands without BY" },
	{ before: /,\s*$/, rest: CLAUSE, say: "leave out the last comma" },
	{ before: /\bCALENDAR\s*$/i, rest: CLAUSE, say: "it needs a date: CALENDAR file.day" },
	{ before: /\bcount\(\s*$/i, rest: /^\*/, say: "length(rows) counts the rows of a group" },
	{ before: /\b(?:TABLE|LIST)\s+$/i, rest: /^\*/, say: "name what to show: there is no * for all" },
	{ before: /\bdur\(\s*[\d.]+\s*$/, rest: /^\p{L}/u, say: nameUnit },
	{
		before: /\d\s*$/,
		rest: /^(?:second|minute|hour|day|week|month|year)s?\b/i,
		say: ({ before, rest }) =>
			`a duration is written dur(${
				before
					.trimEnd()
					.split(/[^\d.]/)
					.at(-1) ?? ""
			} ${firstWord(rest)})`,
	},
	{ rest: /^;/, say: "leave out the semicolon" },
	{ rest: /^(?:--|\/\*|#\s)/, say: "a comment starts with //" },
	{ before: /-$/, rest: /^-/, say: "a comment starts with //" },
	{
		rest: /^#\S/,
		expected: "a value",
		say: ({ rest }) => `a tag is a text here: "${/^[^\s,()]+/.exec(rest)?.[0] ?? ""}"`,
	},
	{
		rest: /^\/./,
		expected: "a value",
		say: 'a regular expression is a text: regextest("T1.*", file.name)',
	},
	{
		rest: /^-\p{L}/u,
		expected: "a value",
		say: ({ rest }) => `a field has no minus sign; write 0 - ${firstWord(rest.slice(1))}`,
	},
	{ rest: /^is\b/i, expected: "an operator", say: 'write = for "is", != for "is not"' },
	{ rest: /^in\b/i, expected: "an operator", say: "write contains(list, value)" },
	{
		rest: /^(?:like|matches|contains)\b/i,
		expected: "an operator",
		say: 'write contains(field, "part") or regextest("pattern", field)',
	},
	{ rest: /^between\b/i, expected: "an operator", say: "write a >= 1 and a <= 5" },
	{
		rest: /^then\b/i,
		expected: "an operator",
		say: "write choice(condition, then, else)",
	},
	{
		rest: /^offset\b/i,
		expected: "an operator",
		say: "nothing passes rows over: LIMIT takes the first ones, or drops the last of a negative number",
	},
	{
		before: /\bDISTINCT\s+$/i,
		expected: "an operator",
		say: "GROUP BY makes one row of equal ones, unique(list) leaves out equal elements",
	},
	{
		before: /\bnot\s+$/i,
		expected: "an operator",
		say: 'write ! for "not", directly before what it denies: !completed, !(a = b)',
	},
	{
		rest: /^\)/,
		say: ({ expected }) => (misses(expected, ")") ? undefined : "no ( belongs to it"),
	},
	...["(", "[", "{"].map((open, at) => ({
		rest: CLAUSE,
		say: ({ expected }: FaultPlace) =>
			misses(expected, ")]}".charAt(at)) ? `a ${open} is not closed` : undefined,
	})),
	{ rest: /^,/, say: adviseOnComma },
];

/** What may be meant where nothing is misspelt. */
const LIKELY: readonly Advice[] = [
	{
		rest: CLAUSE,
		expected: "TABLE",
		say: ({ rest }) =>
			rest === "" ? undefined : "a query begins with what it shows, such as LIST",
	},
	{ before: /\bAS\s+FROM\s+$/i, say: "the name behind AS is missing" },
	{
		before: /"$/,
		say: ({ rest }) =>
			rest.replace(/\\./gs, "").split('"').length % 2 === 0
				? "a quote before it has no end"
				: undefined,
	},
	{
		before: /\bAS\s+[^\s,"]+\s+$/i,
		rest: /^[\p{L}\d]/u,
		say: 'a name of several words stands in quotes: AS "Level of rule"',
	},
	{ before: /\bTASK\s+$/i, say: "TASK shows the tasks themselves and takes no value" },
	{ before: /\bTABLE\s+ID\s+$/i, say: "TABLE WITHOUT ID leaves out the first column" },
	{ rest: /^["[{(\p{L}\d]/u, expected: '","', say: "is a comma missing before it?" },
];

/** Says what to write instead at a place where a text could not be read on; `suggestion` is the word that a misspelt one may mean. */
export function advise(
	text: string,
	at: number,
	expected: readonly string[],
	suggestion: string | undefined,
): string | undefined {
	const place: FaultPlace = {
		before: text.slice(Math.max(0, at - REACH), at),
		rest: text.slice(at).trimStart(),
		expected,
	};
	return (
		adviseOnSource(place, suggestion) ?? pick(SURE, place) ?? suggestion ?? pick(LIKELY, place)
	);
}

function pick(list: readonly Advice[], place: FaultPlace): string | undefined {
	for (const { before, rest, expected, say } of list) {
		if (before?.test(place.before) === false || rest?.test(place.rest) === false) continue;
		if (expected !== undefined && !place.expected.some((one) => one.includes(expected))) continue;
		const said = typeof say === "string" ? say : say(place);
		if (said !== undefined) return said;
	}
	return undefined;
}

function misses(expected: readonly string[], close: string): boolean {
	return expected.some((one) => one.includes(`"${close}"`));
}

function nameUnit({ rest }: FaultPlace): string {
	const meant = suggestName(firstWord(rest), UNITS);
	return meant === undefined ? `the units are ${UNITS.join(", ")}` : `did you mean ${meant}?`;
}

function firstWord(text: string): string {
	return /^[\p{L}\d_-]*/u.exec(text)?.[0] ?? "";
}

/** What the clause that a comma stands in takes. */
function adviseOnComma({ before }: FaultPlace): string | undefined {
	const words = [...before.matchAll(/\b(?:TABLE|LIST|WHERE|GROUP BY|FLATTEN|LIMIT)\b/gi)];
	switch (words.at(-1)?.[0].toUpperCase()) {
		case "LIST":
			return "LIST shows one value; TABLE shows several";
		case "GROUP BY":
			return "GROUP BY takes one value; a list stands for several: GROUP BY [a, b] AS both";
		case "FLATTEN":
			return "each list needs a FLATTEN of its own";
		case "LIMIT":
			return "LIMIT takes one number";
		case "WHERE":
			return 'conditions are joined by "and" or "or"';
		default:
			return undefined;
	}
}
