import type { NoteLines } from "./note-lines";
import { codeOf, findLines, pickPlace, pickSection } from "./note-lines";
import type { Random } from "./random";

type Change = (note: NoteLines, random: Random, mark: string) => void;

/** Every kind of change that upstream makes to what it wrote, by name. */
const CHANGES: ReadonlyMap<string, Change> = new Map<string, Change>([
	[
		"scalar",
		(note, random, mark) =>
			changeProperty(note, random, /^\w+: [^[|>]/, (key) => `${key}: up ${mark}`),
	],
	[
		"list item",
		(note, random, mark) =>
			changeProperty(note, random, /^\w+: \[/, (_, line) =>
				line.replace(/\]$/, `, up_${mark}]`).replace("[, ", "["),
			),
	],
	[
		"list emptied",
		(note, random) => changeProperty(note, random, /^\w+: \[/, (key) => `${key}: []`),
	],
	[
		"new property",
		(note, random, mark) =>
			void note.properties.splice(random.below(note.properties.length + 1), 0, `up_${mark}: new`),
	],
	["property out", (note, random) => changeProperty(note, random, /^\w+: /, () => undefined)],
	["line", (note, random, mark) => changeBody(note, random, 0, (line) => [`${line} up ${mark}`])],
	["line replaced", (note, random, mark) => changeBody(note, random, 0, () => [`Up ${mark}`])],
	["line out", (note, random) => changeBody(note, random, 0, () => [])],
	[
		"paragraph",
		(note, random, mark) =>
			changeBody(note, random, 0, (line) => [line, "", `Up paragraph ${mark}.`]),
	],
	[
		"rule line",
		(note, random, mark) => changeBody(note, random, 1, (line) => [`${line} up${mark}`]),
	],
	[
		"rule lines",
		(note, random, mark) =>
			changeBody(note, random, 1, (line) => [line, `    up1: '${mark}'`, `    up2: '${mark}'`]),
	],
	["rule line out", (note, random) => changeBody(note, random, 1, () => [])],
	[
		"new section",
		(note, random, mark) => {
			const place = pickSection(note, random)?.[1] ?? note.body.length;
			note.body.splice(place, 0, "", `## Up ${mark}`, "", `Up text ${mark}.`, "");
		},
	],
	[
		"section out",
		(note, random) => {
			const range = pickSection(note, random);
			if (range !== undefined) note.body.splice(range[0], range[1] - range[0]);
		},
	],
	[
		"section moved",
		(note, random) => {
			const range = pickSection(note, random);
			if (range === undefined) return;
			const moved = note.body.splice(range[0], range[1] - range[0]);
			note.body.push(...moved);
		},
	],
	[
		"heading renamed",
		(note, random, mark) => {
			const range = pickSection(note, random);
			if (range !== undefined) note.body[range[0]] = `## Up heading ${mark}`;
		},
	],
	[
		"link moved",
		(note) => {
			note.body = note.body.map((line) => line.replace(/\[\[([^[\]|]+)\|/, "[[Elsewhere/$1|"));
		},
	],
	[
		"section rewritten",
		(note, random, mark) => {
			const range = pickSection(note, random);
			if (range === undefined) return;
			const lines = [1, 2, 3, 4].map((number) => `Up sentence ${number} ${mark}.`);
			if (codeOf(note.body).slice(range[0], range[1]).includes(1)) return;
			note.body.splice(range[0] + 1, range[1] - range[0] - 1, "", ...lines, "");
		},
	],
]);

/** Names of the changes, for the counts that are printed. */
export const UPSTREAM_CHANGES: readonly string[] = [...CHANGES.keys()];

/** Changes a note as a new version of its source would, and tells which words are new. */
export function changeUpstream(
	note: NoteLines,
	random: Random,
	mark: string,
): { readonly changes: readonly string[] } {
	const changes = random.some(UPSTREAM_CHANGES, 1 + random.below(4));
	changes.forEach((name, index) => CHANGES.get(name)?.(note, random, `${mark}u${index}`));
	return { changes };
}

const IDENTITY = /^(?:attack_id|rule_id|runbook_id|vendor|tags|filename)\b/;

function changeProperty(
	{ properties, focus }: NoteLines,
	random: Random,
	wanted: RegExp,
	change: (key: string, line: string) => string | undefined,
): void {
	const places = findLines(properties, (line) => wanted.test(line) && !IDENTITY.test(line));
	if (places.length === 0) return;
	const at = pickPlace(places, properties.length, focus, random);
	const line = properties[at] ?? "";
	const next = change(line.slice(0, line.indexOf(":")), line);
	properties.splice(at, 1, ...(next === undefined ? [] : [next]));
}

function changeBody(
	note: NoteLines,
	random: Random,
	code: 0 | 1,
	change: (line: string) => readonly string[],
): void {
	const codes = codeOf(note.body);
	const places = findLines(
		note.body,
		(line, at) =>
			(codes[at] ?? 0) === code && line.length > 3 && !/^ {0,3}(?:#{1,6} |`{3}|~{3}|\|)/.test(line),
	);
	if (places.length === 0) return;
	const at = pickPlace(places, note.body.length, note.focus, random);
	note.body.splice(at, 1, ...change(note.body[at] ?? ""));
}
