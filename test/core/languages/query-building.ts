import fc from "fast-check";
import { listOpaque, listPredicates } from "../../../src/core/languages/list-predicates";
import { combine, leaf, negate } from "../../../src/core/languages/syntax/conditions";
import type {
	Condition,
	ParsedQuery,
	QueryContext,
	QueryParser,
} from "../../../src/core/model/detection";
import type { Predicate, PredicateTerm } from "../../../src/core/model/predicate";

/** Nothing beside the query is known. */
export const NO_CONTEXT: QueryContext = { macro: () => undefined, list: () => undefined };

/** One line for each predicate: a `!` where it is negated, the function around its field, `~` or `=` where letter case is decided. */
export function showPredicates(parsed: ParsedQuery): readonly string[] {
	return listPredicates(parsed.detection).map(({ predicate, isNegated }) => {
		const { field, transform, op, terms, isCaseSensitive } = predicate;
		const subject = transform === null ? (field ?? "*") : `${transform}(${field ?? ""})`;
		const folding = isCaseSensitive === null ? "" : isCaseSensitive ? "=" : "~";
		const values = terms.map(({ value }) => JSON.stringify(value));
		return [`${isNegated ? "!" : ""}${subject}`, `${op}${folding}`, ...values].join(" ");
	});
}

/** Whether a query counts as fully parsed: nothing opaque, no token left over. */
export function isFull(parsed: ParsedQuery): boolean {
	return listOpaque(parsed.detection).length === 0 && parsed.tokens.unconsumed === 0;
}

/** Makes a predicate of a field, an operator and values. */
export function buildPredicate(
	field: string | null,
	op: Predicate["op"],
	values: readonly PredicateTerm["value"][],
	isCaseSensitive: boolean | null = null,
): Predicate {
	return {
		field,
		op,
		terms: values.map((value) => ({ value, at: 0 })),
		isCaseSensitive,
		transform: null,
		origin: "event",
		source: null,
		span: { start: 0, end: 0 },
	};
}

/** Trees over the given leaves, as a parser builds them: joined groups are flat, nothing is negated twice. */
export function arbitraryCondition(leaves: fc.Arbitrary<Predicate>): fc.Arbitrary<Condition> {
	const { tree } = fc.letrec<{ tree: Condition }>((tie) => ({
		tree: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			leaves.map(leaf),
			tie("tree").map(negate),
			fc.array(tie("tree"), { minLength: 2, maxLength: 4 }).map((parts) => combine("and", parts)),
			fc.array(tie("tree"), { minLength: 2, maxLength: 4 }).map((parts) => combine("or", parts)),
		),
	}));
	return tree;
}

/** A condition without the places in a text where its parts stand. */
export function withoutPlaces(condition: Condition): unknown {
	return JSON.parse(
		JSON.stringify(condition, (key, value: unknown) =>
			key === "span" || key === "at" ? undefined : value,
		),
	);
}

/** The condition of a query over single events. */
export function conditionOf(parsed: ParsedQuery): Condition {
	if (parsed.detection.kind !== "event") throw new Error(`a ${parsed.detection.kind}`);
	return parsed.detection.condition;
}

/** Texts made of a language's own pieces, broken in every way. */
export function arbitraryText(pieces: readonly string[]): fc.Arbitrary<string> {
	const piece = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...pieces) }, fc.string());
	return fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(" "));
}

/** Asserts what holds for any text: no exception, and no token passed over without a problem. Gives what went wrong. */
export function findFault(parse: QueryParser, text: string): string | undefined {
	const { tokens, problems, detection } = parse(text, NO_CONTEXT);
	listPredicates(detection);
	if (tokens.unconsumed < 0 || tokens.unconsumed > tokens.total) return "tokens counted twice";
	if (tokens.unconsumed > 0 && problems.length === 0) return "tokens passed over silently";
	for (const { span } of problems)
		if (span.start < 0 || span.end > text.length || span.start > span.end) return "a wrong span";
	return undefined;
}
