import { splitLines, stripBreak } from "../document/lines";
import type { NoteSection } from "../document/parse-note";
import { fenceCode } from "../safe/fence-code";
import { findFences } from "../safe/read-fence";

/** A text that upstream has, or one that it took out. */
export interface UpstreamPassage {
	readonly kind: "has" | "took-out";
	readonly text: string;
}

/** What upstream has at places of one section or property where the person's text stayed. */
export interface UpstreamEntry {
	/** The heading that the places stand under, or the property. */
	readonly title: string;
	readonly passages: readonly UpstreamPassage[];
	/** The fence's language. */
	readonly language: "yaml" | "markdown";
}

/** Where the section on upstream stands among a note's sections: `count` of them from `first` on. */
export interface UpstreamPlace {
	readonly first: number;
	readonly count: number;
}

/** The heading, of level 2, under which a note tells what upstream has. */
export const UPSTREAM_HEADING = "Upstream differs";
const INTRODUCTION =
	"Upstream changed what you changed too. Your text stays as it is; this is what upstream has. Take over what you want, then delete the entry.";
const TAKEN_OUT = "Upstream took this out:";

/** Finds the section on upstream with everything below its heading; undefined where the note has none. */
export function findUpstreamSection(sections: readonly NoteSection[]): UpstreamPlace | undefined {
	const first = sections.findIndex(({ level, title }) => level === 2 && title === UPSTREAM_HEADING);
	if (first === -1) return undefined;
	const next = sections.findIndex(({ level }, index) => index > first && level <= 2);
	return { first, count: (next === -1 ? sections.length : next) - first };
}

/**
 * Brings the section on upstream up to date and gives its lines; none where nothing is left to say.
 *
 * `sections` are those of the old one, none where there was none. New entries come in; a passage of an old entry stays while `isCurrent`
 * says so. An entry or introduction that does not stand as it was written is a person's, and stays whatever it says. Lines that stay
 * are given as they were.
 */
export function updateUpstreamSection(
	sections: readonly NoteSection[],
	entries: readonly UpstreamEntry[],
	isCurrent: (title: string, passage: UpstreamPassage) => boolean,
	lineBreak: string,
): readonly string[] {
	const [head, ...old] = sections;
	const fresh = new Map(entries.map((entry) => [entry.title, entry]));
	const kept = old.flatMap((section) => {
		const written = readUpstreamEntry(section);
		if (written === undefined) return [[...section.heading, ...section.body]];
		const added = fresh.get(section.title);
		const current = written.passages.filter((passage) => isCurrent(section.title, passage));
		const more = added?.passages.filter((passage) => !isAmong(current, passage)) ?? [];
		fresh.delete(section.title);
		if (more.length === 0 && current.length === written.passages.length)
			return [[...section.heading, ...section.body]];
		const passages = [...current, ...more];
		return passages.length === 0 ? [] : [writeEntry({ ...written, passages }, lineBreak)];
	});
	const added = [...fresh.values()].map((entry) => writeEntry(entry, lineBreak));
	const body = head?.body ?? [];
	const isOurs = isOwnIntroduction(body);
	if (kept.length === 0 && added.length === 0 && isOurs) return [];
	const opening =
		head === undefined
			? toLines(`## ${UPSTREAM_HEADING}\n\n${INTRODUCTION}\n`, lineBreak)
			: [...head.heading, ...body];
	return separate([opening, ...kept, ...added], lineBreak);
}

function isAmong(passages: readonly UpstreamPassage[], { kind, text }: UpstreamPassage): boolean {
	return passages.some((passage) => passage.kind === kind && passage.text === text);
}

/** Reads an entry of the section on upstream that stands as it was written; undefined for one that a person changed. */
export function readUpstreamEntry({ level, title, body }: NoteSection): UpstreamEntry | undefined {
	if (level !== 3) return undefined;
	const text = plainText(body);
	const passages: UpstreamPassage[] = [];
	let language: UpstreamEntry["language"] = "markdown";
	let at = 0;
	for (const fence of findFences(text)) {
		const words = text.slice(at, fence.start).trim();
		if (words !== "" && words !== TAKEN_OUT) return undefined;
		if (fence.language !== "yaml" && fence.language !== "markdown") return undefined;
		language = fence.language;
		passages.push({ kind: words === "" ? "has" : "took-out", text: fence.text });
		at = fence.end;
	}
	return text.slice(at).trim() === "" && at > 0 ? { title, passages, language } : undefined;
}

function writeEntry({ title, passages, language }: UpstreamEntry, lineBreak: string): string[] {
	const parts = passages.map(({ kind, text }) => {
		const fence = fenceCode(text, language);
		return kind === "has" ? fence : `${TAKEN_OUT}\n\n${fence}`;
	});
	return toLines(`### ${title}\n\n${parts.join("\n\n")}\n`, lineBreak);
}

function toLines(text: string, lineBreak: string): string[] {
	return splitLines(text).map((line) => stripBreak(line) + lineBreak);
}

/** Whether the lines between the section's heading and its first entry are ours, so that they go with the last entry. */
export function isOwnIntroduction(lines: readonly string[]): boolean {
	return ["", INTRODUCTION].includes(plainText(lines));
}

function plainText(lines: readonly string[]): string {
	return lines
		.map((line) => `${stripBreak(line)}\n`)
		.join("")
		.trim();
}

/** Parts with an empty line between them, and none behind the last that was not there. */
function separate(parts: readonly (readonly string[])[], lineBreak: string): string[] {
	const out: string[] = [];
	for (const part of parts) {
		const last = out.at(-1);
		if (last !== undefined && !last.endsWith("\n")) out[out.length - 1] = last + lineBreak;
		if (last !== undefined && last.trim() !== "") out.push(lineBreak);
		for (const line of part) out.push(line);
	}
	return out;
}
