/** Words in a row by which a passage is known again. */
const RUN = 4;
/** Words from which on a line is somebody's sentence. */
const SENTENCE = 6;
/** Share of a line's runs of words that must be known. */
const ENOUGH = 0.5;

/** What a text says, for telling whether a line of another version of it is in there. */
export interface KnownWords {
	/**
	 * Whether a line says nothing that the text does not: at least half of its runs of four words stand in it, or all of a shorter
	 * line. Links, citations, footnotes, HTML and signs do not count.
	 */
	knows(line: string): boolean;
	/** Whether a line is long enough not to stand in another text by chance, and the text says it; a line that names it says nothing of it. */
	tells(line: string): boolean;
}

/** Indexes the words of a text; linear in it, and so is each question in its line. What it is about, `name`, is in every text about it. */
export function indexWords(text: string, name = ""): KnownWords {
	const runs = new Set<string>();
	const shorter = new Set<string>();
	const words = text.split("\n").flatMap(wordsOf);
	for (let at = 0; at < words.length; at++) {
		for (let length = 1; length <= RUN && at + length <= words.length; length++) {
			const run = words.slice(at, at + length).join(" ");
			if (length === RUN) runs.add(run);
			else shorter.add(run);
		}
	}
	const named = new Set(runsOf(wordsOf(name)));
	const knowsRuns = (own: readonly string[]): boolean =>
		own.filter((run) => runs.has(run)).length >= own.length * ENOUGH;
	return {
		knows(line) {
			const own = wordsOf(line);
			if (own.length < RUN) return own.length === 0 || shorter.has(own.join(" "));
			return knowsRuns(runsOf(own).filter((run) => !named.has(run)));
		},
		tells(line) {
			const own = wordsOf(line);
			const rest = runsOf(own).filter((run) => !named.has(run));
			return own.length >= SENTENCE && rest.length > 0 && knowsRuns(rest);
		},
	};
}

function runsOf(words: readonly string[]): string[] {
	const runs: string[] = [];
	for (let at = 0; at + RUN <= words.length; at++) runs.push(words.slice(at, at + RUN).join(" "));
	return runs;
}

function wordsOf(line: string): string[] {
	const plain = line
		.replace(/\(Citation: [^()]*\)/g, " ")
		.replace(/\[\^[^\]]*\]/g, " ")
		.replace(/\]\([^()\s]*\)/g, " ")
		.replace(/\[\[[^[\]|]*\|/g, " ")
		.replace(/<[^<>]*>/g, " ");
	return plain.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
