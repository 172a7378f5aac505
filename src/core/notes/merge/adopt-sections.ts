import type { NoteKind } from "../../model/note";
import { comparable } from "../../text/comparable";
import { findOpenFence } from "../document/find-headings";
import type { NoteSection } from "../document/parse-note";
import { joinSections } from "../document/parse-note";
import { isQueryFence } from "../foreign/choose-blocks";
import { headingKey } from "../foreign/heading-keys";
import { listRuleSources } from "../identity/find-rule-source";
import { findFences } from "../safe/read-fence";
import { freeFootnotes } from "./free-footnotes";
import type { MergeConflict } from "./merge-note";

/** A body with the sections it lacked, and the sections that upstream has otherwise. */
export interface AdoptedSections {
	readonly body: string;
	readonly differs: readonly MergeConflict[];
}

/** A section of upstream's note with everything below it. */
interface Unit {
	readonly key: string;
	readonly title: string;
	readonly level: number;
	readonly sections: readonly NoteSection[];
	/** The text below its heading. */
	readonly content: string;
}

/** What people call a fence that holds a rule's query alone. */
const QUERY_LANGUAGES: ReadonlySet<string> = new Set(
	"spl splunk eql esql es|ql kuery lucene kql kusto kusto-query csharp c#".split(" "),
);
const GUID = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;

/**
 * Adds the sections that a body lacks, each behind the one that it follows upstream, at the level that the body's own sections have.
 *
 * A section without any text is not worth adding. Nothing that is there changes. Linear in both.
 */
export function adoptSections(
	kind: NoteKind,
	mine: readonly NoteSection[],
	theirs: readonly NoteSection[],
): AdoptedSections {
	const body = joinSections(mine);
	const units = listUnits(kind, theirs);
	const known = indexSections(kind, mine);
	const isElsewhere = createFinder(kind, body);
	const shift = findShift(units, mine, known);
	const ends = listEnds(mine);
	const differs: MergeConflict[] = [];
	const insertions = new Map<number, Unit[]>();
	let behind = mine.length;
	for (const unit of units) {
		const place = known.get(unit.key);
		if (place !== undefined) {
			behind = ends[place] ?? mine.length;
			const own = contentOf(mine.slice(place, behind));
			if (unit.content !== "" && comparable(own) !== comparable(unit.content)) {
				differs.push({ what: unit.title, upstream: unit.content });
			}
		} else if (unit.content !== "" && !isElsewhere(unit)) {
			const list = insertions.get(behind) ?? [];
			insertions.set(behind, list);
			list.push(unit);
		}
	}
	const places = [...insertions.keys()];
	const texts = freeFootnotes(
		body,
		[...insertions.values()].map((list) => list.map((unit) => writeUnit(unit, shift)).join("\n\n")),
	);
	const added = new Map(places.map((place, index) => [place, texts[index] ?? ""]));
	return { body: insert(mine, added), differs };
}

/** Where each heading stands first, by its key. */
function indexSections(
	kind: NoteKind,
	sections: readonly NoteSection[],
): ReadonlyMap<string, number> {
	const known = new Map<string, number>();
	sections.forEach(({ level, title }, index) => {
		const key = headingKey(kind, title);
		if (level > 0 && !known.has(key)) known.set(key, index);
	});
	return known;
}

/** For each section the index behind everything that stands below its heading. */
function listEnds(sections: readonly NoteSection[]): readonly number[] {
	const ends = sections.map(() => sections.length);
	const open: number[] = [];
	sections.forEach(({ level }, index) => {
		for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
			if ((sections[last]?.level ?? 0) < level) break;
			ends[last] = index;
			open.pop();
		}
		open.push(index);
	});
	ends[0] = 1;
	return ends;
}

/** Upstream's sections below its title, or at the top where it has several of one level. */
function listUnits(kind: NoteKind, sections: readonly NoteSection[]): Unit[] {
	const headed = sections.filter(({ level }) => level > 0);
	const top = headed.reduce((least, { level }) => Math.min(least, level), 6);
	const isTitled = headed.filter(({ level }) => level === top).length === 1;
	const wanted = isTitled ? top + 1 : top;
	const ends = listEnds(sections);
	return sections.flatMap(({ level, title }, index) => {
		if (level !== wanted) return [];
		const parts = sections.slice(index, ends[index]);
		return [
			{ key: headingKey(kind, title), title, level, sections: parts, content: contentOf(parts) },
		];
	});
}

