import type { NoteKind } from "../../model/note";
import { comparable } from "../../text/comparable";
import type { OutlinePart } from "../document/outline-note";
import type { ForeignSection } from "./foreign-note";
import { headingKey } from "./heading-keys";

/** A heading with what stands above it, as the sections of two notes are compared by. */
export interface PlacedSection {
	/** What the heading is compared by, "" for the text before the first one. */
	readonly key: string;
	/** The key of the heading above it, "" where that is the title or nothing. */
	readonly parent: string;
	/** Depth below the title: 1 for its sections, 0 for the title and what stands beside it. */
	readonly depth: number;
	/** Whether it is the note's title, or the text before the first heading. */
	readonly isTop: boolean;
}

/** Places the sections of another vault's note, in their order. */
export function placeForeign(
	kind: NoteKind,
	sections: readonly ForeignSection[],
): readonly PlacedSection[] {
	return place(
		kind,
		sections.map(({ level, heading, role }) => ({
			level,
			heading,
			isTop: level === 0 || role === "title",
		})),
	);
}

/** Places the parts of a note of ours. Its first heading is the title where it ends in one of the names that the note may have. */
export function placeOutline(
	kind: NoteKind,
	names: readonly string[],
	parts: readonly OutlinePart[],
): readonly PlacedSection[] {
	const first = parts.findIndex(({ level }) => level > 0);
	const heading = comparable(parts[first]?.heading ?? "");
	const isTitled = names
		.map(comparable)
		.some(
			(name) => name !== "" && heading !== "" && (heading.endsWith(name) || name.endsWith(heading)),
		);
	return place(
		kind,
		parts.map((part, at) => ({
			level: part.level,
			heading: part.heading,
			isTop: part.level === 0 || (isTitled && at === first),
		})),
	);
}

/** Gives the heading level that stands for depth 0: the title's, else the one above the highest. */
export function baseLevel(
	headings: readonly { readonly level: number; readonly isTop: boolean }[],
): number {
	const title = headings.find(({ level, isTop }) => isTop && level > 0);
	if (title !== undefined) return title.level;
	const highest = headings.reduce(
		(least, { level }) => (level > 0 ? Math.min(least, level) : least),
		7,
	);
	return highest === 7 ? 1 : highest - 1;
}

function place(
	kind: NoteKind,
	headings: readonly { level: number; heading: string; isTop: boolean }[],
): readonly PlacedSection[] {
	const base = baseLevel(headings);
	/** Open headings from the outermost in; the title is none of them. */
	let open: { level: number; key: string }[] = [];
	return headings.map(({ level, heading, isTop }) => {
		const key = level === 0 ? "" : headingKey(kind, heading);
		if (isTop) {
			open = [];
			return { key, parent: "", depth: 0, isTop };
		}
		open = open.filter((above) => above.level < level);
		const parent = open.at(-1)?.key ?? "";
		open.push({ level, key });
		return { key, parent, depth: Math.max(0, level - base), isTop };
	});
}
