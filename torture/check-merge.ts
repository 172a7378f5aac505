import { findOpenFence } from "../src/core/notes/document/find-headings";
import type { NoteSection } from "../src/core/notes/document/parse-note";
import { parseNote } from "../src/core/notes/document/parse-note";
import { readFrontMatter } from "../src/core/formats/front-matter";
import {
	findUpstreamSection,
	isOwnIntroduction,
	readUpstreamEntry,
} from "../src/core/notes/merge/upstream-section";
import { codeOf, splitNote } from "./note-lines";

/** What an import made of a note. */
export interface MergedCase {
	readonly base: string;
	readonly mine: string;
	readonly theirs: string;
	readonly after: string;
}

const PERSON_MARK = /zp\d+s\d+x\d/g;
const UPSTREAM_MARK = /zq\d+s\d+u\d/g;

/** Lists what a merge lost or spoiled, a clause each; empty where it lost nothing. */
export function listFaults(merged: MergedCase): string[] {
	return [
		...findLostLines(merged),
		...findLostMarks(merged),
		...findLostProperties(merged),
		...findSpoiltForm(merged),
		...findLostUpstream(merged),
	];
}

/** Lines that the person has more often than the base, as raw as they are, but for what the section on upstream quotes. */
function findLostLines({ base, mine, after }: MergedCase): string[] {
	const before = countLines(bodyOf(base));
	const there = countLines(bodyOf(after));
	const own = countLines(withoutQuotes(mine));
	return [...own].flatMap(([line, count]) => {
		const added = count - (before.get(line) ?? 0);
		const isLost = line.trim() !== "" && added > (there.get(line) ?? 0);
		return isLost ? [`the line ${JSON.stringify(line)} is lost`] : [];
	});
}

/** Lines with a word of the person's stay as they are, code or prose, in one piece with the next. */
function findLostMarks({ mine, after }: MergedCase): string[] {
	const faults: string[] = [];
	const own = { ...splitNote(plain(mine)), body: withoutQuotes(mine) };
	const merged = splitNote(plain(after));
	const codes = [codeOf(own.body), codeOf(merged.body)] as const;
	// Lines between which only a quote of upstream's stands were never neighbours.
	const written = bodyOf(mine);
	const neighbours = new Set(written.map((line, at) => `${line}\n${written[at + 1] ?? ""}`));
	// The section on upstream stands behind what it names.
	const places = new Map(merged.body.map((line, at) => [line, at] as const).reverse());
	own.body.forEach((line, at) => {
		if (line.match(PERSON_MARK) === null) return;
		const place = places.get(line);
		if (place === undefined) {
			faults.push(`the person's line ${JSON.stringify(line)} is gone`);
			return;
		}
		const isTwice = own.body.indexOf(line) !== own.body.lastIndexOf(line);
		if (!isTwice && codes[0][at] !== codes[1][place])
			faults.push(`the person's line ${JSON.stringify(line)} went in or out of code`);
		const next = own.body[at + 1];
		if (isTwice || next === undefined || next.match(PERSON_MARK) === null) return;
		if (!neighbours.has(`${line}\n${next}`)) return;
		// A heading may follow another section now.
		if (/^ {0,3}#/.test(next)) return;
		if (own.body.indexOf(next) !== own.body.lastIndexOf(next)) return;
		if (merged.body[place + 1] !== next)
			faults.push(`the lines ${JSON.stringify(line)} and ${JSON.stringify(next)} came apart`);
	});
	const front = merged.properties.join("\n");
	for (const mark of own.properties.join("\n").match(PERSON_MARK) ?? []) {
		if (!front.includes(mark)) faults.push(`${mark} is gone from the properties`);
	}
	return faults;
}

function findLostProperties({ base, mine, after }: MergedCase): string[] {
	const [before, own, merged] = [base, mine, after].map((text) => readFrontMatter(text));
	if (own?.ok !== true || before?.ok !== true) return [];
	if (merged?.ok !== true) return ["the front matter cannot be read any more"];
	return Object.entries(own.properties).flatMap(([key, value]) => {
		const old = before.properties[key];
		if (JSON.stringify(old) === JSON.stringify(value)) return [];
		const now = merged.properties[key];
		if (Array.isArray(value) && Array.isArray(now)) {
			const items: unknown[] = value;
			const known: unknown[] = Array.isArray(old) ? old : [];
			const kept: unknown[] = now;
			const lost = items.filter((item) => !known.includes(item) && !kept.includes(item));
			return lost.length === 0 ? [] : [`the items ${JSON.stringify(lost)} of ${key} are lost`];
		}
		return JSON.stringify(now) === JSON.stringify(value) ? [] : [`the property ${key} is lost`];
	});
}

function findSpoiltForm({ mine, after }: MergedCase): string[] {
	const faults: string[] = [];
	if (mine.startsWith("\uFEFF") !== after.startsWith("\uFEFF"))
		faults.push("the byte order mark is lost");
	const isWindows = mine.includes("\r\n") && !/(?:^|[^\r])\n/.test(mine);
	if (isWindows && /(?:^|[^\r])\n/.test(after)) faults.push("the line breaks are mixed");
	const isOpen = findOpenFence(splitNote(plain(mine)).body) !== "";
	if (!isOpen && findOpenFence(splitNote(plain(after)).body) !== "")
		faults.push("a fence is left open");
	const titles = new Set(parseNote(after).sections.map(({ title }) => title));
	for (const { title } of listOwnSections(mine)) {
		if (title.match(PERSON_MARK) !== null && !titles.has(title))
			faults.push(`the heading ${JSON.stringify(title)} is no heading any more`);
	}
	return faults;
}

/** What is new upstream is in the note, or told in its section on upstream. */
function findLostUpstream({ base, mine, theirs, after }: MergedCase): string[] {
	const known = new Set([
		...(base.match(UPSTREAM_MARK) ?? []),
		...(mine.match(UPSTREAM_MARK) ?? []),
	]);
	const fresh = new Set((theirs.match(UPSTREAM_MARK) ?? []).filter((mark) => !known.has(mark)));
	return [...fresh]
		.filter((mark) => !after.includes(mark))
		.map((mark) => `upstream's ${mark} did not arrive`);
}

function plain(text: string): string {
	return text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
}

function bodyOf(text: string): readonly string[] {
	return splitNote(plain(text)).body;
}

/** The body without what the section on upstream says by itself. */
function withoutQuotes(text: string): readonly string[] {
	return listOwnSections(text)
		.flatMap(({ heading, body }) => [...heading, ...body])
		.map((line) => line.replace(/\n$/, ""));
}

/** The sections but for those on upstream that stand as they were written; an entry that a person rewrote is theirs. */
function listOwnSections(text: string): readonly NoteSection[] {
	const { sections } = parseNote(plain(text));
	const place = findUpstreamSection(sections);
	if (place === undefined) return sections;
	return sections.filter((section, index) => {
		const at = index - place.first;
		if (at < 0 || at >= place.count) return true;
		return at === 0 ? !isOwnIntroduction(section.body) : readUpstreamEntry(section) === undefined;
	});
}

function countLines(lines: readonly string[]): Map<string, number> {
	const counts = new Map<string, number>();
	for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
	return counts;
}
