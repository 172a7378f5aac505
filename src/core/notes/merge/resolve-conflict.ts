import { stripBreak } from "../document/lines";
import type { NoteSection } from "../document/parse-note";
import { joinNote, parseNote } from "../document/parse-note";
import type { NoteConflict } from "./list-conflicts";
import { listConflicts } from "./list-conflicts";
import { breakOf } from "./read-note";
import { resolveProperty } from "./resolve-property";
import type { ResolvedParts } from "./resolved-parts";
import { resolveSection } from "./resolve-section";
import { findUpstreamSection, isOwnIntroduction } from "./upstream-section";

/** What a person takes: their own text, upstream's in its place, or upstream's behind it. */
export type ConflictChoice = "mine" | "theirs" | "both";

/** The note after that, or why it stays: the place is not found, both values cannot stand, or the note tells of no such conflict any more. */
export type Resolution =
	| { readonly ok: true; readonly text: string }
	| { readonly ok: false; readonly reason: "no-place" | "one-value" | "changed" };

/**
 * Resolves one conflict of a note and takes its entry out of the section on upstream; everything else stays byte for byte.
 *
 * `upstream` is what upstream has, the note's merge base; where it is lost (undefined) upstream's text cannot be put in the place of the
 * person's, and "both" puts it at the end of the section. For "both" of a property its values are lists.
 */
export function resolveConflict(
	text: string,
	upstream: string | undefined,
	conflict: NoteConflict,
	choice: ConflictChoice,
): Resolution {
	const known = listConflicts(text).find(({ index }) => index === conflict.index);
	if (known === undefined || !isSame(known, conflict)) return { ok: false, reason: "changed" };
	const note = parseNote(text);
	const { sections } = takeOut({ properties: note.properties, sections: note.sections }, known);
	const rest = { properties: note.properties, sections };
	if (choice === "mine") return { ok: true, text: joinNote({ ...note, sections }) };
	const lineBreak = breakOf(text);
	const resolved =
		known.property === null
			? resolveSection(rest, upstream, known, choice, lineBreak)
			: resolveProperty(rest, known, choice, lineBreak);
	if (typeof resolved === "string") return { ok: false, reason: resolved };
	const front =
		note.open === "" && resolved.properties !== "" ? [`---${lineBreak}`, `---${lineBreak}`] : [];
	const [open = note.open, close = note.close] = front;
	return { ok: true, text: joinNote({ ...note, ...resolved, open, close }) };
}

/** Resolves all conflicts of a note that a choice can be made for, and says how many were and how many stay; `upstream` as for one. */
export function resolveConflicts(
	text: string,
	upstream: string | undefined,
	choice: ConflictChoice,
): { readonly text: string; readonly resolved: number; readonly left: number } {
	let now = text;
	let resolved = 0;
	let left = 0;
	for (;;) {
		const conflict = listConflicts(now)[left];
		if (conflict === undefined) return { text: now, resolved, left };
		const resolution = resolveConflict(now, upstream, conflict, choice);
		if (resolution.ok) {
			now = resolution.text;
			resolved++;
		} else left++;
	}
}

function isSame(one: NoteConflict, other: NoteConflict): boolean {
	return (
		one.title === other.title && JSON.stringify(one.passages) === JSON.stringify(other.passages)
	);
}

/** Takes an entry out, and the section with the last of them. */
function takeOut({ properties, sections }: ResolvedParts, { index }: NoteConflict): ResolvedParts {
	const place = findUpstreamSection(sections);
	if (place === undefined) return { properties, sections };
	const at = place.first + 1 + index;
	const isLast = place.count === 2 && isOwnIntroduction(sections[place.first]?.body ?? []);
	const rest = sections.filter((_, number) => number !== at && !(isLast && number === place.first));
	return { properties, sections: isLast ? trimEnd(rest, place.first) : rest };
}

/** The empty line above the section goes with it where the note ends there. */
function trimEnd(sections: readonly NoteSection[], end: number): readonly NoteSection[] {
	const last = sections.at(-1);
	if (last === undefined || sections.length !== end) return sections;
	const body = [...last.body];
	while (body.length > 0 && stripBreak(body.at(-1) ?? "").trim() === "") body.pop();
	return [...sections.slice(0, -1), { ...last, body }];
}
