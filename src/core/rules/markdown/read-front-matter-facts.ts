import { asTable, asText, asTexts, ownValue, type Table } from "../../formats/values";
import { readFrontMatter } from "../../formats/front-matter";
import { findTechniqueIds } from "../../text/technique-ids";
import { normaliseTactic } from "../rule-metadata";

/** What a Markdown file's front matter says about its rule. */
export interface FrontMatterFacts {
	/** UTF-16 offset at which the body starts. */
	readonly body: number;
	/** The properties, empty where there is none or they cannot be read. */
	readonly properties: Table;
	readonly techniques: readonly string[];
	readonly tactics: readonly string[];
	/** Why the front matter cannot be read, with its line; undefined where it can. */
	readonly failure?: { readonly message: string; readonly line: number | null };
}

/** Reads a Markdown file's front matter: technique ids under any key that speaks of techniques, ATT&CK or tags. */
export function readFrontMatterFacts(text: string): FrontMatterFacts {
	const result = readFrontMatter(text);
	if (!result.ok) {
		const { message, line, body } = result;
		return { body, properties: {}, techniques: [], tactics: [], failure: { message, line } };
	}
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	for (const [key, value] of Object.entries(result.properties)) {
		if (/technique|mitre|att&?ck|^ttps?$|^tags?$/i.test(key)) {
			for (const id of findTechniqueIds(listTexts(value).join(" "))) techniques.add(id);
		}
		if (!/tactic/i.test(key)) continue;
		for (const name of listTexts(value).flatMap((part) => part.split(","))) {
			const tactic = normaliseTactic(name);
			if (tactic !== undefined) tactics.add(tactic);
		}
	}
	return {
		body: result.body,
		properties: result.properties,
		techniques: [...techniques],
		tactics: [...tactics],
	};
}

/** Gives a property as one text, its first spelling that is there; null where none is. */
export function readProperty(facts: FrontMatterFacts, ...keys: readonly string[]): string | null {
	for (const key of keys) {
		const text = asText(ownValue(facts.properties, key));
		if (text !== undefined) return text;
	}
	return null;
}

/** The texts of a value, of its items, or of a table's values, one level deep. */
function listTexts(value: unknown): readonly string[] {
	const table = asTable(value);
	return table === undefined ? asTexts(value) : Object.values(table).flatMap(asTexts);
}
