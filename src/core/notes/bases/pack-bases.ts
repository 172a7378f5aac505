import type { Codec } from "../../ports/codec";
import { compareCodeUnits } from "../../text/compare";
import { hashBytes } from "./hash-text";

/** What was last written for one id. */
export interface BaseEntry {
	/** Where the note was written, relative to the vault. */
	readonly path: string;
	readonly text: string;
	/** The text's `hashText`, where somebody knows it. */
	readonly hash?: string | undefined;
	/** Where the rule's file lay among the sources when it was last read, as `ingest/places` names it; undefined where that is not known. */
	readonly place?: string | undefined;
}

/** One line of the file's index: id, path, hash, number of the block, first byte and number of bytes in it. */
export type BaseRow = readonly [
	id: string,
	path: string,
	hash: string,
	block: number,
	start: number,
	bytes: number,
];

/** The file's index, deflated JSON behind the fixed head. */
export interface BaseIndex {
	readonly rows: readonly BaseRow[];
	/** Deflated bytes of each block, in order. */
	readonly blocks: readonly number[];
	/** Bytes of each block's text. */
	readonly sizes: readonly number[];
	/** For each row where its file lay among the sources, "" where that is not known; absent where it is of none. */
	readonly places?: readonly string[];
}

/** `DVB` and the version of the form, then the index's deflated length as 32 bits, little end first. */
export const BASES_HEAD: readonly number[] = [0x44, 0x56, 0x42, 1];

const ENCODER = new TextEncoder();

/** Bytes of UTF-8 that one UTF-16 unit takes at most. */
const UTF8_BYTES = 3;

/** Text bytes after which a new block is begun: small enough to open one for a single note, large enough to pack well. */
const BLOCK_BYTES = 256 * 1024;

/**
 * Packs merge bases into one file: a head, an index that is read without the texts, and blocks of deflated UTF-8.
 *
 * The same entries in any order, with the same codec, give the same bytes. `told` is told the `hashText` of each text, which costs
 * nothing here.
 */
export async function packBases(
	entries: ReadonlyMap<string, BaseEntry>,
	codec: Codec,
	told?: (id: string, hash: string) => void,
): Promise<Uint8Array> {
	const rows: BaseRow[] = [];
	const packing: Promise<Uint8Array>[] = [];
	const sizes: number[] = [];
	// One buffer serves all blocks, so that a text costs no memory of its own.
	let block: Uint8Array = new Uint8Array(2 * BLOCK_BYTES);
	let length = 0;
	let isOpen = false;
	// The host may deflate one block while the next is filled.
	const close = (): void => {
		if (!isOpen) return;
		packing.push(codec.deflate(block.slice(0, length)));
		sizes.push(length);
		length = 0;
		isOpen = false;
	};
	const sorted = [...entries].sort(([a], [b]) => compareCodeUnits(a, b));
	for (const [id, { path, text, hash: known }] of sorted) {
		block = withRoom(block, length, UTF8_BYTES * text.length);
		const bytes = ENCODER.encodeInto(text, block.subarray(length)).written;
		const hash = known ?? hashBytes(block.subarray(length, length + bytes));
		told?.(id, hash);
		rows.push([id, path, hash, packing.length, length, bytes]);
		length += bytes;
		isOpen = true;
		if (length >= BLOCK_BYTES) close();
	}
	close();
	const blocks = await Promise.all(packing);
	const places = sorted.map(([, { place }]) => place ?? "");
	const index: BaseIndex = {
		rows,
		blocks: blocks.map((block) => block.length),
		sizes,
		...(places.every((place) => place === "") ? {} : { places }),
	};
	const packed = await codec.deflate(ENCODER.encode(JSON.stringify(index)));
	const head = new Uint8Array(8);
	head.set(BASES_HEAD);
	new DataView(head.buffer).setUint32(4, packed.length, true);
	return joinBytes([head, packed, ...blocks]);
}

/** Gives a buffer that has room for more bytes behind those it holds: itself, or a copy at least twice as long. */
function withRoom(buffer: Uint8Array, held: number, more: number): Uint8Array {
	if (held + more <= buffer.length) return buffer;
	const larger = new Uint8Array(Math.max(held + more, 2 * buffer.length));
	larger.set(buffer.subarray(0, held));
	return larger;
}

function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
	const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
