import type { QueryBlock } from "./query-block";
import type { MarkdownHeading, MarkdownOutline } from "./outline-markdown";
import { trimMarks } from "../plain-names";
import { readProductName } from "./product-names";
import { isAttackHeading } from "./read-attack-mentions";
import { isFactHeading } from "./read-markdown-facts";

/** The blocks of one rule, and the headings that are its part of the text. */
export interface QueryGroup {
	readonly blocks: readonly QueryBlock[];
	/** Index of the heading that the blocks stand under as one detection, -1 for none. */
	readonly anchor: number;
	/** Indices of the first heading of the rule's part and of the first one behind it; the file's whole text where it states one rule. */
	readonly from: number;
	readonly to: number;
}

/**
 * Groups the query blocks of a Markdown text by the rule that they state.
 *
 * Blocks under one heading are one rule. So are blocks whose headings name products (`## Sentinel`, `## Defender XDR`) after one heading
 * that says what is detected; a product that comes again starts the next rule. `title` is the index of the title's heading, -1 for none.
 */
export function groupQueryBlocks(
	outline: MarkdownOutline,
	blocks: readonly QueryBlock[],
	title: number,
	isUnnamed: (heading: string) => boolean,
): readonly QueryGroup[] {
	const groups: { blocks: QueryBlock[]; anchor: number }[] = [];
	const anchors = listAnchors(outline.headings, isUnnamed);
	for (const block of blocks) {
		const anchor = anchors[block.heading] ?? -1;
		const open = groups.at(-1);
		if (open !== undefined && open.anchor === anchor && !repeatsProduct(open.blocks, block))
			open.blocks.push(block);
		else groups.push({ blocks: [block], anchor });
	}
	const [only] = groups;
	if (groups.length === 1 && only !== undefined && !hasOthers(outline, anchors, only.anchor)) {
		return [{ ...only, from: 0, to: outline.headings.length }];
	}
	return boundGroups(outline.headings, groups, title);
}

/** Languages of queries that fences are said to have. */
const QUERY_INFO = /^(?:kql|kusto|spl2?|splunk|eql|esql|lucene|kuery|yara-?l)$/i;

/**
 * Whether other headings state detections of their own, in other languages: queries stand there, and beside the one under `anchor` too, so that
 * a heading is a detection and not a language.
 */
function hasOthers(outline: MarkdownOutline, anchors: readonly number[], anchor: number): boolean {
	const languages = new Map<number, Set<string>>();
	for (const { info, heading } of outline.fences) {
		if (!QUERY_INFO.test(info)) continue;
		const at = anchors[heading] ?? -1;
		const known = languages.get(at) ?? new Set<string>();
		languages.set(at, known.add(info.toLowerCase()));
	}
	return anchor !== -1 && languages.size > 1 && (languages.get(anchor)?.size ?? 0) > 1;
}

/** For each heading the heading that says what its blocks detect: itself, or for a product or a fact the last one that is neither. */
function listAnchors(
	headings: readonly MarkdownHeading[],
	isUnnamed: (heading: string) => boolean,
): readonly number[] {
	const anchors: number[] = [];
	let last = -1;
	for (const [index, heading] of headings.entries()) {
		// Signs before the words and a colon behind them say nothing.
		const words = trimMarks(heading.text, ": ", "end").replace(/^[^\p{L}\p{N}]+/u, "");
		const saysWhat =
			readProductName(words) === undefined &&
			!isFactHeading(words) &&
			!isUnnamed(words) &&
			!isAttackHeading(words);
		if (saysWhat) last = index;
		anchors.push(last);
	}
	return anchors;
}

function repeatsProduct(blocks: readonly QueryBlock[], block: QueryBlock): boolean {
	const last = blocks.at(-1);
	if (last === undefined || last.heading === block.heading || block.product === null) return false;
	return blocks.some((other) => other.product === block.product);
}

function boundGroups(
	headings: readonly MarkdownHeading[],
	groups: readonly { blocks: readonly QueryBlock[]; anchor: number }[],
	title: number,
): readonly QueryGroup[] {
	const starts: number[] = [];
	let before = title;
	for (const { blocks, anchor } of groups) {
		const own = blocks[0]?.heading ?? -1;
		let start = anchor > before ? anchor : own;
		for (;;) {
			const parent = headings[start]?.parent ?? -1;
			if (parent <= before) break;
			start = parent;
		}
		starts.push(start);
		before = blocks.at(-1)?.heading ?? own;
	}
	return groups.map((group, index) => {
		const from = Math.max(0, starts[index] ?? 0);
		const level = headings[from]?.level ?? 1;
		const limit = starts[index + 1] ?? headings.length;
		let to = (group.blocks.at(-1)?.heading ?? from) + 1;
		while (to < limit && (headings[to]?.level ?? 0) > level) to++;
		return { ...group, from, to: Math.max(to, from) };
	});
}
