import type { PredicateOperator, PredicateValue } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ANY_RUN, lowerGlob } from "../syntax/globs";
import type { GlobPiece } from "../syntax/globs";
import type { OperatorValue } from "../syntax/group-by-operator";
import { encodeValue } from "./encode-value";
import type { Encoding } from "./encode-value";
import { expandDashes } from "./expand-dashes";
import { expandPlaceholders, findLonePlaceholder, findPlaceholders } from "./expand-placeholders";
import { openRegex } from "./open-regex";
import type { OutlineNode, SigmaScalar } from "./outline-node";
import type { SigmaModifiers } from "./read-modifiers";
import type { SigmaReading } from "./sigma-reading";
import { isPlaceholder, readSigmaString } from "./sigma-strings";
import type { SigmaPiece } from "./sigma-strings";

/** One of the things that a value as written may stand for. */
export interface LoweredValue extends OperatorValue {
	/** Whether it is the opposite that is asked for (`exists: false`). */
	readonly isNegated: boolean;
}

/** A value with its alternatives, or why it has none. */
export type ValueLowering = readonly LoweredValue[] | { readonly reason: string };

/**
 * Lowers one value of a field (or of a keyword search, where `field` is null) under its modifiers to the operators of the model.
 *
 * Reported: placeholders that are defined nowhere, and combinations of dashes that are left out.
 */
