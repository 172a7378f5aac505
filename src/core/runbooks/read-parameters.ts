/** Switches of cmdlets that take no value. */
const SWITCH =
	/^-(?:force|recurse|passthru|append|noclobber|usebasicparsing|verbose|confirm|whatif|asjob|wait|nonewline)$/i;

/**
 * Reads the parameters of a cmdlet by name in lower case. Words that no name stands before are taken for the `positional` ones in their order;
 * of a name that is given twice the first counts.
 */
export function readParameters(
	words: readonly string[],
	positional: readonly string[],
): ReadonlyMap<string, string> {
	const given = new Map<string, string>();
	const free = [...positional];
	for (let at = 1; at < words.length; at++) {
		const word = words[at] ?? "";
		if (SWITCH.test(word)) continue;
		const named = /^-([A-Za-z]+):?$/.exec(word)?.[1]?.toLowerCase();
		const name = named ?? free.find((one) => !given.has(one));
		const value = named === undefined ? word : words[++at];
		if (name !== undefined && value !== undefined && !given.has(name)) given.set(name, value);
	}
	return given;
}
