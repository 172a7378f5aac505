/**
 * Gives the number that an unquoted value writes, or undefined where it stays text.
 *
 * Text stays what would not come back as written: an exponent, a plus sign, leading zeros (`0042` is a code, not 42), and digits that a
 * number cannot hold exactly.
 */
export function readPlainNumber(text: string): number | undefined {
	if (text.length > 24 || !/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text)) return undefined;
	const value = Number(text);
	return Number.isInteger(value) && !Number.isSafeInteger(value) ? undefined : value;
}
