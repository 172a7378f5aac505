import { findFences } from "../safe/read-fence";
import type { ForeignNote, ForeignSection } from "./foreign-note";
import { indexWords } from "./known-words";
import type { PlacedSection } from "./place-sections";
import type { SectionMap } from "./section-map";
import { splitFences } from "./split-blocks";

/** From this length on a block that stands anywhere in the note is not added again. */
const DISTINCTIVE = 20;
/** Fences that draw something of the vault they stand in. */
const QUERY_FENCE = /^ {0,3}(?:`{3,}|~{3,}) *(?:dataview|dataviewjs|base|query|detection-vault)\b/;
/** Lines that generators write between prose: tables, rules, footnotes, callouts, facts of a test. */
const GENERATED_LINE =
	/^(?:\||>|-{3,}$|\*{3,}$|\[\^[^\]]*\]:|<br ?\/?>$|\*\*(?:Supported Platforms|auto_generated_guid):\*\*)/i;

/** Gives the blocks of an author's section that a note lacks. */
export function chooseMissing(
	{ blocks }: ForeignSection,
	place: PlacedSection,
	map: SectionMap,
): readonly string[] {
	const key = place.isTop ? "" : place.key;
	return blocks.filter(
		(block) =>
			!map.holds(key, [block]) && (block.length < DISTINCTIVE || !map.holdsAnywhere(block)),
	);
}

/**
 * Whether a note was written by hand under headings that generators use too: it has prose there, and no sentence of it is upstream's.
 *
 * `reference` is all that the note of ours says, `name` what it is about. A generated note says something that its upstream still says, or
 * cites as ATT&CK does.
 */
export function isHandMade(
	sections: readonly ForeignSection[],
	reference: string,
	name: string,
): boolean {
	const prose = sections
		.filter(({ role }) => role !== "own")
		.flatMap(({ blocks }) => blocks.flatMap(splitFences))
		.flatMap(({ isFence, text }) => (isFence ? [] : text.split("\n")))
		.filter((line) => line.trim() !== "" && !GENERATED_LINE.test(line.trim()));
	if (prose.length === 0) return false;
	const known = indexWords(reference, name);
	return !prose.some((line) => line.includes("(Citation: ") || known.tells(line));
}

/** Properties that ATT&CK states of a technique, and that nobody keeps by hand. */
const GENERATED_PROPERTIES: ReadonlySet<string> = new Set([
	"version",
	"attack_version",
	"last_modified",
]);

/** Whether a technique's note shows no sign of a generator: what ATT&CK says of itself, citations, footnotes. */
export function isWrittenByHand({ kind, properties, sections }: ForeignNote): boolean {
	if (kind !== "technique" || properties.some(({ key }) => GENERATED_PROPERTIES.has(key)))
		return false;
	const isNoted = sections.some(({ blocks }) => blocks.some((block) => block.includes("[^")));
	return !isNoted && isHandMade(sections, "", "");
}

/**
 * Gives what an author wrote into sections that a generator made; `reference` is what the note says in the section they stand for, `name`
 * what it is about.
 *
 * The rest of such a section is upstream's text, perhaps of another version. So where the note says at least half of the lines
 * too, those that it does not say are the author's; else nobody can tell, and all is left out.
 */
export function chooseAdded(
	sections: readonly ForeignSection[],
	reference: string,
	foreign: ForeignNote,
	name: string,
): readonly string[] {
	const known = indexWords(reference, name);
	let knownLines = 0;
	let lines = 0;
	const added: string[] = [];
	for (const { isFence, text } of sections.flatMap(({ blocks }) => blocks.flatMap(splitFences))) {
		if (isFence) {
			if (isOwnFence(text, foreign)) added.push(text);
			continue;
		}
		const prose = text.split("\n").filter((line) => !GENERATED_LINE.test(line.trim()));
		const own = prose.filter((line) => !known.knows(line));
		lines += prose.length;
		knownLines += prose.length - own.length;
		if (own.length > 0) added.push(own.join("\n"));
	}
	const isSame = knownLines > 0 && knownLines * 2 >= lines;
	return isSame ? added : [];
}

/** Whether a block is a query over the vault that its note stands in. */
export function isQueryFence(block: string): boolean {
	return QUERY_FENCE.test(block);
}

function isOwnFence(block: string, { kind, rule }: ForeignNote): boolean {
	if (kind === "runbook" || isQueryFence(block)) return false;
	const source = rule?.text.trim();
	return !findFences(block).some(({ text }) => text.trim() === source);
}
