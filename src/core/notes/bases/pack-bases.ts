import type { Codec } from "../../ports/codec";
import { compareCodeUnits } from "../../text/compare";
import { hashBytes } from "./hash-text";

/** What was last written for one id. */
export interface BaseEntry {
	/** Where the note was written, relative to the vault. */
	readonly path: string;
	readonly text: string;
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
}

/** `DVB` and the version of the form, then the index's deflated length as 32 bits, little end first. */
export const BASES_HEAD: readonly number[] = [0x44, 0x56, 0x42, 1];

/** Text bytes after which a new block is begun: small enough to open one for a single note, large enough to pack well. */
const BLOCK_BYTES = 256 * 1024;

/**
 * Packs merge bases into one file: a head, an index that is read without the texts, and blocks of deflated UTF-8.
 *
 * The same entries in any order, with the same codec, give the same bytes.
 */
export async function packBases(
	entries: ReadonlyMap<string, BaseEntry>,
	codec: Codec,
): Promise<Uint8Array> {
	const encoder = new TextEncoder();
	const rows: BaseRow[] = [];
	const packing: Promise<Uint8Array>[] = [];
	const sizes: number[] = [];
	let open: Uint8Array[] = [];
	let length = 0;
	// The host may deflate one block while the next is filled.
	const close = (): void => {
		if (open.length === 0) return;
		packing.push(codec.deflate(joinBytes(open, length)));
		sizes.push(length);
		open = [];
		length = 0;
	};
	const sorted = [...entries].sort(([a], [b]) => compareCodeUnits(a, b));
	for (const [id, { path, text }] of sorted) {
		const bytes = encoder.encode(text);
		rows.push([id, path, hashBytes(bytes), packing.length, length, bytes.length]);
		open.push(bytes);
		length += bytes.length;
		if (length >= BLOCK_BYTES) close();
	}
	close();
	const blocks = await Promise.all(packing);
	const index: BaseIndex = { rows, blocks: blocks.map((block) => block.length), sizes };
	const packed = await codec.deflate(encoder.encode(JSON.stringify(index)));
	const head = new Uint8Array(8);
	head.set(BASES_HEAD);
	new DataView(head.buffer).setUint32(4, packed.length, true);
	const parts = [head, packed, ...blocks];
	return joinBytes(
		parts,
		parts.reduce((sum, part) => sum + part.length, 0),
	);
}

function joinBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
	const joined = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		joined.set(part, at);
		at += part.length;
	}
	return joined;
}
