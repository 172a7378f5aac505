/** Printable ASCII in the order of the Unicode Collation Algorithm's default table; a letter's two cases stand together. */
const ORDER = " _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";
const WEIGHTS = weights();

/**
 * Compares two texts as English collation does (UTS 10, CLDR root) where plain ASCII decides it; undefined where it takes the real
 * collator. It is there because a collator takes longer to make than most queries to run.
 */
export function compareEnglish(left: string, right: string): number | undefined {
	const shared = Math.min(left.length, right.length);
	let byCase = 0;
	for (let at = 0; at < shared; at++) {
		const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)];
		const [first, second] = [WEIGHTS[a] ?? 0, WEIGHTS[b] ?? 0];
		if (first === 0 || second === 0) return undefined;
		if (a === b) continue;
		if (first === second) {
			if (byCase === 0) byCase = a > b ? -1 : 1;
			continue;
		}
		// A mark that combines with one of the two could change it.
		const isPlain = isAsciiAt(left, at + 1) && isAsciiAt(right, at + 1);
		return isPlain ? Math.sign(first - second) : undefined;
	}
	if (left.length === right.length) return byCase;
	const longer = left.length > right.length ? left : right;
	if ((WEIGHTS[longer.charCodeAt(shared)] ?? 0) === 0) return undefined;
	return left.length < right.length ? -1 : 1;
}

function isAsciiAt(text: string, at: number): boolean {
	return at >= text.length || text.charCodeAt(at) < 0x80;
}

/** Weights by character code, 0 for what is not in the table. */
function weights(): Uint8Array {
	const table = new Uint8Array(128);
	for (let at = 0; at < ORDER.length; at++) {
		table[ORDER.charCodeAt(at)] = at + 1;
		table[ORDER.charAt(at).toUpperCase().charCodeAt(0)] = at + 1;
	}
	return table;
}
