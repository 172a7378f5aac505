import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import type { ZlibOptions } from "node:zlib";
import type { Codec } from "../core/ports/codec";

const deflate = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

/** Bytes of a result that zlib gives in one piece, at least and at most. */
const PIECE = { least: 16 * 1024, most: 1024 * 1024 };

/** Each further piece of a result costs a turn of this thread, in which zlib's own stands still. */
function roomFor(bytes: number): number {
	return Math.min(Math.max(Math.ceil(bytes), PIECE.least), PIECE.most);
}

/** Raw deflate by zlib on its own threads, at the level that is fastest: merge bases are written at every import and seldom read. */
export function createNodeCodec(): Codec {
	return {
		deflate: (bytes) => deflate(bytes, { level: 1, chunkSize: roomFor(bytes.length / 2) }),
		inflate(bytes, limit) {
			const chunkSize = roomFor(4 * bytes.length);
			try {
				return Promise.resolve(inflateRawSync(bytes, { maxOutputLength: limit, chunkSize }));
			} catch {
				return Promise.resolve(undefined);
			}
		},
	};
}
