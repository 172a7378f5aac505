import { outlineLines } from "../src/core/notes/document/find-headings";
import type { Random } from "./random";

/** A note as lines, so that edits know where they are. */
export interface NoteLines {
	/** Lines between the `---` lines of the front matter. */
	properties: string[];
	/** Lines below it. */
	body: string[];
	/** Where in the note both sides like to change something, from 0 to 1. */
	focus: number;
}

/** Takes a note with `\n` line breaks apart. */
export function splitNote(text: string, focus = 0): NoteLines {
	const lines = text.split("\n");
	const close = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
	if (close === -1) return { properties: [], body: lines, focus };
	return { properties: lines.slice(1, close), body: lines.slice(close + 1), focus };
}

/** Puts it together again. */
export function joinLines({ properties, body }: Omit<NoteLines, "focus">): string {
	const front = properties.length === 0 ? [] : ["---", ...properties, "---"];
	return [...front, ...body].join("\n");
}

/** Which lines of a body are code, its fences' marks included. */
export function codeOf(body: readonly string[]): Uint8Array {
	return outlineLines(body).code;
}

/** Indices of the body's lines that a test holds for. */
export function findLines(
	body: readonly string[],
	wanted: (line: string, at: number) => boolean,
): number[] {
	return body.flatMap((line, at) => (wanted(line, at) ? [at] : []));
}

/** Ranges of the sections, heading and all, as [first, behind]. */
export function listSections(body: readonly string[]): (readonly [number, number])[] {
	const starts = outlineLines(body).headings.map(({ line }) => line);
	return starts.map((start, index) => [start, starts[index + 1] ?? body.length] as const);
}

/** One of some places among `count` lines: more often than not one near the focus, so that both sides meet. */
export function pickPlace(
	places: readonly number[],
	count: number,
	focus: number,
	random: Random,
): number {
	if (random.oneIn(3)) return random.pick(places);
	const wanted = focus * count;
	const near = [...places].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted));
	return random.pick(near.slice(0, 4));
}

/** The range of a section, near the focus where it can be; undefined where the note has none. */
export function pickSection(
	{ body, focus }: NoteLines,
	random: Random,
): readonly [number, number] | undefined {
	const ranges = listSections(body);
	if (ranges.length === 0) return undefined;
	const start = pickPlace(
		ranges.map(([first]) => first),
		body.length,
		focus,
		random,
	);
	return ranges.find(([first]) => first === start);
}
