import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, leaf, negate } from "../syntax/conditions";
import { groupByOperator } from "../syntax/group-by-operator";
import { lowerValue } from "./lower-value";
import type { LoweredValue } from "./lower-value";
import { countLeaves, isScalar } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { readModifiers } from "./read-modifiers";
import type { SigmaModifiers } from "./read-modifiers";
import type { SigmaReading } from "./sigma-reading";

/** What the predicates of one entry share. */
type PredicateBase = Pick<Predicate, "field" | "isCaseSensitive" | "transform" | "span">;

/**
 * Reads one entry of a selection: a field with its modifiers as `key` and a value or a list of them. A key without a field name, or
 * none (null), is a search for keywords.
 *
 * Values of a list are alternatives, in one predicate for each operator they come down to; under `all` each value is a predicate of its
 * own. `span` is the whole entry.
 */
export function readItem(
	reading: SigmaReading,
	key: string | null,
	node: OutlineNode,
	span: Span,
): Condition {
	const words = key?.split("|") ?? [];
	const field = words.shift() ?? "";
	const modifiers = readModifiers(words);
	const leaves = countLeaves(node);
	reading.count(leaves);
	const unknown = modifiers.unknown[0];
	if (unknown !== undefined)
		return reading.giveUp(`the modifier \u201C${unknown}\u201D is not known`, span, leaves);
	if (modifiers.isMisspelt) {
		const { start } = span;
		const place = { start, end: start + (key?.length ?? 0) };
		reading.report(
			"query-syntax",
			"warning",
			"modifiers are written in lower case and without blanks",
			place,
		);
	}
	const base = describe(field === "" ? null : field, modifiers, span);
	const values = node.items ?? [node];
	if (values.length === 0) {
		if (base.field === null) return reading.giveUp("there is no keyword", span, leaves);
		return makeLeaf(base, "is_null", []);
	}
	const opaqueParts: Condition[] = [];
	const isApart = modifiers.isNegated || modifiers.isAll;
	// Those that stand for several are apart from each other, else all are alternatives.
	const groups: LoweredValue[][] = [];
	values.forEach((value) => {
		const lowered =
			key === null && isKeyAlone(value)
				? NO_COLON
				: isScalar(value)
					? lowerValue(reading, base.field, value, modifiers)
					: NO_SCALAR;
		const alternatives = isApart ? undefined : groups[0];
		if ("reason" in lowered) {
			const { start, end } = value;
			opaqueParts.push(reading.giveUp(lowered.reason, { start, end }, countLeaves(value)));
		} else if (alternatives === undefined) groups.push(lowered.slice());
		else alternatives.push(...lowered);
	});
	const read = joinValues(base, groups, modifiers.isNegated);
	// Under `neq` it is the whole entry that must not hold.
	const kind = modifiers.isAll === modifiers.isNegated ? "or" : "and";
	return combine(kind, opaqueParts.length === 0 ? read : [...read, ...opaqueParts]);
}

const NO_COLON = { reason: "a colon is missing behind the field and its modifiers" };

/** Whether a keyword is the field of an entry with modifiers (`Image|endswith`), behind which the colon was forgotten. */
function isKeyAlone({ scalar }: OutlineNode): boolean {
	const words =
		typeof scalar === "string" ? /^[\w.-]+((?:\|\w+)+)(?:\s|$)/.exec(scalar)?.[1] : undefined;
	return words !== undefined && readModifiers(words.slice(1).split("|")).unknown.length === 0;
}

const NO_SCALAR = { reason: "a list or a table stands where a value is expected" };

function describe(field: string | null, modifiers: SigmaModifiers, span: Span): PredicateBase {
	const isRegex = modifiers.kind === "regex";
	return {
		field,
		isCaseSensitive: isRegex ? !modifiers.flags.includes("i") : modifiers.isCased,
		transform: modifiers.datePart,
		span,
	};
}

function makeLeaf(
	{ field, isCaseSensitive, transform, span }: PredicateBase,
	op: PredicateOperator,
	terms: readonly PredicateTerm[],
): Condition {
	return leaf({
		field,
		op,
		terms,
		isCaseSensitive,
		transform,
		origin: "event",
		source: null,
		span,
	});
}

/** Of each group any value may hold, under `neq` none. */
function joinValues(
	base: PredicateBase,
	groups: readonly (readonly LoweredValue[])[],
	isNegated: boolean,
): readonly Condition[] {
	if (isNegated)
		return groups.map((group) =>
			combine(
				"and",
				group.map((value) => differ(base, value)),
			),
		);
	const only = groups[0] ?? [];
	if (groups.length < 2) return joinAlternatives(base, only);
	return groups.map((group) => combine("or", joinAlternatives(base, group)));
}

/** `neq`: different from the value. */
function differ(base: PredicateBase, value: LoweredValue): Condition {
	if (value.op === "eq" && !value.isNegated && value.value !== undefined)
		return makeLeaf(base, "ne", [{ value: value.value, at: value.at }]);
	if (value.op === "is_null") return makeLeaf(base, "exists", []);
	return negate(combine("or", joinAlternatives(base, [value])));
}

function joinAlternatives(
	base: PredicateBase,
	values: readonly LoweredValue[],
): readonly Condition[] {
	const make = (op: PredicateOperator, terms: readonly PredicateTerm[]): Condition =>
		makeLeaf(base, op, terms);
	if (!values.some(isOpposite)) return groupByOperator(values, make);
	const plain = values.filter((value) => !value.isNegated);
	return [
		...groupByOperator(plain, make),
		...groupByOperator(values.filter(isOpposite), make).map(negate),
	];
}

function isOpposite({ isNegated }: LoweredValue): boolean {
	return isNegated;
}
