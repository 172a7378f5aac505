import {
	findTechniqueIds,
	normaliseTechniqueId,
	parentTechniqueId,
} from "../../text/technique-ids";
import type { NoteFacts } from "./note-facts";

/** Technique ids that one source in a note names. */
export interface IdSource {
	/** In words for a report: `file name`, `url`, `tags`. */
	readonly by: string;
	/** Without an id whose sub-technique is named beside it. */
	readonly ids: readonly string[];
	/** How the source speaks of the note: it names it, or it may name related techniques and parents too. */
	readonly speaks: "of-itself" | "loosely";
}

/** What a note's sources say together. */
export type TechniqueFinding =
	| { readonly id: string; readonly by: readonly string[] }
	| { readonly id: null; readonly conflict: readonly IdSource[] };

const URL_KEYS = ["url", "mitre-attack", "mitre_attack", "mitre_url"] as const;
const ID_KEYS = [
	...["mitre_id", "mitre-id", "attack-id", "technique_id", "technique-id", "external_id", "id"],
	...["techniques", "technique"],
] as const;

/** A line that states the id: `> ID: T1021`, `id:: T1021`, `**MITRE ID**: T1021`, `- External IDs: T1021`. */
const ID_LINE =
	/^[ \t]*(?:[>*-][ \t]+)?\**(?:(?:mitre|att&ck|attack|external|technique)[ _-])?ids?\**:{1,2}\**[ \t]*(\S+)/im;

/** Where a technique or runbook note says which technique it is about, the surest source first (the vaults that were met). */
export function listTechniqueSources(facts: NoteFacts): readonly IdSource[] {
	const fromKeys = (keys: readonly string[]): IdSource[] =>
		keys.map((key) => source(key, "of-itself", facts.texts(key)));
	return [
		source("file name", "of-itself", [facts.baseName]),
		...fromKeys(URL_KEYS),
		...fromKeys(ID_KEYS),
		source("aliases", "loosely", [...facts.texts("aliases"), ...facts.texts("alias")]),
		source("tags", "loosely", facts.tags),
	].filter(({ ids }) => ids.length > 0);
}

/** What the note's body says: a line that states the id, as information callouts and inline fields have it, or a heading that starts with an id. */
export function listBodySources(facts: NoteFacts): readonly IdSource[] {
	const start = facts.text.slice(facts.body);
	const line = ID_LINE.exec(start)?.[1];
	const heading = /^#{1,2}[ \t]+([Tt]\d{4}(?:[._]\d{3})?)(?![\w.])/m.exec(start)?.[1];
	return [
		source("line with its ID", "of-itself", line === undefined ? [] : [line]),
		source("heading", "of-itself", heading === undefined ? [] : [heading]),
	].filter(({ ids }) => ids.length > 0);
}

/**
 * Weighs the sources: the first that names exactly one technique decides, unless another speaks of none but other ones.
 *
 * Ids are compared as `resolve` gives them, so that a revoked id and its successor are one technique. A tag or alias may name the
 * parent instead. Gives undefined where no source names one.
 */
export function weighTechniqueSources(
	sources: readonly IdSource[],
	resolve: (id: string) => string,
): TechniqueFinding | undefined {
	const first = sources.find(({ ids }) => new Set(ids.map(resolve)).size === 1);
	const id = first?.ids[0];
	if (id === undefined) return sources.length === 0 ? undefined : { id: null, conflict: sources };
	const agrees = ({ ids, speaks }: IdSource): boolean => {
		const named = new Set(ids.map(resolve));
		return (
			named.has(resolve(id)) || (speaks === "loosely" && named.has(parentTechniqueId(resolve(id))))
		);
	};
	if (sources.every(agrees)) return { id, by: sources.map(({ by }) => by) };
	return { id: null, conflict: sources };
}

/** Gives the technique that an identity property states, or undefined where it states none. */
export function readStatedTechnique(facts: NoteFacts, key: string): string | undefined {
	const text = facts.text1(key);
	return text === undefined ? undefined : normaliseTechniqueId(text);
}

function source(by: string, speaks: IdSource["speaks"], texts: readonly string[]): IdSource {
	const ids = [...new Set(texts.flatMap(findTechniqueIds))];
	const parents = new Set(ids.filter((id) => id.includes(".")).map(parentTechniqueId));
	return { by, speaks, ids: ids.filter((id) => !parents.has(id)) };
}
