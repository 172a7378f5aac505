/** Compares two texts by UTF-16 code units, for sorting that is the same on every machine. */
export function compareCodeUnits(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
