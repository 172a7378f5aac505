const MIRRORED: ReadonlyMap<string, string> = new Map([
	["<", ">"],
	["<=", ">="],
	[">", "<"],
	[">=", "<="],
]);

/** Gives the sign that says the same with its sides exchanged (`3 < x` is `x > 3`); other signs are their own. */
export function mirrorComparison(sign: string): string {
	return MIRRORED.get(sign) ?? sign;
}
