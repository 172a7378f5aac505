import type { NoteLines } from "./note-lines";
import { codeOf, findLines, listSections, pickPlace, pickSection } from "./note-lines";
import type { Random } from "./random";

/** One kind of edit; `mark` is a word that is nowhere else. */
type Edit = (note: NoteLines, random: Random, mark: string) => void;

const HEADING = /^ {0,3}#{1,6} /;

/** Every kind of edit that people make in a note, by name. */
const EDITS: ReadonlyMap<string, Edit> = new Map<string, Edit>([
	[
		"own property",
		(note, random, mark) =>
			insert(note.properties, propertyPlace(note, random), `own_${mark}: value ${mark}`),
	],
	[
		"own list property",
		(note, random, mark) =>
			insert(
				note.properties,
				propertyPlace(note, random),
				`own_${mark}:`,
				`  - one ${mark}`,
				"  - 'two'",
			),
	],
	[
		"comment in YAML",
		(note, random, mark) => insert(note.properties, propertyPlace(note, random), `# why ${mark}`),
	],
	[
		"comment behind a property",
		(note, random, mark) => changeScalar(note, random, (line) => `${line} # because ${mark}`),
	],
	[
		"changed property",
		(note, random, mark) =>
			changeScalar(
				note,
				random,
				(line) => `${line.slice(0, line.indexOf(":"))}: "changed ${mark}"`,
			),
	],
	[
		"changed type",
		(note, random, mark) =>
			changeScalar(
				note,
				random,
				(line) => `${line.slice(0, line.indexOf(":"))}: [changed, ${mark}]`,
			),
	],
	["list style", styleList],
	[
		"list item",
		(note, random, mark) => changeList(note, random, (items) => items.push(`mine_${mark}`)),
	],
	[
		"list item out",
		(note, random) =>
			changeList(note, random, (items) => items.splice(random.below(items.length), 1)),
	],
	["property out", (note, random) => void note.properties.splice(propertyPlace(note, random), 1)],
	[
		"paragraph",
		(note, random, mark) =>
			insert(note.body, prosePlace(note, random), "", `A paragraph of ${mark}.`, ""),
	],
	[
		"line below a line",
		(note, random, mark) => insert(note.body, prosePlace(note, random), `Line ${mark}`),
	],
	[
		"two lines",
		(note, random, mark) =>
			insert(note.body, prosePlace(note, random), `First ${mark}`, `Second ${mark}`),
	],
	[
		"words in a line",
		(note, random, mark) =>
			changeLine(
				note,
				random,
				isProse,
				(line) => `${line.slice(0, line.length >> 1)} ${mark} ${line.slice(line.length >> 1)}`,
			),
	],
	["line out", (note, random) => changeLine(note, random, isProse, () => undefined)],
	[
		"words in the rule",
		(note, random, mark) => changeLine(note, random, isCode, (line) => `${line} # tuned ${mark}`),
	],
	[
		"line in the rule",
		(note, random, mark) => insertAt(note, random, isCode, `      - '*${mark}*'`),
	],
	["line of the rule out", (note, random) => changeLine(note, random, isCode, () => undefined)],
	["table row", (note, random, mark) => insertAt(note, random, isRow, `| ${mark} | b | c |`)],
	[
		"table cell",
		(note, random, mark) =>
			changeLine(note, random, isRow, (line) => line.replace(/\|([^|]*)\|$/, `| ${mark} |`)),
	],
	[
		"footnote",
		(note, random, mark) => {
			changeLine(note, random, isProse, (line) => `${line}[^${mark}]`);
			note.body.push("", `[^${mark}]: source of ${mark}`);
		},
	],
	[
		"task",
		(note, random, mark) =>
			insert(note.body, prosePlace(note, random), `- [ ] do ${mark}`, `\t- [x] did ${mark}`),
	],
	[
		"callout",
		(note, random, mark) =>
			insert(note.body, prosePlace(note, random), "", "> [!note] Mine", `> ${mark}`, ""),
	],
	["own section", (note, random, mark) => ownSection(note, random, mark, "##")],
	["own deep section", (note, random, mark) => ownSection(note, random, mark, "####")],
	["own top section", (note, random, mark) => ownSection(note, random, mark, "#")],
	[
		"own fence",
		(note, random, mark) =>
			insert(
				note.body,
				prosePlace(note, random),
				"",
				"```kql",
				`Table | where a == "${mark}"`,
				"# no heading",
				"```",
				"",
			),
	],
	[
		"own panel",
		(note, random, mark) =>
			insert(
				note.body,
				prosePlace(note, random),
				"",
				"```dataview",
				`LIST FROM #${mark}`,
				"```",
				"",
			),
	],
	[
		"renamed heading",
		(note, random, mark) =>
			changeLine(
				note,
				random,
				isHeading,
				(line) => `${HEADING.exec(line)?.[0] ?? "## "}Renamed ${mark}`,
			),
	],
	["heading level", (note, random) => changeLine(note, random, isHeading, (line) => `#${line}`)],
	["heading out", (note, random) => changeLine(note, random, isHeading, () => undefined)],
	[
		"section out",
		(note, random) => {
			const range = pickSection(note, random);
			if (range !== undefined) note.body.splice(range[0], range[1] - range[0]);
		},
	],
	["sections in another order", moveSection],
	[
		"section copied",
		(note, random, mark) => {
			const range = pickSection(note, random);
			if (range !== undefined)
				insert(note.body, range[1], ...note.body.slice(range[0], range[1]), `copied ${mark}`);
		},
	],
	[
		"trailing spaces",
		(note, random, mark) => changeLine(note, random, isProse, (line) => `${line} ${mark}  `),
	],
	["tabs", (note, random, mark) => insert(note.body, prosePlace(note, random), `\tcode ${mark}`)],
	["at the start", (note, _, mark) => insert(note.body, 0, `Opening ${mark}`, "")],
	["at the end", (note, _, mark) => void note.body.push(`Last line ${mark}`)],
	[
		"comment in Markdown",
		(note, random, mark) => insert(note.body, prosePlace(note, random), "", `%% ${mark} %%`, ""),
	],
	[
		"underlined heading",
		(note, random, mark) =>
			insert(
				note.body,
				prosePlace(note, random),
				"",
				`Under ${mark}`,
				"---",
				"",
				`Text ${mark}`,
				"",
			),
	],
	[
		"a line twice",
		(note, random, mark) => changeLine(note, random, isProse, (line) => `${line}\n${line} ${mark}`),
	],
]);

