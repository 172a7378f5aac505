const VERSION = "8";
const HEX_DIGITS = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Gives a GUID in lower case, or undefined where the text has no GUID's shape. */
export function normaliseGuid(text: string): string | undefined {
	const guid = text
		.trim()
		.toLowerCase()
		.replace(/^\{|\}$/g, "");
	return HEX_DIGITS.test(guid) ? guid : undefined;
}

/**
 * Makes the GUID of a test that has none yet: the same for the same words, whatever the machine or the day.
 *
 * It is of version 8 (RFC 9562, for makers' own schemes), which Atomic Red Team's random ones never are.
 */
export function createGuid(words: readonly string[]): string {
	const text = words.join("\n");
	const digits = [0x811c9dc5, 0x2b5a6f13, 0x6c62272e, 0x9e3779b9]
		.map((seed) => hash(text, seed).toString(16).padStart(8, "0"))
		.join("");
	const variant = "89ab"[Number.parseInt(digits[16] ?? "0", 16) & 3] ?? "8";
	return [
		digits.slice(0, 8),
		digits.slice(8, 12),
		VERSION + digits.slice(13, 16),
		variant + digits.slice(17, 20),
		digits.slice(20),
	].join("-");
}

/** FNV-1a over UTF-16 units from a chosen offset basis, with a last mixing so that short texts spread. */
function hash(text: string, seed: number): number {
	let state = seed;
	for (let at = 0; at < text.length; at++) {
		state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
	}
	state = Math.imul(state ^ (state >>> 15), 0x85ebca6b);
	state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
	return (state ^ (state >>> 16)) >>> 0;
}
