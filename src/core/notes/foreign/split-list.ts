/**
 * Gives the items of a property that other vaults write as a list, as one text with commas, or as one item joined by ` - `.
 *
 * `["ESXi - Linux - macOS"]` and `"ESXi, Linux, macOS"` both give three; empty items and `none` are left out, doubles too.
 */
export function splitList(values: readonly string[]): string[] {
	const items = values
		.flatMap((value) => value.split(/,| - /))
		.map((item) => item.trim())
		.filter((item) => item !== "" && !/^none$/i.test(item));
	return [...new Set(items)];
}

/**
 * Gives a tactic in any spelling met (`Lateral Movement`, `_Lateral_Movement`, `attack.lateral_movement`, `ta0008`) as its short name
 * (`lateral-movement`) or its id (`TA0008`), or undefined where the text has no tactic's shape.
 *
 * Whether ATT&CK has such a tactic is for the bundle to say.
 */
export function readTactic(text: string): string | undefined {
	const word = text
		.trim()
		.replace(/^\[\[/, "")
		.replace(/\]\]$/, "")
		.replace(/^(?:mitre[./])?attack[./](?:tactic[./])?/i, "");
	const id = /(?:^|\W)(TA\d{4})$/i.exec(word)?.[1];
	if (id !== undefined) return id.toUpperCase();
	const short = word
		.toLowerCase()
		.replace(/&/g, " and ")
		.replace(/[\s_-]+/g, "-")
		.replace(/^-|-$/g, "");
	return /^[a-z]+(?:-[a-z]+)*$/.test(short) ? short : undefined;
}
