import type { OutlinePart } from "../document/outline-note";
import { outlineNote } from "../document/outline-note";
import type { ForeignNote } from "./foreign-note";
import type { PlacedSection } from "./place-sections";
import { baseLevel, placeOutline } from "./place-sections";
import { splitBlocks, splitFences } from "./split-blocks";

/** One part of a note's body, with its place and its blocks. */
export interface MappedPart extends OutlinePart, PlacedSection {
	readonly blocks: ReadonlySet<string>;
	/** UTF-16 offset at which the last heading below it ends. */
	readonly subtree: number;
}

/** A note's body, ready to be asked for its sections. */
export interface SectionMap {
	readonly parts: readonly MappedPart[];
	/** Heading level that stands for depth 0. */
	readonly base: number;
	/** The part with the same heading under the same one; where either stands under the title or nothing, the heading is enough. */
	find(place: PlacedSection): MappedPart | undefined;
	/** The first part with a heading of this key. */
	first(key: string): MappedPart | undefined;
	/** The title's part, undefined where the note has none. */
	readonly title: MappedPart | undefined;
	/** The text before the first heading. */
	readonly start: MappedPart | undefined;
	/** Whether blocks stand under headings of this key, wherever those are; "" is the text before the first. */
	holds(key: string, blocks: readonly string[]): boolean;
	/** Whether a block, or a fence inside one, stands anywhere. */
	holdsAnywhere(block: string): boolean;
}

/** What a note is expected to be called. */
export type NoteName = Pick<ForeignNote, "kind" | "id" | "title">;

/** Maps the body of the note of a technique, rule or runbook; linear in it, and every question takes constant time. */
export function mapSections({ kind, id, title: name }: NoteName, body: string): SectionMap {
	const outline = outlineNote(body, 0);
	const placed = placeOutline(kind, [name, id ?? ""], outline);
	const ends = findSubtrees(outline, body.length);
	const parts = outline.flatMap((part, at): MappedPart[] => {
		const place = placed[at];
		const blocks = new Set(splitBlocks(body.slice(part.text, part.end)));
		return place === undefined
			? []
			: [{ ...part, ...place, blocks, subtree: ends[at] ?? part.end }];
	});
	const headed = parts.slice(1);
	const byPath = firstBy(headed, pathOf);
	const byKey = firstBy(headed, ({ key }) => key);
	const outer = firstBy(
		headed.filter(({ parent }) => parent === ""),
		({ key }) => key,
	);
	const blocksByKey = new Map<string, Set<string>>();
	const everywhere = new Set<string>();
	for (const { key, blocks } of parts) {
		const all = blocksByKey.get(key) ?? new Set<string>();
		for (const block of blocks) all.add(block);
		blocksByKey.set(key, all);
		for (const block of blocks) {
			everywhere.add(block);
			for (const { text } of splitFences(block)) everywhere.add(text);
		}
	}
	const title = headed.find(({ isTop }) => isTop);
	return {
		parts,
		base: baseLevel(parts),
		find: (place) =>
			byPath.get(pathOf(place)) ??
			(place.parent === "" ? byKey.get(place.key) : outer.get(place.key)),
		first: (key) => byKey.get(key),
		title,
		start: parts[0],
		holds: (key, blocks) => {
			const there = blocksByKey.get(key);
			return there !== undefined && blocks.every((block) => there.has(block));
		},
		holdsAnywhere: (block) => everywhere.has(block),
	};
}

function pathOf({ key, parent }: PlacedSection): string {
	return `${parent}\n${key}`;
}

function firstBy(
	parts: readonly MappedPart[],
	keyOf: (part: MappedPart) => string,
): ReadonlyMap<string, MappedPart> {
	const map = new Map<string, MappedPart>();
	for (const part of parts) {
		const key = keyOf(part);
		if (!map.has(key)) map.set(key, part);
	}
	return map;
}

/** For each part the offset at which the next one of its level or a higher one starts. */
function findSubtrees(parts: readonly OutlinePart[], end: number): readonly number[] {
	const ends = parts.map(() => end);
	let open: { at: number; level: number }[] = [];
	for (const [at, { level, start }] of parts.entries()) {
		for (const above of open) if (above.level >= level && above.level > 0) ends[above.at] = start;
		open = [...open.filter((above) => above.level < level), { at, level }];
	}
	return ends;
}
