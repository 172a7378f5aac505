import { promisify } from "node:util";
import { deflateRaw, inflateRawSync } from "node:zlib";
import type { ZlibOptions } from "node:zlib";
import type { Codec } from "../core/ports/codec";

const deflate = promisify<Uint8Array, ZlibOptions, Uint8Array>(deflateRaw);

/** Raw deflate by zlib on its own threads, at the level that is fastest: merge bases are written at every import and seldom read. */
export function createNodeCodec(): Codec {
	return {
		deflate: (bytes) => deflate(bytes, { level: 1 }),
		inflate(bytes, limit) {
			try {
				return Promise.resolve(inflateRawSync(bytes, { maxOutputLength: limit }));
			} catch {
				return Promise.resolve(undefined);
			}
		},
	};
}
