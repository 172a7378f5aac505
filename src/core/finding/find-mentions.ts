import { compareCodeUnits } from "../text/compare";
import { findTechniqueIds, listTechniqueIds, parentTechniqueId } from "../text/technique-ids";
import type { TechniqueNames } from "./name-technique";
import { isKnownTechnique } from "./name-technique";

/** A technique that a note names. */
export interface TechniqueMention {
	/** The id in use today. */
	readonly id: string;
	/** Number of times. */
	readonly count: number;
	/** Outdated ids under which the note names it, in the order of its text. */
	readonly formerIds: readonly string[];
}

/** `[[target|text]]` or `[text](target)` on one line. */
const LINK = /\[\[([^[\]|\n]+)(?:\|[^[\]\n]*)?\]\]|\[[^[\]\n]*\]\(<?([^()<>\n]*)>?\)/g;

/**
 * Finds the techniques that a note names, the most named first, then by id: ids in its text, its tags and its properties, and links to
 * technique notes, whatever those are called. A link counts once. Ids that mean nothing in the vault are left out.
 *
 * `noteOf` gives the path of the note that a link's target means in this note.
 */
export function findMentions(
	names: TechniqueNames,
	text: string,
	noteOf: (target: string) => string | undefined,
): readonly TechniqueMention[] {
	const tally = new Tally(names);
	let end = 0;
	for (const link of text.matchAll(LINK)) {
		for (const id of listTechniqueIds(text.slice(end, link.index))) tally.add(id);
		for (const id of readLink(names, link, noteOf)) tally.add(id);
		end = link.index + link[0].length;
	}
	for (const id of listTechniqueIds(text.slice(end))) tally.add(id);
	return tally.ranked();
}

function readLink(
	{ library }: TechniqueNames,
	[whole, wiki, web]: RegExpMatchArray,
	noteOf: (target: string) => string | undefined,
): readonly string[] {
	const path = noteOf(wiki ?? decode(web ?? ""));
	const entry = path === undefined ? undefined : library.entry(path);
	if (entry?.kind === "technique") return [entry.id];
	const ids = findTechniqueIds(whole);
	// `[T1021](https://attack.mitre.org/techniques/T1021/004)` speaks of one technique.
	const parents = new Set(ids.filter((id) => id.includes(".")).map(parentTechniqueId));
	return ids.filter((id) => !parents.has(id));
}

function decode(target: string): string {
	try {
		return decodeURIComponent(target);
	} catch {
		return target;
	}
}

class Tally {
	readonly #names: TechniqueNames;
	readonly #counts = new Map<string, { count: number; formerIds: Set<string> }>();

	constructor(names: TechniqueNames) {
		this.#names = names;
	}

	add(named: string): void {
		if (!isKnownTechnique(this.#names, named)) return;
		const { id } = this.#names.resolver.resolve(named);
		const known = this.#counts.get(id) ?? { count: 0, formerIds: new Set() };
		known.count++;
		if (named !== id) known.formerIds.add(named);
		this.#counts.set(id, known);
	}

	ranked(): readonly TechniqueMention[] {
		return [...this.#counts]
			.map(([id, { count, formerIds }]) => ({ id, count, formerIds: [...formerIds] }))
			.sort((a, b) => b.count - a.count || compareCodeUnits(a.id, b.id));
	}
}