export function lowerValue(
	reading: SigmaReading,
	field: string | null,
	node: OutlineNode,
	modifiers: SigmaModifiers,
): ValueLowering {
	const { scalar: value, start } = node;
	const { kind } = modifiers;
	if (kind === "text") return lowerText(reading, field, value, modifiers, node);
	if (!fits(modifiers)) return { reason: "the modifiers do not fit together" };
	if (kind === "exists")
		return lowerExists(field, value, start, /["']/.test(reading.text[start] ?? ""));
	if (value === null) return noText;
	const written = String(value);
	switch (kind) {
		case "regex": {
			const list = readList(reading, written, modifiers, node);
			return one("regex_match", start, list ?? writeRegex(written, modifiers));
		}
		case "cidr": {
			const list = readList(reading, written, modifiers, node);
			if (list === undefined && !isNetwork(written)) warn(reading, written, "network", node);
			return one("cidr_match", start, list ?? written);
		}
		case "field":
			return one(textOperator(modifiers), start, { ref: written });
		default:
			if (field === null) return noField;
			if (!/\d/.test(written)) warn(reading, written, "number", node);
			return one(kind, start, value);
	}
}

/** Tells of a value that cannot be compared as its modifier asks for. */
function warn(reading: SigmaReading, written: string, what: string, node: OutlineNode): void {
	const message = `\u201C${written}\u201D is no ${what}`;
	reading.report("query-syntax", "warning", message, node);
}

/** Whether this is an IP address, with a number of bits or without. */
function isNetwork(written: string): boolean {
	const [address = "", bits = "0", ...rest] = written.split("/");
	if (rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false;
	if (address.includes(":")) return /^[\da-f:.]+$/i.test(address) && Number(bits) <= 128;
	const bytes = address.split(".");
	return bytes.length === 4 && bytes.every(isByte) && Number(bits) <= 32;
}

function isByte(text: string): boolean {
	return /^\d{1,3}$/.test(text) && Number(text) < 256;
}

const noText = { reason: "the modifier needs a value" };
const noField = { reason: "the comparison needs a field" };

function one(op: PredicateOperator, at: number, value?: PredicateValue): readonly LoweredValue[] {
	return [{ op, value, isNegated: false, at }];
}

/** Truth values of YAML 1.1, which pySigma reads; the first two are also understood between quotes. */
const TRUTHS: readonly string[] = ["true", "false", "yes", "no", "on", "off"];

function lowerExists(
	field: string | null,
	value: SigmaScalar,
	at: number,
	isQuoted: boolean,
): ValueLowering {
	const truth = TRUTHS.indexOf(String(value).toLowerCase());
	if (field === null || truth === -1 || (isQuoted && truth > 1))
		return { reason: "exists needs a field, and true or false" };
	return [{ op: "exists", value: undefined, isNegated: truth % 2 === 1, at }];
}

/** Whether a comparison that is none of texts can do what the modifiers beside it ask for. */
function fits({ kind, changes, isOpenBefore, isOpenAfter }: SigmaModifiers): boolean {
	const isExpanding = kind === "regex" || kind === "cidr";
	if (changes.some((change) => change !== "expand" || !isExpanding)) return false;
	return kind === "regex" || kind === "field" || !(isOpenBefore || isOpenAfter);
}

/** Flags but `i`, which the predicate tells, stand before the expression. */
function writeRegex(written: string, { flags, isOpenBefore, isOpenAfter }: SigmaModifiers): string {
	const others = flags.replace("i", "");
	const regex = openRegex(written, isOpenBefore, isOpenAfter);
	return others === "" ? regex : `(?${others})${regex}`;
}

/** A list by its name where `expand` stands and the value is nothing else; undefined for any other value. */
function readList(
	reading: SigmaReading,
	written: string,
	{ changes }: SigmaModifiers,
	span: Span,
): PredicateValue | undefined {
	if (changes.length === 0) return undefined;
	return findLonePlaceholder(findPlaceholders(reading, [written], span))?.list;
}

function textOperator({
	isOpenBefore,
	isOpenAfter,
}: Pick<SigmaModifiers, "isOpenBefore" | "isOpenAfter">): PredicateOperator {
	if (isOpenBefore) return isOpenAfter ? "contains" : "ends_with";
	return isOpenAfter ? "starts_with" : "eq";
}

function lowerText(
	reading: SigmaReading,
	field: string | null,
	value: SigmaScalar,
	modifiers: SigmaModifiers,
	span: Span,
): ValueLowering {
	const at = span.start;
	const isPlain = modifiers.changes.length === 0 && textOperator(modifiers) === "eq";
	if (value === null) return isPlain && field !== null ? one("is_null", at) : noText;
	if (typeof value !== "string" && isPlain) return one(field === null ? "match" : "eq", at, value);
	const text = String(value);
	// Nearly every value is a text that means itself.
	if (modifiers.changes.length === 0 && text !== "" && !/[*?]|\\\\/.test(text))
		return one(field === null ? "match" : textOperator(modifiers), at, text);
	const values = changeText(reading, text, modifiers, span);
	if (values === undefined) return { reason: "a text with wildcards has no encoding" };
	return values.map((pieces) => {
		const { op, value: lowered } =
			field === null ? lowerKeyword(pieces) : lowerPieces(pieces, modifiers);
		return { op, value: lowered, isNegated: false, at };
	});
}

/** Applies the changes, encodings last; undefined where a text with wildcards is to be encoded. */
function changeText(
	reading: SigmaReading,
	text: string,
	{ changes }: SigmaModifiers,
	span: Span,
): readonly (readonly SigmaPiece[])[] | undefined {
	let values: readonly (readonly SigmaPiece[])[] = [readSigmaString(text)];
	const encodings: Encoding[] = [];
	for (const change of changes) {
		if (change === "expand")
			values = values.flatMap((pieces) => expandPlaceholders(reading, pieces, span));
		else if (change === "windash")
			values = values.flatMap((pieces) => dashes(reading, pieces, span));
		else encodings.push(change);
	}
	if (encodings.length === 0) return values;
	const texts = values.map(literalText);
	if (!texts.every((literal) => literal !== undefined)) return undefined;
	return texts.flatMap((literal) => encodeValue(literal, encodings).map((encoded) => [encoded]));
}

/** The text of a value without wildcards and placeholders. */
function literalText(pieces: readonly SigmaPiece[]): string | undefined {
	let text = "";
	for (const piece of pieces) {
		if (typeof piece !== "string") return undefined;
		text += piece;
	}
	return text;
}

function dashes(
	reading: SigmaReading,
	pieces: readonly SigmaPiece[],
	span: Span,
): readonly (readonly SigmaPiece[])[] {
	const { values, isWhole } = expandDashes(pieces, (count) => reading.allow(count));
	if (!isWhole) {
		const message = "windash: combinations of different dashes in one value are left out";
		reading.reportOnce("query-opaque", message, span);
	}
	return values;
}

function lowerPieces(
	pieces: readonly SigmaPiece[],
	modifiers: SigmaModifiers,
): Pick<LoweredValue, "op" | "value"> {
	const lone = findLonePlaceholder(pieces);
	if (lone !== undefined) {
		const isOpenBefore = lone.isOpenBefore || modifiers.isOpenBefore;
		const isOpenAfter = lone.isOpenAfter || modifiers.isOpenAfter;
		return { op: textOperator({ isOpenBefore, isOpenAfter }), value: lone.list };
	}
	const glob: GlobPiece[] = showPlaceholders(pieces);
	if (modifiers.isOpenBefore) glob.unshift(ANY_RUN);
	if (modifiers.isOpenAfter) glob.push(ANY_RUN);
	const { op, value } = lowerGlob(glob);
	return { op, value: value ?? undefined };
}

/** A keyword stands anywhere in the event, so wildcards at its ends say nothing; those inside it stay as written. */
function lowerKeyword(pieces: readonly SigmaPiece[]): Pick<LoweredValue, "op" | "value"> {
	const lone = findLonePlaceholder(pieces);
	if (lone !== undefined) return { op: "match", value: lone.list };
	const { op, value } = lowerGlob([ANY_RUN, ...showPlaceholders(pieces), ANY_RUN]);
	if (op === "contains") return { op: "match", value: value ?? "" };
	if (op === "wildcard") return { op: "match", value: value?.slice(1, -1) ?? "" };
	return { op: "match", value: pieces.length === 0 ? "" : "*" };
}

function showPlaceholders(pieces: readonly SigmaPiece[]): GlobPiece[] {
	return pieces.map((piece) => (isPlaceholder(piece) ? `%${piece.placeholder}%` : piece));
}
