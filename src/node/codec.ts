import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { Codec } from "../core/ports/codec";

/** Raw deflate by zlib, at the level that is fastest: merge bases are written at every import and seldom read. */
export function createNodeCodec(): Codec {
	return {
		deflate: (bytes) => Promise.resolve(deflateRawSync(bytes, { level: 1 })),
		inflate(bytes, limit) {
			try {
				return Promise.resolve(inflateRawSync(bytes, { maxOutputLength: limit }));
			} catch {
				return Promise.resolve(undefined);
			}
		},
	};
}
