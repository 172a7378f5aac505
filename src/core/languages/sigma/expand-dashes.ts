import type { SigmaPiece } from "./sigma-strings";

/** What `windash` takes for one another (Sigma modifiers appendix 2.1.0): hyphen, slash, en dash, em dash, horizontal bar. */
const DASHES = ["-", "/", "\u2013", "\u2014", "\u2015"] as const;

/** A dash before a word and not behind one, with the character before it. */
const DASH = /(^|[^\p{L}\p{N}_])[-/](?=[\p{L}\p{N}_])/gu;

/**
 * Gives a value's spellings under `windash`, the written one first: every `-` or `/` that stands before a word and not behind one is each
 * of the five dashes, in every combination.
 *
 * Combinations grow with the power of the number of dashes: where `allows` refuses their number, all dashes of a value change together
 * and `isWhole` is false.
 */
export function expandDashes(
	pieces: readonly SigmaPiece[],
	allows: (alternatives: number) => boolean,
): { readonly values: readonly (readonly SigmaPiece[])[]; readonly isWhole: boolean } {
	const split = pieces.map((piece) => (typeof piece === "string" ? splitAtDashes(piece) : [piece]));
	const parts = split.flat();
	const places = parts.flatMap((part, index) => (isDash(part) ? [index] : []));
	if (places.length === 0) return { values: [pieces], isWhole: true };
	const isWhole = places.length <= 6 && allows(DASHES.length ** places.length);
	const choices = isWhole ? combine(parts, places) : together(parts, places);
	return { values: choices.map(join), isWhole };
}

interface Dash {
	readonly dash: string;
}

type Part = SigmaPiece | Dash;

function isDash(part: Part): part is Dash {
	return typeof part === "object" && "dash" in part;
}

function splitAtDashes(text: string): readonly Part[] {
	const parts: Part[] = [];
	let from = 0;
	for (const { index, 1: before = "" } of text.matchAll(DASH)) {
		const at = index + before.length;
		if (at > from) parts.push(text.slice(from, at));
		parts.push({ dash: text.charAt(at) });
		from = at + 1;
	}
	if (from < text.length) parts.push(text.slice(from));
	return parts;
}

function combine(parts: readonly Part[], places: readonly number[]): readonly (readonly Part[])[] {
	let choices: readonly (readonly Part[])[] = [parts];
	for (const place of places)
		choices = choices.flatMap((choice) =>
			spellings(parts[place]).map((dash) =>
				choice.map((part, index) => (index === place ? { dash } : part)),
			),
		);
	return choices;
}

function together(parts: readonly Part[], places: readonly number[]): readonly (readonly Part[])[] {
	const [first = 0] = places;
	return spellings(parts[first]).map((dash, index) =>
		index === 0 ? parts : parts.map((part) => (isDash(part) ? { dash } : part)),
	);
}

function spellings(part: Part | undefined): readonly string[] {
	const written = part !== undefined && isDash(part) ? part.dash : DASHES[0];
	return [written, ...DASHES.filter((dash) => dash !== written)];
}

function join(parts: readonly Part[]): readonly SigmaPiece[] {
	const joined: SigmaPiece[] = [];
	for (const part of parts) {
		const piece = isDash(part) ? part.dash : part;
		const last = joined.at(-1);
		if (typeof piece === "string" && typeof last === "string")
			joined[joined.length - 1] = last + piece;
		else joined.push(piece);
	}
	return joined;
}
