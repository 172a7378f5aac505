import { Inflate, deflateSync } from "fflate";
import type { Codec } from "../../core/ports/codec";

/** Raw deflate by the browser's own streams, or by fflate on devices whose web view lacks them (iOS before 16.4). */
export function createCodec(): Codec {
	return hasStreams() ? { deflate: streamDeflate, inflate: streamInflate } : FFLATE_CODEC;
}

/** Raw deflate in JavaScript. */
export const FFLATE_CODEC: Codec = {
	deflate: (bytes) => Promise.resolve(deflateSync(bytes)),
	inflate: (bytes, limit) => Promise.resolve(inflateWithin(bytes, limit)),
};

function hasStreams(): boolean {
	try {
		new DecompressionStream("deflate-raw");
		new CompressionStream("deflate-raw");
		return true;
	} catch {
		return false;
	}
}

async function streamDeflate(bytes: Uint8Array): Promise<Uint8Array> {
	const packed = await readWithin(bytes, new CompressionStream("deflate-raw"), Infinity);
	if (packed === undefined) throw new Error("The bytes could not be compressed");
	return packed;
}

async function streamInflate(bytes: Uint8Array, limit: number): Promise<Uint8Array | undefined> {
	try {
		return await readWithin(bytes, new DecompressionStream("deflate-raw"), limit);
	} catch {
		return undefined;
	}
}

async function readWithin(
	bytes: Uint8Array,
	transform: ReadableWritablePair<Uint8Array, BufferSource>,
	limit: number,
): Promise<Uint8Array | undefined> {
	const source = new Blob([new Uint8Array(bytes)]).stream() as ReadableStream<BufferSource>;
	const reader = source.pipeThrough(transform).getReader();
	const chunks: Uint8Array[] = [];
	let length = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return joinChunks(chunks, length);
		length += value.length;
		if (length > limit) {
			await reader.cancel();
			return undefined;
		}
		chunks.push(value);
	}
}

/** Unpacks piece by piece, so that a bomb stops at the limit and not when memory is full. */
function inflateWithin(bytes: Uint8Array, limit: number): Uint8Array | undefined {
	const chunks: Uint8Array[] = [];
	const seen = { length: 0, ended: false };
	const inflate = new Inflate((chunk, final) => {
		seen.length += chunk.length;
		seen.ended = final;
		if (seen.length <= limit) chunks.push(chunk.slice());
	});
	const step = 16_384;
	try {
		for (let at = 0; at < bytes.length && seen.length <= limit; at += step) {
			inflate.push(bytes.subarray(at, at + step), at + step >= bytes.length);
		}
	} catch {
		return undefined;
	}
	return seen.ended && seen.length <= limit ? joinChunks(chunks, seen.length) : undefined;
}

function joinChunks(chunks: readonly Uint8Array[], length: number): Uint8Array {
	const joined = new Uint8Array(length);
	let at = 0;
	for (const chunk of chunks) {
		joined.set(chunk, at);
		at += chunk.length;
	}
	return joined;
}
