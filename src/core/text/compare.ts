/** Compares two texts by UTF-16 code units, for sorting that is the same on every machine. */
export function compareCodeUnits(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
