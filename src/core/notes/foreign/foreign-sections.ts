import type { NoteKind } from "../../model/note";
import { comparable } from "../../text/comparable";
import { outlineNote } from "../document/outline-note";
import { disarmBlock } from "./disarm-block";
import type { ForeignSection } from "./foreign-note";
import { holdsGeneratedHeadings, isGeneratedHeading } from "./generated-headings";
import { splitBlocks } from "./split-blocks";

/** A note's sections, and where code in them was made plain. */
export interface ForeignSections {
	readonly sections: readonly ForeignSection[];
	/** UTF-16 offset of the first part in which something would have run, undefined where nothing would. */
	readonly disarmed: number | undefined;
}

/** The line with which our own runbook notes start. */
const RUNBOOK_START = /^Atomic tests for /;

/**
 * Divides a note's body into its sections and tells the author's from the generator's: a heading below an author's own is the
 * author's too, whatever it is called, and so is what stands before the first heading.
 *
 * `names` are what the note may be called: its first heading, where it is one of them, is the title.
 */
export function listForeignSections(
	kind: NoteKind,
	text: string,
	body: number,
	names: readonly string[],
): ForeignSections {
	const titles = new Set(names.map(comparable).filter((name) => name !== ""));
	const roles = followRoles(kind, titles);
	const sections: ForeignSection[] = [];
	let disarmed: number | undefined;
	for (const part of outlineNote(text, body)) {
		const raw = splitBlocks(text.slice(part.text, part.end));
		const blocks = raw.map(disarmBlock);
		if (disarmed === undefined && blocks.some((block, at) => block !== raw[at]))
			disarmed = part.start;
		if (part.level > 0) {
			const role = roles(part.level, part.heading);
			sections.push({ level: part.level, heading: disarmBlock(part.heading), blocks, role });
			continue;
		}
		const own = blocks.filter((block) => kind !== "runbook" || !RUNBOOK_START.test(block));
		if (own.length > 0) sections.push({ level: 0, heading: "", blocks: own, role: "own" });
	}
	return { sections, disarmed };
}

/** Tells the role of one heading after the other, in the note's order. */
function followRoles(
	kind: NoteKind,
	titles: ReadonlySet<string>,
): (level: number, heading: string) => ForeignSection["role"] {
	/** The heading whose role all below it share. */
	let above: { readonly level: number; readonly role: "own" | "generated" } | undefined;
	let isFirst = true;
	return (level, heading) => {
		const wasFirst = isFirst;
		isFirst = false;
		if (above !== undefined && level > above.level) return above.role;
		above = undefined;
		if (wasFirst && titles.has(comparable(heading))) return "title";
		if (!isGeneratedHeading(kind, heading)) above = { level, role: "own" };
		else if (holdsGeneratedHeadings(kind, heading)) above = { level, role: "generated" };
		return above?.role ?? "generated";
	};
}
