import type { NoteKind } from "../../model/note";
import { findFences } from "../safe/read-fence";
import { isQueryFence } from "../shapes/choose-blocks";
import { comparable } from "../shapes/comparable";
import { headingKey } from "../shapes/heading-keys";
import type { OutlinePart } from "../shapes/outline-note";
import { outlineNote } from "../shapes/outline-note";
import type { MergeConflict } from "./merge-note";

/** A body with the sections it lacked, and the sections that upstream has otherwise. */
export interface AdoptedSections {
	readonly body: string;
	readonly differs: readonly MergeConflict[];
}

/** A section of upstream's note with everything below it. */
interface Unit {
	readonly key: string;
	readonly heading: string;
	readonly level: number;
	/** With its heading's line. */
	readonly text: string;
	/** Without it. */
	readonly content: string;
}

const GUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/i;

/**
 * Adds the sections that a body lacks, each behind the one that it follows upstream, at the level that the body's own sections have.
 *
 * A section without any text is not worth adding. Nothing that is there changes.
 */
export function adoptSections(kind: NoteKind, mine: string, theirs: string): AdoptedSections {
	const lineBreak = mine.includes("\r\n") ? "\r\n" : "\n";
	const units = listUnits(kind, theirs);
	const parts = outlineNote(mine, 0);
	const known = new Map(parts.map((part, index) => [keyOf(kind, part), index]));
	const folded = mine.toLowerCase();
	const shift = findShift(units, parts, known);
	const differs: MergeConflict[] = [];
	const insertions = new Map<number, string[]>();
	let behind: number | undefined;
	for (const unit of units) {
		const index = known.get(unit.key);
		const place = index === undefined ? findElsewhere(kind, unit, mine, folded) : index;
		if (place === undefined) {
			if (unit.content.trim() === "") continue;
			const at = behind ?? mine.length;
			insertions.set(at, [...(insertions.get(at) ?? []), shiftLevels(unit.text, shift)]);
			continue;
		}
		if (place === "elsewhere") continue;
		behind = endOf(parts, place) ?? behind;
		const own = mine.slice(parts[place]?.text ?? 0, behind);
		if (unit.content.trim() !== "" && comparable(own) !== comparable(unit.content)) {
			differs.push({ what: unit.heading, upstream: unit.content.trim() });
		}
	}
	return { body: insert(mine, insertions, lineBreak), differs };
}

function keyOf(kind: NoteKind, { level, heading }: OutlinePart): string {
	return level === 0 ? "" : headingKey(kind, heading);
}

/** Upstream's sections below its title, or at the top where it has several of one level. */
function listUnits(kind: NoteKind, body: string): Unit[] {
	const parts = outlineNote(body, 0).filter(({ level }) => level > 0);
	const top = Math.min(...parts.map(({ level }) => level));
	const isTitled = parts.filter(({ level }) => level === top).length === 1;
	const level = isTitled ? top + 1 : top;
	const starts = parts.filter((part) => part.level === level);
	return starts.map((part) => {
		const next = parts.find(({ start, level: other }) => start > part.start && other <= level);
		const end = next?.start ?? body.length;
		const { heading } = part;
		return {
			...{ key: headingKey(kind, heading), heading, level },
			text: body.slice(part.start, end).trim(),
			content: body.slice(part.text, end),
		};
	});
}

/** What a note can hold in another form: a rule's source in any fence, an atomic test known by its GUID. */
function findElsewhere(
	kind: NoteKind,
	unit: Unit,
	mine: string,
	folded: string,
): "elsewhere" | undefined {
	if (kind === "rule" && unit.heading === "Rule") {
		const hasSource = findFences(mine).some(
			({ start, end, text }) => text.trim() !== "" && !isQueryFence(mine.slice(start, end)),
		);
		return hasSource ? "elsewhere" : undefined;
	}
	if (kind !== "runbook") return undefined;
	const guid = GUID.exec(unit.content)?.[0].toLowerCase();
	return guid !== undefined && folded.includes(guid) ? "elsewhere" : undefined;
}

/** How many levels deeper the body's sections are than upstream's. */
function findShift(
	units: readonly Unit[],
	parts: readonly OutlinePart[],
	known: ReadonlyMap<string, number>,
): number {
	for (const { key, level } of units) {
		const part = parts[known.get(key) ?? -1];
		if (part !== undefined && part.level > 0) return part.level - level;
	}
	const first = parts.find(({ level }) => level > 0);
	const [unit] = units;
	return first === undefined || unit === undefined ? 0 : Math.min(first.level + 1 - unit.level, 0);
}

function shiftLevels(text: string, shift: number): string {
	if (shift === 0) return text;
	let result = "";
	for (const { level, start, text: body, end } of outlineNote(text, 0)) {
		const line = text.slice(start, body);
		const marks = "#".repeat(Math.min(6, Math.max(1, level + shift)));
		result += (level === 0 ? line : line.replace(/^ {0,3}#+/, marks)) + text.slice(body, end);
	}
	return result;
}

/** Offset behind a section and everything below it. */
function endOf(parts: readonly OutlinePart[], index: number): number | undefined {
	const part = parts[index];
	if (part === undefined || part.level === 0) return part?.end;
	const next = parts.find(({ start, level }) => start > part.start && level <= part.level);
	return next?.start ?? parts.at(-1)?.end;
}

function insert(
	body: string,
	insertions: ReadonlyMap<number, readonly string[]>,
	lineBreak: string,
): string {
	let result = "";
	let at = 0;
	for (const [offset, texts] of [...insertions].sort(([a], [b]) => a - b)) {
		const before = body.slice(at, offset);
		const added = texts.join("\n\n").replaceAll("\n", lineBreak);
		const whole = result + before;
		const gap =
			whole.trim() === "" || whole.endsWith(lineBreak + lineBreak)
				? ""
				: whole.endsWith("\n")
					? lineBreak
					: lineBreak + lineBreak;
		result = whole + gap + added + lineBreak + (offset < body.length ? lineBreak : "");
		at = offset;
	}
	return result + body.slice(at);
}
