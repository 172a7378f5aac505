const ENCODER = new TextEncoder();

/** Bytes of UTF-8 that one UTF-16 unit takes at most. */
const UTF8_BYTES = 3;

/** Where most texts are laid out, since room of its own for each costs more than hashing it; between texts it keeps nothing. */
const ROOM = new Uint8Array(192 * 1024);

/** Gives `hashBytes` of a text's UTF-8. */
export function hashText(text: string): string {
	if (UTF8_BYTES * text.length > ROOM.length) return hashBytes(ENCODER.encode(text));
	return hashBytes(ROOM.subarray(0, ENCODER.encodeInto(text, ROOM).written));
}

/**
 * Gives a 64-bit hash of bytes as 16 hexadecimal digits: two lanes of multiply and rotate over words of four bytes with a final mix,
 * after MurmurHash3 (Austin Appleby, public domain).
 *
 * Good for telling whether a text changed; not against somebody who looks for two texts with one hash.
 */
export function hashBytes(bytes: Uint8Array): string {
	const whole = bytes.length >> 2;
	// A copy begins where words may begin; the `slice` of node's buffers makes none.
	const from = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
	const words = new Int32Array(from.buffer, from.byteOffset, whole);
	const length = whole + (bytes.length % 4);
	// Begun as 32-bit integers, or engines would count in floating point.
	let low = 0x9747b28c | 0;
	let high = 0x85ebca6b | 0;
	for (let at = 0; at < length; at++) {
		const word = (at < whole ? words[at] : bytes[whole * 3 + at]) ?? 0;
		low = Math.imul(low ^ word, 0x01000193);
		low = (low << 13) | (low >>> 19);
		high = Math.imul(high ^ word, 0x5bd1e995);
		high = (high << 15) | (high >>> 17);
	}
	return toHex(mix(low ^ bytes.length)) + toHex(mix(high ^ low));
}

function mix(value: number): number {
	let mixed = value ^ (value >>> 16);
	mixed = Math.imul(mixed, 0x85ebca6b);
	mixed ^= mixed >>> 13;
	mixed = Math.imul(mixed, 0xc2b2ae35);
	return mixed ^ (mixed >>> 16);
}

function toHex(value: number): string {
	return (value >>> 0).toString(16).padStart(8, "0");
}
