import type { CanonicalField } from "../../model/canonical-field";
import { readSpelling } from "./read-spelling";
import { addToGroup } from "../../text/add-to-group";

/** What one spelling means in which sources. */
interface Meaning {
	readonly name: string;
	readonly field: CanonicalField;
	readonly sources: readonly string[];
	readonly isElsewhere: boolean;
}

/** One vendor's spellings. */
export interface SpellingIndex {
	/**
	 * Gives the field that a spelling means in a source.
	 *
	 * Letter case matters only between two spellings that differ in nothing else. The longest prefix is asked last. Cost follows the
	 * length of the spelling, not the size of the table.
	 */
	find(spelling: string, source: string | null): CanonicalField | undefined;
}

/**
 * Makes the index from fields and their spellings, each as `readSpelling` reads it; of two equal spellings that hold in the same source
 * the first one wins. A spelling that holds in named sources alone is still meant where the source is unknown, unless the vendor's source
 * is always known, so that none means none.
 */
export function indexSpellings(
	rows: Iterable<readonly [field: CanonicalField, spellings: readonly string[]]>,
	isSourceAlwaysKnown: boolean,
): SpellingIndex {
	const isGuessed = !isSourceAlwaysKnown;
	const whole = new Map<string, Meaning[]>();
	const prefixes = new Map<string, Meaning[]>();
	for (const [field, spellings] of rows) {
		for (const spelling of spellings) {
			const { name, isPrefix, sources, isElsewhere } = readSpelling(spelling);
			add(isPrefix ? prefixes : whole, {
				...{ name, field, isElsewhere },
				sources: sources.map(fold),
			});
		}
	}
	return {
		find(spelling, source) {
			const asked = source === null ? null : fold(source);
			const name = fold(spelling);
			const meanings = whole.get(name);
			const exact = meanings?.filter((meaning) => meaning.name === spelling) ?? [];
			return (
				choose(exact.length > 0 ? exact : meanings, asked, isGuessed) ??
				findPrefix(prefixes, name, asked, isGuessed)
			);
		},
	};
}

/** No prefix of anyone's is longer, so that a hostile name costs no more than this. */
const LONGEST_PREFIX = 200;

/** Characters that end a part of a name: `a.b`, `a["b"]`, `a{}`. */
const PART_ENDS = new Set([".", "[", "{"]);

function findPrefix(
	prefixes: ReadonlyMap<string, readonly Meaning[]>,
	name: string,
	source: string | null,
	isGuessed: boolean,
): CanonicalField | undefined {
	for (let end = Math.min(name.length, LONGEST_PREFIX); end > 0; end--) {
		if (end < name.length && !PART_ENDS.has(name.charAt(end))) continue;
		const found = choose(prefixes.get(name.slice(0, end)), source, isGuessed);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The meaning bound to the source, else one that holds everywhere or elsewhere, else the first where the source is unknown. */
function choose(
	meanings: readonly Meaning[] | undefined,
	source: string | null,
	isGuessed: boolean,
): CanonicalField | undefined {
	if (meanings === undefined) return undefined;
	if (source !== null) {
		const bound = meanings.find(
			({ sources, isElsewhere }) => !isElsewhere && sources.some((name) => isWithin(source, name)),
		);
		if (bound !== undefined) return bound.field;
	}
	const open = meanings.find(({ sources }) => sources.length === 0);
	if (open !== undefined) return open.field;
	const other = meanings.find(
		({ sources, isElsewhere }) =>
			isElsewhere && (source === null || !sources.some((name) => isWithin(source, name))),
	);
	return (other ?? (source === null && isGuessed ? meanings[0] : undefined))?.field;
}

/** Whether a source is the named one, or has it as its first or last part: `Endpoint.Processes` is within `Endpoint`. */
function isWithin(source: string, name: string): boolean {
	return source === name || source.startsWith(`${name}.`) || source.endsWith(`.${name}`);
}

function add(index: Map<string, Meaning[]>, meaning: Meaning): void {
	addToGroup(index, fold(meaning.name), meaning);
}

function fold(text: string): string {
	return text.toLowerCase();
}
