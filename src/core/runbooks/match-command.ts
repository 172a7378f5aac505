import { compareCodeUnits } from "../text/compare";
import type { KnownIndicator } from "../library/indicator-index";

/** What a rule looks for, made ready to be looked for in commands. */
export type RuleNeedles = readonly Needle[];

interface Needle {
	/** As the rule has it. */
	readonly shown: string;
	/** In lower case; all of them, in this order. */
	readonly parts: readonly string[];
}

/** Operators whose value stands in the event as it is written. */
const LITERAL: ReadonlySet<string> = new Set([
	...["eq", "in", "contains", "starts_with", "ends_with", "match", "wildcard"],
]);

/** Signs that a text needs so that its standing in a command says something. */
const LEAST = 3;

/** Makes what a rule looks for ready. */
export function prepareNeedles(indicators: readonly KnownIndicator[]): RuleNeedles {
	return indicators.flatMap((indicator) => toNeedle(indicator) ?? []);
}

/** Lists a rule's values that stand in a command, the longest first; `command` is in lower case. */
export function matchCommand(needles: RuleNeedles, command: string): readonly string[] {
	const found = needles.filter(({ parts }) => holdsParts(command, parts));
	return sortByLength(found.map(({ shown }) => shown));
}

/** Values each once, the longest first. */
export function sortByLength(values: readonly string[]): readonly string[] {
	return [...new Set(values)].sort((a, b) => b.length - a.length || compareCodeUnits(a, b));
}

function toNeedle({ op, value }: KnownIndicator): Needle | undefined {
	if (typeof value !== "string" || !LITERAL.has(op)) return undefined;
	const pieces = op === "wildcard" ? value.split(/[*?]+/) : [value];
	const parts = pieces
		// The folder in which a program lies is not in a command that only names it.
		.map((piece) =>
			piece
				.toLowerCase()
				.trim()
				.replace(/^[\\/]+/, ""),
		)
		.map((piece) => (/^[a-z]:\\.+\.exe$/.test(piece) ? baseOf(piece) : piece))
		.map((piece) => piece.replace(/\.exe$/, ""))
		.filter((piece) => piece.length >= LEAST);
	if (parts.length === 0) return undefined;
	return { shown: value, parts };
}

function baseOf(path: string): string {
	return path.slice(path.lastIndexOf("\\") + 1);
}

function holdsParts(text: string, parts: readonly string[]): boolean {
	let from = 0;
	for (const part of parts) {
		const at = findPart(text, part, from);
		if (at === -1) return false;
		from = at + part.length;
	}
	return true;
}

/** A short word counts where it stands alone: `net` is not in `internet`. */
function findPart(text: string, part: string, from: number): number {
	if (part.length > 5 || !/^[a-z0-9]+$/.test(part)) return text.indexOf(part, from);
	for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
		const isStart = at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? "");
		if (isStart && !/[a-z0-9]/.test(text[at + part.length] ?? "")) return at;
	}
	return -1;
}
