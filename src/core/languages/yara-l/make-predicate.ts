import type { Condition } from "../../model/detection";
import type { Predicate, PredicateOperator, PredicateValue } from "../../model/predicate";
import { leaf } from "../syntax/conditions";
import { lowerRegex } from "../syntax/lower-regex";
import type { Bindings } from "./bindings";
import type { Expression } from "./yara-l-tree";

/** What a comparison is about: an event's field, or what the rule computed. */
export interface Subject {
	readonly field: string;
	readonly variable: string | null;
	readonly transform: string | null;
	readonly isComputed: boolean;
	/** Whether letter case was folded around the field. */
	readonly isFolded: boolean;
}

/** What lowering needs to know of the rule, and whom it tells. */
export interface Lowering {
	readonly text: string;
	readonly bindings: Bindings;
	/** Type of a variable's event, null where the rule names none. */
	eventTypeOf(variable: string | null): string | null;
	/** Whether a variable stands for the rows of an earlier stage, whose fields that stage computed. */
	isStage(variable: string | null): boolean;
	/** Entries of a reference list; tells where there is none of that name. */
	listEntries(name: string, at: Expression): readonly string[] | undefined;
	/** Tells what was not understood. */
	tell(reason: string, at: Expression): void;
}

/** Makes a predicate of a regular expression, lowered where it is plain text; it is searched for anywhere in the value. */
export function makeRegex(
	span: Expression,
	subject: Subject,
	source: string,
	at: Expression,
	lowering: Lowering,
): Condition {
	const { op, value, isCaseFolded } = lowerRegex(source);
	const folded = isCaseFolded ? { ...subject, isFolded: true } : subject;
	return makeLeaf(span, folded, op, [value], at, lowering);
}

/** Makes a predicate. */
export function makeLeaf(
	{ start, end }: Expression,
	subject: Subject,
	op: PredicateOperator,
	values: readonly PredicateValue[],
	at: Expression,
	lowering: Lowering,
): Condition {
	const { field, variable, transform, isComputed, isFolded } = subject;
	const predicate: Predicate = {
		field,
		op,
		transform,
		terms: values.map((value) => ({ value, at: at.start })),
		isCaseSensitive: !isFolded,
		origin: isComputed ? "computed" : "event",
		source: isComputed ? null : lowering.eventTypeOf(variable),
		span: { start, end },
	};
	return leaf(predicate);
}

/** Gives what a field is compared with. */
export function valueOf(expression: Expression, { text }: Lowering): PredicateValue {
	switch (expression.kind) {
		case "literal":
			return expression.value;
		case "list":
			return { list: expression.name };
		case "regex":
			return expression.source;
		default:
			return { ref: text.slice(expression.start, expression.end) };
	}
}

/** Functions that fold letter case, which a comparison tells as such. */
const FOLDING = new Set(["strings.to_lower", "strings.to_upper"]);
/** Placeholders of placeholders are followed so far: they may lead in a circle. */
const LONGEST_CHAIN = 20;

/** Tells what an expression on the left of a comparison is about. */
export function subjectOf(expression: Expression, lowering: Lowering, depth = 0): Subject {
	switch (expression.kind) {
		case "field": {
			const { path, variable } = expression;
			const isComputed = lowering.isStage(variable);
			return { field: path, variable, transform: null, isComputed, isFolded: false };
		}
		case "placeholder": {
			const { name } = expression;
			const bound = lowering.bindings.valueOf(name);
			if (bound === undefined || depth > LONGEST_CHAIN) return makeComputed(name);
			const inner = subjectOf(bound, lowering, depth + 1);
			return inner.isComputed && bound.kind !== "field" ? makeComputed(name) : inner;
		}
		case "call": {
			const first = expression.items.find(({ kind }) => kind !== "literal");
			if (first === undefined) break;
			const inner = subjectOf(first, lowering, depth);
			if (FOLDING.has(expression.name)) return { ...inner, isFolded: true };
			if (inner.isComputed) break;
			return { ...inner, transform: expression.name };
		}
		default:
	}
	return makeComputed(lowering.text.slice(expression.start, expression.end));
}

function makeComputed(field: string): Subject {
	return { field, variable: null, transform: null, isComputed: true, isFolded: false };
}
