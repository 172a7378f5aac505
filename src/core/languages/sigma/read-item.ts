import type { Condition } from "../../model/detection";
import type { Predicate, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { combine, leaf, negate } from "../syntax/conditions";
import { isScalar, lowerValue } from "./lower-value";
import type { LoweredValue } from "./lower-value";
import { itemOf } from "./outline-node";
import type { OutlineNode } from "./outline-node";
import { readModifiers } from "./read-modifiers";
import type { SigmaModifiers } from "./read-modifiers";
import { countLeaves } from "./sigma-reading";
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
	value: unknown,
	node: OutlineNode,
	span: Span,
): Condition {
	const [field = "", ...words] = key?.split("|") ?? [];
	const modifiers = readModifiers(words);
	const leaves = countLeaves(value);
	reading.count(leaves);
	const [unknown] = modifiers.unknown;
	if (unknown !== undefined)
		return reading.giveUp(`the modifier \u201C${unknown}\u201D is not known`, span, leaves);
	const base = describe(field === "" ? null : field, modifiers, span);
	const values: readonly unknown[] = Array.isArray(value) ? value : [value];
	if (values.length === 0) {
		if (base.field === null) return reading.giveUp("there is no keyword", span, leaves);
		return leaf({ ...base, op: "is_null", terms: [] });
	}
	const opaqueParts: Condition[] = [];
	const groups: (readonly LoweredValue[])[] = [];
	values.forEach((one, index) => {
		const place = Array.isArray(value) ? itemOf(node, index) : node;
		const lowered = isScalar(one)
			? lowerValue(reading, base.field, one, modifiers, place)
			: { reason: "a list or a table stands where a value is expected" };
		if ("reason" in lowered)
			opaqueParts.push(reading.giveUp(lowered.reason, spanOf(place), countLeaves(one)));
		else groups.push(lowered);
	});
	const read = joinValues(base, groups, modifiers);
	const kind = modifiers.isAll || modifiers.isNegated ? "and" : "or";
	return combine(kind, [...read, ...opaqueParts]);
}

function spanOf({ start, end }: OutlineNode): Span {
	return { start, end };
}

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
	if (modifiers.isNegated) return groups.flat().map((value) => differ(base, value));
	if (modifiers.isAll && groups.length > 1)
		return groups.map((group) => combine("or", groupByOperator(base, group)));
	return groupByOperator(base, groups.flat());
}

/** `neq`: different from every value of the list. */
function differ(base: PredicateBase, value: LoweredValue): Condition {
	if (value.op === "eq" && !value.isNegated)
		return leaf({ ...base, op: "ne", terms: termsOf([value]) });
	if (value.op === "is_null") return leaf({ ...base, op: "exists", terms: [] });
	return negate(combine("or", groupByOperator(base, [value])));
}

function groupByOperator(
	base: PredicateBase,
	values: readonly LoweredValue[],
): readonly Condition[] {
	const groups: [LoweredValue, ...LoweredValue[]][] = [];
	for (const value of values) {
		const known = groups.find(
			([{ op, isNegated }]) => op === value.op && isNegated === value.isNegated,
		);
		if (known === undefined) groups.push([value]);
		else known.push(value);
	}
	return groups.map((group) => {
		const [{ op, isNegated }] = group;
		const condition = leaf({ ...base, op, terms: termsOf(group) });
		return isNegated ? negate(condition) : condition;
	});
}

function termsOf(values: readonly LoweredValue[]): readonly PredicateTerm[] {
	const terms: PredicateTerm[] = [];
	for (const { value, at } of values) if (value !== undefined) terms.push({ value, at });
	return terms;
}
