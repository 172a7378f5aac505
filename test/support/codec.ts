import { deflateSync, inflateSync } from "fflate";
import type { Codec } from "../../src/core/ports/codec";

/** Deflate as a host without a native one has it. */
export function createTestCodec(): Codec {
	return {
		deflate: (bytes) => Promise.resolve(deflateSync(bytes)),
		inflate(bytes, limit) {
			try {
				return Promise.resolve(inflateSync(bytes, { out: new Uint8Array(limit) }));
			} catch {
				return Promise.resolve(undefined);
			}
		},
	};
}
