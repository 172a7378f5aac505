/**
 * Gives every distinct line of two lists a number, so that comparing two lines costs the same however long they are.
 *
 * Lines without a letter or digit, which say nothing about where they belong, get negative numbers.
 */
export function numberLines(
	first: readonly string[],
	second: readonly string[],
): readonly [Int32Array, Int32Array] {
	const numbers = new Map<string, number>();
	const number = (line: string): number => {
		const known = numbers.get(line);
		if (known !== undefined) return known;
		const next = /[\p{L}\p{N}]/u.test(line) ? numbers.size : -1 - numbers.size;
		numbers.set(line, next);
		return next;
	};
	return [Int32Array.from(first, number), Int32Array.from(second, number)];
}
