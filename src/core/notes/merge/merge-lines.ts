import { isSameList } from "../../text/is-same-list";
import { outlineLines } from "../document/find-headings";
import { stripBreak } from "../document/lines";
import type { Hunk } from "./diff-lines";
import { diffLines } from "./diff-lines";
import type { RowVersions } from "./merge-rows";
import { mergeRows } from "./merge-rows";

/** Three versions of some lines, each line with its break. */
export interface LineVersions {
	readonly base: readonly string[];
	readonly mine: readonly string[];
	readonly theirs: readonly string[];
}

/** What three versions merge to. */
export interface MergedLines {
	/** The person's lines as they wrote them, upstream's with the line break asked for. */
	readonly lines: readonly string[];
	readonly conflicts: readonly LineConflict[];
}

/** A place where upstream changed what the person changed; lines without breaks and without blank ones around them. */
export interface LineConflict {
	/** Upstream's lines, none where it took lines out. */
	readonly upstream: readonly string[];
	/** The lines that both changed, as they were. */
	readonly before: readonly string[];
}

interface Merge {
	readonly base: readonly string[];
	readonly mine: readonly string[];
	readonly theirs: readonly string[];
	readonly raw: readonly string[];
	readonly lineBreak: string;
	readonly isCode: Uint8Array;
	readonly out: string[];
	readonly conflicts: LineConflict[];
	/** Lines of the base, and of the person's text, that are dealt with. */
	baseAt: number;
	mineAt: number;
}

/** Changes of both sides that belong together. */
interface Meeting {
	start: number;
	end: number;
	readonly mine: Hunk[];
	readonly theirs: Hunk[];
}

/**
 * Merges by line what a person made of a text with what upstream made of it.
 *
 * Every change of the person stays. A change of upstream goes in where it touches no line that the person changed, and is a conflict
 * where it does, unless the person's lines hold it already. Where both put lines in at one place both stay, the person's first; inside
 * a fence that is a conflict, since code that is only put together may mean nothing.
 */
export function mergeLines(versions: LineVersions, lineBreak: string): MergedLines {
	const base = versions.base.map(stripBreak);
	const mine = versions.mine.map(stripBreak);
	const theirs = versions.theirs.map(stripBreak);
	const merge: Merge = {
		...{ base, mine, theirs, raw: versions.mine, lineBreak },
		isCode: outlineLines(base).code,
		...{ out: [], conflicts: [], baseAt: 0, mineAt: 0 },
	};
	for (const meeting of findMeetings(diffLines(base, mine), diffLines(base, theirs))) {
		copyMine(merge, merge.mineAt + meeting.start - merge.baseAt);
		merge.baseAt = meeting.start;
		settle(merge, meeting);
	}
	copyMine(merge, mine.length);
	return { lines: merge.out, conflicts: merge.conflicts };
}

/** Changes of either side in order; those that touch the same lines of the base together. */
function findMeetings(mine: readonly Hunk[], theirs: readonly Hunk[]): Meeting[] {
	const meetings: Meeting[] = [];
	let own = 0;
	let other = 0;
	for (;;) {
		const a = mine[own];
		const b = theirs[other];
		if (a === undefined && b === undefined) return meetings;
		const isMine = b === undefined || (a !== undefined && comesFirst(a, b));
		const first = isMine ? a : b;
		if (first === undefined) return meetings;
		const meeting: Meeting = { start: first.start, end: first.end, mine: [], theirs: [] };
		meetings.push(meeting);
		if (isMine) meeting.mine.push(...mine.slice(own, ++own));
		else meeting.theirs.push(...theirs.slice(other, ++other));
		for (;;) {
			const next = mine[own];
			const following = theirs[other];
			if (next !== undefined && meeting.theirs.length > 0 && overlaps(meeting, next)) {
				meeting.mine.push(next);
				own++;
				meeting.end = Math.max(meeting.end, next.end);
			} else if (
				following !== undefined &&
				meeting.mine.length > 0 &&
				overlaps(meeting, following)
			) {
				meeting.theirs.push(following);
				other++;
				meeting.end = Math.max(meeting.end, following.end);
			} else break;
		}
	}
}

/** An insertion goes before a change of the line that it stands before. */
function comesFirst(a: Hunk, b: Hunk): boolean {
	return a.start !== b.start ? a.start < b.start : a.end <= b.end;
}

/** Whether both touch the same lines, or put lines in at the same place. */
function overlaps(a: { start: number; end: number }, b: Hunk): boolean {
	if (a.start === a.end && b.start === b.end) return a.start === b.start;
	if (a.start === a.end) return b.start < a.start && a.start < b.end;
	if (b.start === b.end) return a.start < b.start && b.start < a.end;
	return a.start < b.end && b.start < a.end;
}

