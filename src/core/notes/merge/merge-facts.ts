import { stripBreak } from "../document/lines";
import { readExpectedLine } from "../runbook/expected-lines";
import { insertBehind } from "./insert-behind";
import type { LineConflict, LineVersions, MergedLines } from "./merge-lines";

/** One item of the list of facts that opens a test: its line, and the indented ones below it. */
interface Fact {
	readonly key: string;
	readonly lines: readonly string[];
}

/** A text that such a list opens. */
interface FactText {
	readonly facts: ReadonlyMap<string, Fact>;
	readonly rest: readonly string[];
}

/** What a list of facts merges to, and what stands behind it in each version. */
export interface MergedFacts extends MergedLines {
	readonly rest: LineVersions;
}

/**
 * Merges the lists of facts that open three versions of a test, item by item; undefined where one of them opens with none.
 *
 * What upstream derived gives way to a person's own text without a conflict, and stays away where a person took it out.
 */
export function mergeFacts(versions: LineVersions, lineBreak: string): MergedFacts | undefined {
	const base = readFacts(versions.base);
	const mine = base && readFacts(versions.mine);
	const theirs = mine && readFacts(versions.theirs);
	if (base === undefined || mine === undefined || theirs === undefined) return undefined;
	const lines: string[] = [];
	const conflicts: LineConflict[] = [];
	const add = (fact: Fact): void => {
		const isOwn = mine.facts.get(fact.key) === fact;
		for (const line of fact.lines) lines.push(isOwn ? line : stripBreak(line) + lineBreak);
	};
	for (const key of insertBehind([...mine.facts.keys()], [...theirs.facts.keys()])) {
		const { fact, conflict } = mergeFact(
			base.facts.get(key),
			mine.facts.get(key),
			theirs.facts.get(key),
		);
		if (fact !== undefined) add(fact);
		if (conflict) {
			conflicts.push({
				upstream: linesOf(theirs.facts.get(key)),
				before: linesOf(base.facts.get(key)),
			});
		}
	}
	const rest = { base: base.rest, mine: mine.rest, theirs: theirs.rest };
	return { lines, conflicts, rest };
}

function mergeFact(
	base: Fact | undefined,
	mine: Fact | undefined,
	theirs: Fact | undefined,
): { readonly fact: Fact | undefined; readonly conflict: boolean } {
	if (isSame(mine, theirs) || isSame(base, theirs)) return { fact: mine, conflict: false };
	if (isSame(base, mine)) return { fact: theirs, conflict: false };
	const [line = ""] = linesOf(theirs ?? base);
	return { fact: mine, conflict: readExpectedLine(line)?.isDerived !== true };
}

function isSame(one: Fact | undefined, other: Fact | undefined): boolean {
	return linesOf(one).join("\n") === linesOf(other).join("\n");
}

function linesOf(fact: Fact | undefined): readonly string[] {
	return (fact?.lines ?? []).map((line) => stripBreak(line).trimEnd());
}

/** Reads the list that a text opens with, from its GUID on to the first line that is neither an item nor part of one. */
function readFacts(lines: readonly string[]): FactText | undefined {
	if (lines[0]?.startsWith("- GUID:") !== true) return undefined;
	const facts = new Map<string, { key: string; lines: string[] }>();
	let last: { key: string; lines: string[] } | undefined;
	let at = 0;
	for (; at < lines.length; at++) {
		const line = lines[at] ?? "";
		if (line.startsWith("- ")) {
			const key = keyOf(line);
			if (facts.has(key)) return undefined;
			last = { key, lines: [line] };
			facts.set(key, last);
		} else if (/^[ \t]+\S/.test(line)) last?.lines.push(line);
		else break;
	}
	return { facts, rest: lines.slice(at) };
}

function keyOf(line: string): string {
	const label = /^- ([A-Za-z][A-Za-z ]{0,40}):/.exec(line)?.[1];
	return label?.toLowerCase() ?? stripBreak(line).trim();
}
