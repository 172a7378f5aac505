/**
 * Gives a 64-bit hash of a text's UTF-16 units as 16 hexadecimal digits: two lanes of multiply and rotate with a final mix, after
 * MurmurHash3 (Austin Appleby, public domain).
 *
 * Good for telling whether a text changed; not against somebody who looks for two texts with one hash.
 */
export function hashText(text: string): string {
	let low = 0x9747b28c;
	let high = 0x85ebca6b;
	// Two units a step; the last of an odd number stands alone.
	for (let at = 0; at < text.length; at += 2) {
		const units = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
		low = Math.imul(low ^ units, 0x01000193);
		low = (low << 13) | (low >>> 19);
		high = Math.imul(high ^ units, 0x5bd1e995);
		high = (high << 15) | (high >>> 17);
	}
	return toHex(mix(low ^ text.length)) + toHex(mix(high ^ low));
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
