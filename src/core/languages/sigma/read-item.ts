import type { Condition } from "../../model/detection";
import type { Predicate, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, leaf, negate } from "../syntax/conditions";
import { lowerValue } from "./lower-value";
import type { LoweredValue } from "./lower-value";
import { countLeaves, isScalar } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { readModifiers } from "./read-modifiers";
import type { SigmaModifiers } from "./read-modifiers";
import type { SigmaReading } from "./sigma-reading";

type PredicateBase = Omit<Predicate, "op" | "terms">;

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
	const [field = "", ...words] = key?.split("|") ?? [];
	const modifiers = readModifiers(words);
	const leaves = countLeaves(node);
	reading.count(leaves);
	const [unknown] = modifiers.unknown;
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
		return leaf({ ...base, op: "is_null", terms: [] });
	}
	const opaqueParts: Condition[] = [];
	const groups: (readonly LoweredValue[])[] = [];
	for (const value of values) {
		const lowered = isScalar(value) ? lowerValue(reading, base.field, value, modifiers) : NO_SCALAR;
		if ("reason" in lowered) {
			const { start, end } = value;
			opaqueParts.push(reading.giveUp(lowered.reason, { start, end }, countLeaves(value)));
		} else groups.push(lowered);
	}
	const read = joinValues(base, groups, modifiers);
	// Under `neq` it is the whole entry that must not hold.
	const kind = modifiers.isAll === modifiers.isNegated ? "or" : "and";
	return combine(kind, [...read, ...opaqueParts]);
}

const NO_SCALAR = { reason: "a list or a table stands where a value is expected" };

function describe(field: string | null, modifiers: SigmaModifiers, span: Span): PredicateBase {
	const isRegex = modifiers.kind === "regex";
	return {
		field,
		isCaseSensitive: isRegex ? !modifiers.flags.includes("i") : modifiers.isCased,
		transform: modifiers.datePart,
		origin: "event",
		source: null,
		span: { start: span.start, end: span.end },
	};
}

function joinValues(
	base: PredicateBase,
	groups: readonly (readonly LoweredValue[])[],
	modifiers: SigmaModifiers,
): readonly Condition[] {
	if (modifiers.isNegated)
		return groups.map((group) =>
			combine(
				"and",
				group.map((value) => differ(base, value)),
			),
		);
	if (modifiers.isAll && groups.length > 1)
		return groups.map((group) => combine("or", groupByOperator(base, group)));
	return groupByOperator(base, groups.flat());
}

/** `neq`: different from the value. */
function differ(base: PredicateBase, value: LoweredValue): Condition {
	if (value.op === "eq" && !value.isNegated && value.value !== undefined)
		return leaf({ ...base, op: "ne", terms: [{ value: value.value, at: value.at }] });
	if (value.op === "is_null") return leaf({ ...base, op: "exists", terms: [] });
	return negate(combine("or", groupByOperator(base, [value])));
}

function groupByOperator(
	base: PredicateBase,
	values: readonly LoweredValue[],
): readonly Condition[] {
	const groups: { readonly first: LoweredValue; readonly terms: PredicateTerm[] }[] = [];
	let group: (typeof groups)[number] | undefined;
	for (const value of values) {
		// Nearly always they are all alike.
		if (group === undefined || !isAlike(group.first, value)) {
			group = groups.find(({ first }) => isAlike(first, value));
			if (group === undefined) groups.push((group = { first: value, terms: [] }));
		}
		if (value.value !== undefined) group.terms.push({ value: value.value, at: value.at });
	}
	return groups.map(({ first, terms }) => {
		const condition = leaf({ ...base, op: first.op, terms });
		return first.isNegated ? negate(condition) : condition;
	});
}

function isAlike(a: LoweredValue, b: LoweredValue): boolean {
	return a.op === b.op && a.isNegated === b.isNegated;
}
