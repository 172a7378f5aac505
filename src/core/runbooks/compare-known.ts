import type { PredicateOperator } from "../model/predicate";
import type { PatternFault, TextPattern } from "../query/patterns/text-pattern";
import type { KnownText } from "./known-event";

/** Whether something holds; undefined where what is known does not decide it. */
export type Truth = boolean | undefined;

/** How regular expressions of a rule are tried. */
export interface ExpressionReading {
	/** In linear time; a word where the text is no such expression. */
	readonly compile: (source: string) => TextPattern | PatternFault;
	/** Whether they match the whole text. */
	readonly isAnchored: boolean;
}

/** Compares what is known of a field with a value of a rule, regardless of letter case as nearly all languages do. */
export function compareKnown(
	op: PredicateOperator,
	value: string,
	known: KnownText,
	reading: ExpressionReading,
): Truth {
	const sought = value.toLowerCase();
	const truths = known.folded.map((text, index) =>
		op === "regex_match"
			? matchRegex(value, [known.texts[index] ?? "", text], known.extent, reading)
			: compareText(op, sought, text, known.extent),
	);
	if (truths.includes(true)) return true;
	return truths.every((truth) => truth === false) ? false : undefined;
}

function compareText(
	op: PredicateOperator,
	value: string,
	text: string,
	extent: KnownText["extent"],
): Truth {
	switch (op) {
		case "eq":
		case "in":
			return decide(text === value, extent, () => extent === "end" && !value.endsWith(text));
		case "ne":
			return negate(compareText("eq", value, text, extent));
		case "contains":
		case "match":
			if (op === "match" ? hasWord(text, value) : text.includes(value)) return true;
			return extent === "whole" || extent === "line" ? false : undefined;
		case "starts_with":
			return decide(text.startsWith(value), extent, () => false);
		case "ends_with":
			if (text.endsWith(value)) return extent === "part" ? undefined : true;
			return extent === "part" || (extent === "end" && value.endsWith(text)) ? undefined : false;
		case "wildcard":
			return matchWildcard(value, text, extent);
		case "exists":
			return true;
		case "is_null":
			return false;
		case "regex_match":
		case "cidr_match":
		case "gt":
		case "ge":
		case "lt":
		case "le":
			return undefined;
	}
}

function negate(truth: Truth): Truth {
	return truth === undefined ? undefined : !truth;
}

/** What asks for the text's start: decided where that is known, or where `cannot` says that no start makes it hold. */
function decide(holds: boolean, extent: KnownText["extent"], cannot: () => boolean): Truth {
	if (extent === "whole") return holds;
	if (extent === "line" && holds) return true;
	return cannot() ? false : undefined;
}

function hasWord(text: string, word: string): boolean {
	for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
		const isStart = at === 0 || !/\w/.test(text[at - 1] ?? "") || !/^\w/.test(word);
		const next = text[at + word.length] ?? "";
		if (isStart && (!/\w/.test(next) || !/\w$/.test(word))) return true;
	}
	return false;
}

function matchWildcard(pattern: string, text: string, extent: KnownText["extent"]): Truth {
	const pieces = splitWildcard(pattern);
	const isOpen = pieces[0] === "";
	const closes = pieces[pieces.length - 1] !== "";
	const holds = holdsPieces(pieces, text);
	if (extent === "whole") return holds;
	if (holds && (isOpen || extent === "line") && !(closes && extent === "part")) return true;
	// The words are all there, so that what must stand somewhere in them does not.
	return extent === "line" && isOpen ? false : undefined;
}

/**
 * The texts between stars; `?` stays in them as U+0000. A backslash before a star is taken for one of a path, as it nearly always is: rules
 * do not tell it from one that takes the star literally.
 */
function splitWildcard(pattern: string): readonly string[] {
	return pattern.split("*").map((piece) => piece.replaceAll("?", "\0"));
}

function holdsPieces(pieces: readonly string[], text: string): boolean {
	const [first = "", ...others] = pieces;
	if (!fits(first, text, 0)) return false;
	const last = others.pop();
	if (last === undefined) return text.length === first.length;
	let from = first.length;
	for (const piece of others) {
		const at = findPiece(piece, text, from);
		if (at === -1) return false;
		from = at + piece.length;
	}
	const end = text.length - last.length;
	return end >= from && fits(last, text, end);
}

/** Bounded by what is looked at: a piece with `?` is tried at each place. */
function findPiece(piece: string, text: string, from: number): number {
	if (!piece.includes("\0")) return text.indexOf(piece, from);
	for (let at = from; at + piece.length <= text.length; at++) if (fits(piece, text, at)) return at;
	return -1;
}

function fits(piece: string, text: string, at: number): boolean {
	if (!piece.includes("\0")) return text.startsWith(piece, at);
	for (let index = 0; index < piece.length; index++) {
		if (piece[index] !== "\0" && piece[index] !== text[at + index]) return false;
		if (at + index >= text.length) return false;
	}
	return true;
}

/** Only a match is told: that there is none may be a matter of letter case, or of what an expression means elsewhere. */
function matchRegex(
	source: string,
	texts: readonly string[],
	extent: KnownText["extent"],
	{ compile, isAnchored }: ExpressionReading,
): Truth {
	const bare = source.replace(/^\(\?[imsx]+\)/, "");
	if ((isAnchored || /\^|\\A|\$|\\z/i.test(bare)) && extent !== "whole") return undefined;
	const pattern = compile(isAnchored ? `^(?:${bare})$` : bare);
	if (typeof pattern === "string") return undefined;
	return texts.some((text) => pattern.test(text)) ? true : undefined;
}
