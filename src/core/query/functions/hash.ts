import { numberAt, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `hash(seed, [text], [variant])`: a number that stays the same for the same input, to order things at random but steadily. */
export const hash = defineFunction("hash", {
	"string, number": (args) => mix(textAt(args, 0), numberAt(args, 1)),
	"string, string": (args) => mix(textAt(args, 0) + textAt(args, 1), 0),
	"string, string, number": (args) => mix(textAt(args, 0) + textAt(args, 1), numberAt(args, 2)),
});

/** A hash of 53 bits (cyrb53, in the public domain), the one that Dataview uses. */
function mix(text: string, seed: number): number {
	let low = 0xdeadbeef ^ seed;
	let high = 0x41c6ce57 ^ seed;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		low = Math.imul(low ^ code, 2654435761);
		high = Math.imul(high ^ code, 1597334677);
	}
	low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
	high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
	return 4294967296 * (2097151 & high) + (low >>> 0);
}
