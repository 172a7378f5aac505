import { asTable } from "../../formats/values";
import type { Codec } from "../../ports/codec";
import { isTextList } from "../front-matter/edit-property";
import { hashText } from "./hash-text";
import type { BaseIndex, BaseRow } from "./pack-bases";
import { BASES_HEAD } from "./pack-bases";

/** Merge bases of one kind of source, opened: the index is in memory, texts are unpacked when asked for. */
export interface Bases {
	/** In code-unit order. */
	readonly ids: readonly string[];
	has(id: string): boolean;
	/** `hashText` of the text that was last written. */
	hashOf(id: string): string | undefined;
	/** Where the note was when it was last written. */
	pathOf(id: string): string | undefined;
	/** Where the rule's file lay among the sources when it was last read; undefined where that is not known. */
	placeOf(id: string): string | undefined;
	/** The text; undefined where there is none, or where its part of the file is damaged. */
	textOf(id: string): Promise<string | undefined>;
}

/** Bytes that an index may unpack to. */
const INDEX_LIMIT = 256 * 1024 * 1024;

/** Bases of a vault that has none yet. */
export const NO_BASES: Bases = {
	ids: [],
	has: () => false,
	hashOf: () => undefined,
	pathOf: () => undefined,
	placeOf: () => undefined,
	textOf: () => Promise.resolve(undefined),
};

/** Gives the offset behind the index of a file of merge bases, at most the file's length. */
export function indexEnd(bytes: Uint8Array): number {
	if (bytes.length < 8) return bytes.length;
	const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getUint32(4, true);
	return Math.min(8 + length, bytes.length);
}

/** Opens a file of merge bases; undefined where its index cannot be read, which makes every base in it a lost one. */
export async function openBases(bytes: Uint8Array, codec: Codec): Promise<Bases | undefined> {
	if (bytes.length < 8 || BASES_HEAD.some((byte, at) => bytes[at] !== byte)) return undefined;
	const length = new DataView(bytes.buffer, bytes.byteOffset, 8).getUint32(4, true);
	const index = readIndex(await codec.inflate(bytes.subarray(8, 8 + length), INDEX_LIMIT));
	if (index === undefined) return undefined;
	const rows = new Map(index.rows.map((row) => [row[0], row]));
	const places = new Map<string, string>();
	for (const [at, [id]] of index.rows.entries()) {
		const place = index.places?.[at] ?? "";
		if (place !== "") places.set(id, place);
	}
	const openBlock = createBlockReader(bytes, 8 + length, index, codec);
	return {
		ids: [...rows.keys()],
		has: (id) => rows.has(id),
		hashOf: (id) => rows.get(id)?.[2],
		pathOf: (id) => rows.get(id)?.[1],
		placeOf: (id) => places.get(id),
		async textOf(id) {
			const row = rows.get(id);
			if (row === undefined) return undefined;
			const [, , , block, start, size] = row;
			const bytes = (await openBlock(block))?.subarray(start, start + size);
			if (bytes?.length !== size) return undefined;
			const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
			// Deflate has no checksum: damage can unpack to another text, which must not pass for a base.
			return hashText(text) === row[2] ? text : undefined;
		},
	};
}

function createBlockReader(
	bytes: Uint8Array,
	first: number,
	{ blocks, sizes }: BaseIndex,
	codec: Codec,
): (block: number) => Promise<Uint8Array | undefined> {
	const starts: number[] = [];
	let at = first;
	for (const length of blocks) {
		starts.push(at);
		at += length;
	}
	// Ids are asked for in order, so the block in hand is nearly always the one that the next id needs.
	let current:
		{ readonly block: number; readonly text: Promise<Uint8Array | undefined> } | undefined;
	return (block) => {
		if (current?.block !== block) {
			const start = starts[block] ?? bytes.length;
			const packed = bytes.subarray(start, start + (blocks[block] ?? 0));
			current = { block, text: codec.inflate(packed, sizes[block] ?? 0) };
		}
		return current.text;
	};
}

function readIndex(bytes: Uint8Array | undefined): BaseIndex | undefined {
	if (bytes === undefined) return undefined;
	try {
		const table = asTable(JSON.parse(new TextDecoder().decode(bytes)));
		const { rows, blocks, sizes, places } = table ?? {};
		if (!Array.isArray(rows) || !isNumbers(blocks) || !isNumbers(sizes)) return undefined;
		if (!rows.every(isRow)) return undefined;
		return { rows, blocks, sizes, ...(isTextList(places) ? { places } : {}) };
	} catch {
		return undefined;
	}
}

function isNumbers(value: unknown): value is number[] {
	return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function isRow(value: unknown): value is BaseRow {
	if (!Array.isArray(value) || value.length !== 6) return false;
	const [id, path, hash, ...numbers] = value as unknown[];
	return [id, path, hash].every((item) => typeof item === "string") && isNumbers(numbers);
}
