/** What many tags are: legal as they stand. */
const LEGAL = /^[A-Za-z](?:[\w-]*[A-Za-z\d-])?$/;

/**
 * Gives a text as a tag that Obsidian accepts, or undefined where nothing is left of it.
 *
 * A tactic's name `Lateral Movement` gives `Lateral_Movement`, `Use Case: Threat Detection` gives `Use_Case/Threat_Detection`,
 * `cve.2021-44228` gives `cve_2021-44228`. A tag of digits alone gets a leading underscore.
 */
export function legalTag(text: string): string | undefined {
	if (LEGAL.test(text)) return text;
	const parts = text
		.normalize("NFC")
		.split(/:\s|\//)
		.map((part) => part.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, "_").replace(/^_|_$/g, ""))
		.filter((part) => part !== "");
	const tag = parts.join("/");
	if (tag === "") return undefined;
	return /[^\p{N}/]/u.test(tag) ? tag : `_${tag}`;
}

/** Gives tags without doubles; Obsidian does not tell `Stealth` from `stealth`, so the first spelling stays. */
export function distinctTags(tags: readonly (string | undefined)[]): string[] {
	const seen = new Map<string, string>();
	for (const tag of tags) {
		if (tag === undefined) continue;
		const key = tag.toLowerCase();
		if (!seen.has(key)) seen.set(key, tag);
	}
	return [...seen.values()];
}
