const LABEL = /\[\^([^\]\s]+)\]/g;

/**
 * Renames the footnotes of texts that are to be put into a note where one of their names is defined there already, so that each
 * reference still leads to its own footnote. Where no name is taken, the texts are given back as they are.
 */
export function freeFootnotes(note: string, texts: readonly string[]): readonly string[] {
	const taken = new Set<string>();
	for (const match of note.matchAll(/^ {0,3}\[\^([^\]\s]+)\]:/gm)) taken.add(match[1] ?? "");
	const isTaken = texts.some((text) =>
		[...text.matchAll(LABEL)].some((match) => taken.has(match[1] ?? "")),
	);
	if (!isTaken) return texts;
	let prefix = "upstream-";
	while ([...taken].some((label) => label.startsWith(prefix))) prefix = `${prefix}x-`;
	return texts.map((text) => text.replace(LABEL, (_, label: string) => `[^${prefix}${label}]`));
}
