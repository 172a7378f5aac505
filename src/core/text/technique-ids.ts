const TECHNIQUE_ID = /^[Tt](\d{4})(?:[._/-](\d{3}))?$/;

/** Gives a technique id in ATT&CK's spelling (`T1021.004`), or undefined where the text is none. */
export function normaliseTechniqueId(text: string): string | undefined {
	const match = TECHNIQUE_ID.exec(text.trim());
	if (match === null) return undefined;
	const [, number = "", sub] = match;
	return sub === undefined ? `T${number}` : `T${number}.${sub}`;
}

/**
 * Finds the technique ids that a text names, in order, without doubles: `T1021.004`, `t1021_004`, `attack.t1021.004`,
 * `techniques/T1021/004`.
 */
export function findTechniqueIds(text: string): string[] {
	return [...new Set(listTechniqueIds(text))];
}

/** Lists the technique ids that a text names, in order, as often as it names them; the spellings are those of `findTechniqueIds`. */
export function listTechniqueIds(text: string): string[] {
	const found: string[] = [];
	for (const match of text.matchAll(
		/(?:^|[^A-Za-z0-9])([Tt]\d{4})(?:[._/](\d{3}))?(?![A-Za-z0-9])/g,
	)) {
		const [, technique = "", sub] = match;
		found.push(technique.toUpperCase() + (sub === undefined ? "" : `.${sub}`));
	}
	return found;
}

/** Gives the one technique that a text states: its id, or a link to its note or its page; undefined where it says anything else. */
export function readTechniqueId(text: string): string | undefined {
	const id = normaliseTechniqueId(text);
	if (id !== undefined || !/^\s*(?:\[|https?:\/\/)/i.test(text)) return id;
	const [linked, ...others] = findTechniqueIds(text);
	return others.length === 0 ? linked : undefined;
}

/** Gives the technique that an id belongs to: itself, or the part before the dot. */
export function parentTechniqueId(id: string): string {
	return id.split(".", 1)[0] ?? id;
}

/** Gives the tag that stands for a technique in notes: `T1021_004`, since a dot is not legal in a tag. */
export function techniqueTag(id: string): string {
	return id.replace(".", "_");
}