function settle(merge: Merge, meeting: Meeting): void {
	const own = rangeOf(meeting, meeting.mine);
	const upstream = rangeOf(meeting, meeting.theirs);
	merge.baseAt = meeting.end;
	if (upstream === undefined) {
		copyMine(merge, own?.to ?? merge.mineAt);
		return;
	}
	const theirs = merge.theirs.slice(upstream.from, upstream.to);
	if (own === undefined) {
		merge.mineAt += meeting.end - meeting.start;
		addTheirs(merge, theirs);
		return;
	}
	const mine = merge.mine.slice(own.from, own.to);
	const isRemoval = [...meeting.mine, ...meeting.theirs].every(({ from, to }) => from === to);
	// Of equal lines either side may count another as taken out: what is left alike on both stays.
	if (isRemoval && !isSameList(mine, theirs)) {
		settleRemovals(merge, meeting);
		return;
	}
	if (isRemoval || holds(mine, theirs)) {
		copyMine(merge, own.to);
		return;
	}
	if (settleRows(merge, meeting, { mine, theirs, to: own.to })) return;
	const isInsertion = meeting.start === meeting.end;
	if (isInsertion && !isInCode(merge, meeting.start)) {
		if (holds(theirs, mine)) {
			merge.mineAt = own.to;
		} else {
			copyMine(merge, own.to);
			// Two texts that both begin a section are two paragraphs.
			if (merge.base.length === 0 && theirs[0]?.trim() !== "" && mine.at(-1)?.trim() !== "")
				addTheirs(merge, [""]);
		}
		addTheirs(merge, theirs);
		return;
	}
	copyMine(merge, own.to);
	const upstreamLines = trimCommon(theirs, mine);
	const before = trimBlank(merge.base.slice(meeting.start, meeting.end));
	if (upstreamLines.length > 0 || before.length > 0) {
		merge.conflicts.push({ upstream: upstreamLines, before });
	}
}

/** Takes rows of a table together by cell, where both changed other cells; tells whether that is done. */
function settleRows(
	merge: Merge,
	{ start, end }: Meeting,
	{ mine, theirs, to }: Pick<RowVersions, "mine" | "theirs"> & { readonly to: number },
): boolean {
	const base = merge.base.slice(start, end);
	const rows = isInCode(merge, start) ? undefined : mergeRows({ base, mine, theirs });
	if (rows === undefined) return false;
	const raw = new Map(mine.map((line, at) => [line, merge.raw[merge.mineAt + at]]));
	for (const row of rows) merge.out.push(raw.get(row) ?? row + merge.lineBreak);
	merge.mineAt = to;
	return true;
}

/** Both only took lines out: what either took out is gone. */
function settleRemovals(merge: Merge, { start, end, mine, theirs }: Meeting): void {
	const isIn = (hunks: readonly Hunk[], at: number): boolean =>
		hunks.some((hunk) => hunk.start <= at && at < hunk.end);
	for (let at = start; at < end; at++) {
		if (isIn(mine, at)) continue;
		if (isIn(theirs, at)) merge.mineAt++;
		else copyMine(merge, merge.mineAt + 1);
	}
}

/** The lines of one side that stand for the base's lines of a meeting; undefined where that side changed none of them. */
function rangeOf(
	meeting: Meeting,
	hunks: readonly Hunk[],
): { readonly from: number; readonly to: number } | undefined {
	const first = hunks[0];
	const last = hunks.at(-1);
	if (first === undefined || last === undefined) return undefined;
	return {
		from: first.from - (first.start - meeting.start),
		to: last.to + (meeting.end - last.end),
	};
}

function copyMine(merge: Merge, to: number): void {
	for (; merge.mineAt < to; merge.mineAt++) merge.out.push(merge.raw[merge.mineAt] ?? "");
}

function addTheirs(merge: Merge, lines: readonly string[]): void {
	for (const line of lines) merge.out.push(line + merge.lineBreak);
}

function isInCode(merge: Merge, at: number): boolean {
	return merge.isCode[at - 1] === 1 && merge.isCode[at] === 1;
}

/** Places at which a passage is looked for: a text that repeats one line without end is not searched to its end. */
const PLACES_TRIED = 50;

/** Whether lines hold a passage in one piece; blank lines around it do not count. An empty passage is held by blank lines alone. */
export function holds(lines: readonly string[], passage: readonly string[]): boolean {
	const wanted = trimBlank(passage);
	if (wanted.length === 0) return trimBlank(lines).length === 0;
	let tries = 0;
	for (let at = 0; at + wanted.length <= lines.length && tries < PLACES_TRIED; at++) {
		if (lines[at] !== wanted[0]) continue;
		tries++;
		if (wanted.every((line, index) => lines[at + index] === line)) return true;
	}
	return false;
}

/** Lines without the blank ones at both ends. */
export function trimBlank(lines: readonly string[]): readonly string[] {
	let start = 0;
	let end = lines.length;
	while (start < end && lines[start]?.trim() === "") start++;
	while (end > start && lines[end - 1]?.trim() === "") end--;
	return lines.slice(start, end);
}

/** Upstream's lines without those at the ends that the person has too. */
function trimCommon(theirs: readonly string[], mine: readonly string[]): readonly string[] {
	let start = 0;
	let end = theirs.length;
	let last = mine.length;
	while (start < end && start < last && theirs[start] === mine[start]) start++;
	while (end > start && last > start && theirs[end - 1] === mine[last - 1]) {
		end--;
		last--;
	}
	return trimBlank(theirs.slice(start, end));
}