function contentOf(sections: readonly NoteSection[]): string {
	return sections
		.map(({ heading, body }, index) => (index === 0 ? "" : heading.join("")) + body.join(""))
		.join("")
		.replaceAll("\r\n", "\n")
		.trim();
}

/** Tells of what a note can hold in another form: a rule's source under any heading, an atomic test known by its GUID. */
function createFinder(kind: NoteKind, body: string): (unit: Unit) => boolean {
	if (kind === "rule") return ({ title, content }) => title === "Rule" && holdsRule(body, content);
	if (kind !== "runbook") return () => false;
	const guids = new Set(body.toLowerCase().match(GUID) ?? []);
	return ({ content }) => {
		const [guid] = content.toLowerCase().match(GUID) ?? [];
		return guid !== undefined && guids.has(guid);
	};
}

/** Whether a note has a rule's text, or for a rule that is more than a query just that; a part of the text, or a command, is neither. */
function holdsRule(body: string, upstream: string): boolean {
	const fences = findFences(body).filter(
		({ start, end, text }) => text.trim() !== "" && !isQueryFence(body.slice(start, end)),
	);
	const [source] = listRuleSources(upstream, 0, 1);
	if (source === undefined || source.format === "kql") return fences.length > 0;
	if (listRuleSources(body, 0, fences.length).some(({ format }) => format === source.format))
		return true;
	const isSigma = /^(?:detection|correlation|filter):/m.test(source.text);
	return !isSigma && fences.some(({ language }) => QUERY_LANGUAGES.has(language.toLowerCase()));
}

/** How many levels deeper the body's sections are than upstream's. */
function findShift(
	units: readonly Unit[],
	sections: readonly NoteSection[],
	known: ReadonlyMap<string, number>,
): number {
	for (const { key, level } of units) {
		const section = sections[known.get(key) ?? -1];
		if (section !== undefined) return section.level - level;
	}
	const first = sections.find(({ level }) => level > 0);
	const [unit] = units;
	return first === undefined || unit === undefined ? 0 : Math.min(first.level + 1 - unit.level, 0);
}

function writeUnit({ sections }: Unit, shift: number): string {
	return sections
		.map(({ level, heading, body }) => {
			const marks = "#".repeat(Math.min(6, Math.max(1, level + shift)));
			return heading.join("").replace(/^ {0,3}#+/, marks) + body.join("");
		})
		.join("")
		.trim();
}

/** Puts texts before the sections whose indices they have, with an empty line on both sides. */
function insert(sections: readonly NoteSection[], insertions: ReadonlyMap<number, string>): string {
	const body = joinSections(sections);
	if (insertions.size === 0) return body;
	const lineBreak = body.includes("\r\n") ? "\r\n" : "\n";
	const out: string[] = [];
	let text = "";
	for (let index = 0; index <= sections.length; index++) {
		const added = insertions.get(index);
		const isLast = index === sections.length;
		if (added !== undefined) {
			const isStart = out.every((part) => part.trim() === "");
			const closing = isLast ? closeFence(sections, text, lineBreak) : "";
			const gap = isStart ? "" : gapBehind(text + closing, lineBreak);
			const lines = added.replaceAll("\r\n", "\n").replaceAll("\n", lineBreak);
			out.push(closing, gap, lines, lineBreak, isLast ? "" : lineBreak);
		}
		const section = sections[index];
		if (section !== undefined) {
			text = joinSections([section]);
			out.push(text);
		}
	}
	return out.join("");
}

function gapBehind(text: string, lineBreak: string): string {
	if (text.endsWith(lineBreak + lineBreak)) return "";
	return text.endsWith("\n") ? lineBreak : lineBreak + lineBreak;
}

/** The marks that close a fence still open at the note's end, which would take in what comes behind it; "" for none. */
function closeFence(sections: readonly NoteSection[], text: string, lineBreak: string): string {
	const open = findOpenFence(sections.at(-1)?.body ?? []);
	return open === "" ? "" : (text.endsWith("\n") ? "" : lineBreak) + open + lineBreak;
}
