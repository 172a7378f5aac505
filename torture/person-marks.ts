import { readFrontMatter } from "../src/core/formats/front-matter";
import { splitNote } from "./note-lines";

/** A word that an edit of a vault put in, and nothing else has. */
const MARK = /zp\d+s\d+(?:s\d+)?x\d/;

/**
 * What notes hold of a person's, told apart as a merge tells it apart: a line of the text, a cell of a table's row, and in the front matter a
 * comment, a value or an item of a list, each with its property. Upstream may change a value and leave the comment behind it.
 */
export type PersonMarks = ReadonlySet<string>;

/** Lists what carries a mark in some notes. */
export function listMarks(notes: Iterable<string>): PersonMarks {
	return new Set([...notes].flatMap((text) => listParts(text).filter((part) => MARK.test(part))));
}

/** Which of those no note holds any more, a clause each. */
export function findLostMarks(marks: PersonMarks, notes: Iterable<string>): string[] {
	const there = new Set([...notes].flatMap(listParts));
	return [...marks].filter((part) => !there.has(part)).map((part) => `the ${part} is lost`);
}

function listParts(text: string): string[] {
	const plain = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
	const read = readFrontMatter(plain);
	// What cannot be read is left alone, to the letter.
	if (!read.ok) return plain.split("\n").map((line) => `line ${line}`);
	const { properties, body } = splitNote(plain);
	return [
		...properties.flatMap(listComments),
		...Object.entries(read.properties).flatMap(([key, value]) => listValues(key, value)),
		...body.flatMap((line) => (line.startsWith("|") ? listCells(line) : [`line ${line}`])),
	];
}

/** A comment counts with the property whose line it ends. */
function listComments(line: string): string[] {
	const [, start = "", comment] = /^((?:.*\s)?)(#.*)$/.exec(line) ?? [];
	const key = /^(\w+):/.exec(start)?.[1];
	return comment === undefined
		? []
		: [`comment ${comment}${key === undefined ? "" : ` of ${key}`}`];
}

function listValues(key: string, value: unknown): string[] {
	const items: unknown[] = Array.isArray(value) ? value : [];
	return [
		...(Array.isArray(value) ? [] : [`value ${JSON.stringify(value)} of ${key}`]),
		...items.map((item) => `item ${JSON.stringify(item)} of ${key}`),
	];
}

function listCells(row: string): string[] {
	return row.split("|").map((cell) => `cell ${cell.trim()}`);
}
