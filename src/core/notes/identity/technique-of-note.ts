import { asTexts } from "../../formats/values";
import { findTechniqueIds, parentTechniqueId, readTechniqueId } from "../../text/technique-ids";
import { comparable } from "../../text/comparable";
import type { NoteFacts } from "./note-facts";
import { readTechniqueFileName } from "./technique-file-name";

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

const URL_KEYS = ["url", "mitre_url", "link"] as const;
/** Names of properties that state the id, as `comparable` gives them: `mitre_id`, `MITRE ATT&CK`, `Technique ID`. */
const ID_KEYS: ReadonlySet<string> = new Set(
	(
		"attck attckid attcktechnique externalid id mitre mitreattack mitreattackid mitreattck mitreattckid mitreid mitretechnique " +
		"mitretechniqueid mitretechniques technique techniqueid techniques ttp"
	).split(" "),
);

/** Words for the id in a note's text. */
const ID_WORDS =
	"(?:(?:mitre|att&ck|attack|external|technique)[ _-]){0,3}(?:ids?|mitre|att&ck|technique)";
/** A line that states the id: `> ID: T1021`, `id:: T1021`, `**MITRE ID**: T1021`, `- External IDs: T1021`, `[mitre:: T1021]`, `| ID | T1021 |`. */
const ID_LINE = new RegExp(
	`^[ \\t]*(?:(?:[>*-][ \\t]+)?[[(]?\\**${ID_WORDS}\\**:{1,2}\\**|\\|[ \\t]*\\**${ID_WORDS}\\**[ \\t]*\\|)[ \\t]*(\\S+)`,
	"im",
);
/** A heading that starts with an id, or ends in one: `# T1014 - Rootkit`, `# Rootkit (T1014)`. */
const ID_HEADING =
	/^#{1,2}[ \t]+(?:([Tt]\d{4}(?:[._]\d{3})?)(?![\w.])|\S[^\n]*\(([Tt]\d{4}(?:[._]\d{3})?)\)[ \t]*\r?$)/m;

/** Where a technique or runbook note says which technique it is about, the surest source first (the vaults that were met). */
export function listTechniqueSources(facts: NoteFacts): readonly IdSource[] {
	const { baseName } = facts;
	const fromKeys = [...facts.properties]
		.filter(([key]) => ID_KEYS.has(comparable(key)))
		.map(([key, value]) => source(key, "of-itself", asTexts(value)));
	return [
		source("file name", "of-itself", [readTechniqueFileName(baseName)?.spelling ?? baseName]),
		...URL_KEYS.map((key) => source(key, "of-itself", facts.texts(key))),
		...fromKeys,
		source("aliases", "loosely", [...facts.texts("aliases"), ...facts.texts("alias")]),
		source("tags", "loosely", facts.tags),
	].filter(({ ids }) => ids.length > 0);
}

/** What the note's body says: a line that states the id, as information callouts and inline fields have it, or a heading that starts with an id. */
export function listBodySources(facts: NoteFacts): readonly IdSource[] {
	const start = facts.text.slice(facts.body);
	const line = ID_LINE.exec(start)?.[1];
	const [, first, last] = ID_HEADING.exec(start) ?? [];
	const heading = first ?? last;
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
	return text === undefined ? undefined : readTechniqueId(text);
}

function source(by: string, speaks: IdSource["speaks"], texts: readonly string[]): IdSource {
	const ids = [...new Set(texts.flatMap(listIds))];
	const parents = new Set(ids.filter((id) => id.includes(".")).map(parentTechniqueId));
	return { by, speaks, ids: ids.filter((id) => !parents.has(id)) };
}

function listIds(text: string): readonly string[] {
	const id = readTechniqueId(text);
	return id === undefined ? findTechniqueIds(text) : [id];
}
