import { foldText } from "../text/fold-text";
import { compareCodeUnits } from "../text/compare";
import { normaliseTechniqueId } from "../text/technique-ids";
import type { FindableTechnique } from "./list-techniques";

/** How well a technique answers a search, the best first. */
const RANKS = {
	...{ exactId: 0, idPrefix: 1, exactName: 2, namePrefix: 3, wordStart: 4 },
	...{ contained: 5, initials: 6, elsewhere: 7, fuzzy: 8 },
} as const;

/** Finds techniques as a person types; made once for a list, in time linear in it. */
export interface TechniqueSearch {
	/**
	 * The best answers to a text, at most `limit`: the exact id, ids that start with it, names that do, names with words that do, names
	 * that hold it, names whose words start with its letters (`rdp`), names with a tactic or parent that holds it, and, where it is no id,
	 * names with its letters in order. Of equally good names the shorter comes first, then that of more rules, then the lower id; below a
	 * tactic or parent, ids come in their order. Accents do not count. An empty text finds the first techniques by id.
	 */
	find(text: string, limit: number): readonly FindableTechnique[];
}

/** Makes a search over techniques: what each can be found by is worked out once, then any number of texts can be looked for. */
export function createTechniqueSearch(techniques: readonly FindableTechnique[]): TechniqueSearch {
	const searched = techniques.map(toSearched);
	return {
		find(text, limit) {
			const query = fold(text);
			if (query === "") return techniques.slice(0, limit);
			const wanted = { query, words: query.split(" "), id: idStart(query) };
			return searched
				.flatMap((one) => {
					const rank = rankOf(one, wanted);
					return rank === undefined ? [] : [{ one, rank }];
				})
				.sort(
					(a, b) =>
						a.rank - b.rank ||
						compareWithin(a.rank, a.one, b.one) ||
						compareCodeUnits(a.one.technique.id, b.one.technique.id),
				)
				.slice(0, limit)
				.map(({ one }) => one.technique);
		},
	};
}

/** The shorter name first, of equally long ones that of more rules; those found by their id or their place stay in the order of ids. */
function compareWithin(rank: number, a: SearchedTechnique, b: SearchedTechnique): number {
	if (rank <= RANKS.idPrefix || rank === RANKS.elsewhere) return 0;
	const length = rank === RANKS.fuzzy ? a.full.length - b.full.length : 0;
	return length || a.name.length - b.name.length || b.technique.rules - a.technique.rules;
}

/** What of a technique is searched, folded. */
interface SearchedTechnique {
	readonly technique: FindableTechnique;
	readonly id: string;
	readonly name: string;
	/** Its name with its parent's. */
	readonly full: string;
	/** Its own name and its aliases. */
	readonly names: readonly string[];
	/** These and its id as one text that starts each word with a space. */
	readonly words: string;
	/** First letters of the words of each name; a line for each. */
	readonly initials: string;
	/** The same as `words`, with its parent and its tactics. */
	readonly everything: string;
}

interface Wanted {
	readonly query: string;
	readonly words: readonly string[];
	/** Undefined where the text is no start of an id. */
	readonly id: string | undefined;
}

function toSearched(technique: FindableTechnique): SearchedTechnique {
	const { id, parentName, aliases, tactics } = technique;
	const name = fold(technique.name);
	const full = parentName === null ? name : `${fold(parentName)} ${name}`;
	// A note's aliases may have its parent's name, which is not its own.
	const names = [...new Set([name, ...aliases.map(fold).filter((alias) => alias !== full)])];
	const words = ` ${id.toLowerCase()} ${names.join(" ")}`;
	return {
		...{ technique, name, full, names, words },
		initials: names.map(initialsOf).join("\n"),
		id: id.toLowerCase(),
		everything: `${words} ${full} ${tactics.map(fold).join(" ")}`,
	};
}

function rankOf(one: SearchedTechnique, { query, words, id }: Wanted): number | undefined {
	if (id !== undefined && one.id === id) return RANKS.exactId;
	if (id !== undefined && one.id.startsWith(id)) return RANKS.idPrefix;
	if (one.names.includes(query) || one.full === query) return RANKS.exactName;
	if (one.names.some((name) => name.startsWith(query))) return RANKS.namePrefix;
	if (words.every((word) => one.words.includes(` ${word}`))) return RANKS.wordStart;
	if (words.every((word) => one.words.includes(word))) return RANKS.contained;
	if (query.length > 1 && one.initials.includes(query)) return RANKS.initials;
	if (words.every((word) => one.everything.includes(word))) return RANKS.elsewhere;
	if (id !== undefined) return undefined;
	return words.every((word) => hasInOrder(one.everything, word)) ? RANKS.fuzzy : undefined;
}

/** Letters in order, each no further than a few from the one before: an abbreviation or a slip, not chance. */
function hasInOrder(text: string, word: string): boolean {
	if (word.length < SHORTEST) return false;
	for (let start = text.indexOf(` ${word.charAt(0)}`); start !== -1;) {
		let place = start + 1;
		let at = 1;
		while (at < word.length) {
			const next = text.indexOf(word.charAt(at), place + 1);
			if (next === -1 || next - place > MAX_GAP) break;
			place = next;
			at++;
		}
		if (at === word.length) return true;
		start = text.indexOf(` ${word.charAt(0)}`, start + 1);
	}
	return false;
}

const MAX_GAP = 8;
/** Fewer letters stand in order in almost any text. */
const SHORTEST = 4;

/** `t1021_0`, `1021.0` and `T1021/0` start the same ids. */
function idStart(query: string): string | undefined {
	const whole = normaliseTechniqueId(query);
	if (whole !== undefined) return whole.toLowerCase();
	const [, number, sub] = /^t?(\d{1,4})(?:[._/](\d{0,3}))?$/.exec(query) ?? [];
	if (number === undefined) return undefined;
	return sub === undefined ? `t${number}` : `t${number}.${sub}`;
}

function initialsOf(name: string): string {
	return name
		.split(" ")
		.map((word) => word.charAt(0))
		.join("");
}

/** Lower case without accents and without what separates words. */
function fold(text: string): string {
	return foldText(text)
		.replace(/[\s:;,()[\]-]+/g, " ")
		.trim();
}