/** Names of the edits, for the counts that are printed. */
export const PERSON_EDITS: readonly string[] = [...EDITS.keys()];

/** Edits a note as a person would, and tells which words are theirs now. Line breaks are `\n`. */
export function editAsPerson(
	note: NoteLines,
	random: Random,
	mark: string,
): { readonly edits: readonly string[]; readonly marks: readonly string[] } {
	const edits = random.some(PERSON_EDITS, 1 + random.below(5));
	const marks = edits.map((name, index) => {
		const own = `${mark}x${index}`;
		EDITS.get(name)?.(note, random, own);
		// An edit may put several lines into one.
		note.body = note.body.flatMap((line) => line.split("\n"));
		return own;
	});
	return { edits, marks };
}

function insert(lines: string[], at: number, ...added: readonly string[]): void {
	lines.splice(at, 0, ...added);
}

/** A place between two properties. */
function propertyPlace({ properties, focus }: NoteLines, random: Random): number {
	const places = findLines(properties, (line) => /^[\w"]/.test(line));
	return places.length === 0 ? 0 : pickPlace(places, properties.length, focus, random);
}

function changeScalar(note: NoteLines, random: Random, change: (line: string) => string): void {
	const places = findLines(note.properties, (line, at) => {
		const next = note.properties[at + 1] ?? "";
		return /^\w+: [^\s[|>"'{&*]/.test(line) && !line.includes(" #") && !/^[\s-]/.test(next);
	});
	if (places.length === 0) return;
	const at = pickPlace(places, note.properties.length, note.focus, random);
	note.properties[at] = change(note.properties[at] ?? "");
}

function flowLists({ properties }: NoteLines): number[] {
	return findLines(properties, (line) => /^\w+: \[[\w ,.&/-]+\]$/.test(line));
}

function changeList(note: NoteLines, random: Random, change: (items: string[]) => unknown): void {
	const places = flowLists(note);
	if (places.length === 0) return;
	const at = pickPlace(places, note.properties.length, note.focus, random);
	const line = note.properties[at] ?? "";
	const items = line.slice(line.indexOf("[") + 1, -1).split(", ");
	change(items);
	note.properties[at] = `${line.slice(0, line.indexOf("["))}[${items.join(", ")}]`;
}

function styleList(note: NoteLines, random: Random): void {
	const places = flowLists(note);
	if (places.length === 0) return;
	const at = pickPlace(places, note.properties.length, note.focus, random);
	const line = note.properties[at] ?? "";
	const items = line.slice(line.indexOf("[") + 1, -1).split(", ");
	const pad = random.pick(["", "  ", "    "]);
	const key = line.slice(0, line.indexOf(":") + 1);
	note.properties.splice(at, 1, key, ...items.map((item) => `${pad}- ${item}`));
}

type Wanted = (line: string, code: number) => boolean;

const isProse: Wanted = (line, code) => code === 0 && /^[A-Za-z]/.test(line) && line.length > 8;
const isCode: Wanted = (line, code) =>
	code === 1 && line.trim() !== "" && !/^ {0,3}(?:`{3}|~{3})/.test(line);
const isRow: Wanted = (line, code) =>
	code === 0 && line.startsWith("|") && !/^[|\s:-]+$/.test(line);
const isHeading: Wanted = (line, code) => code === 0 && HEADING.test(line);

function changeLine(
	note: NoteLines,
	random: Random,
	wanted: Wanted,
	change: (line: string) => string | undefined,
): void {
	const code = codeOf(note.body);
	const places = findLines(note.body, (line, at) => wanted(line, code[at] ?? 0));
	if (places.length === 0) return;
	const at = pickPlace(places, note.body.length, note.focus, random);
	const changed = change(note.body[at] ?? "");
	note.body.splice(at, 1, ...(changed === undefined ? [] : [changed]));
}

function insertAt(note: NoteLines, random: Random, wanted: Wanted, text: string): void {
	changeLine(note, random, wanted, (line) => `${line}\n${text}`);
}

/** A place in the body that is in no fence. */
function prosePlace(note: NoteLines, random: Random): number {
	const code = codeOf(note.body);
	const places = findLines(note.body, (_, at) => code[at] !== 1 || code[at - 1] !== 1);
	return places.length === 0
		? note.body.length
		: pickPlace(places, note.body.length, note.focus, random);
}

function ownSection(note: NoteLines, random: Random, mark: string, marks: string): void {
	const place = pickSection(note, random)?.[1] ?? note.body.length;
	insert(note.body, place, "", `${marks} Own ${mark}`, "", `Text of ${mark}.`, "");
}

function moveSection(note: NoteLines, random: Random): void {
	const range = pickSection(note, random);
	if (range === undefined) return;
	const [start, end] = range;
	const moved = note.body.splice(start, end - start);
	const rest = listSections(note.body);
	const place = rest.length === 0 ? note.body.length : random.pick(rest)[0];
	insert(note.body, place, ...moved, "");
}
