import type { Expression, Span } from "../../query/parse/ast";
import type { Obstacle, ObstacleReason } from "../conversion";

/** What a translated expression is, for what may be done with it. */
export interface Translated {
	readonly text: string;
	/** `truth` is true or false and nothing else; `property` is what a note may lack. */
	readonly kind: "truth" | "property" | "value";
}

/** A translation under way: the text of the query, and what stood in the way so far. */
export interface Translation {
	readonly query: string;
	readonly obstacles: Obstacle[];
	/** Whether the rows are groups, so that `rows.x` is meant where `x` is written. */
	isGrouped: boolean;
}

/** Notes that a part of the query has no counterpart; gives undefined, for the expression that there is none of. */
export function refuse(
	translation: Translation,
	reason: ObstacleReason,
	span: Span,
): Translated | undefined {
	const part = translation.query.slice(span.start, span.end).trim();
	const isKnown = translation.obstacles.some(
		(each) => each.reason === reason && each.part === part,
	);
	if (!isKnown) translation.obstacles.push({ reason, part });
	return undefined;
}

/** Gives the names of a path such as `file.link` or `rows.file.name`, undefined for anything else. */
export function pathOf(expression: Expression): readonly string[] | undefined {
	if (expression.type === "variable") return [expression.name];
	if (expression.type !== "index") return undefined;
	const { object, index } = expression;
	const before = pathOf(object);
	if (before === undefined || index.type !== "literal" || typeof index.value !== "string") {
		return undefined;
	}
	return [...before, index.value];
}

/** Puts an expression into brackets where it is more than one word. */
export function wrap(text: string): string {
	return /^[\w.]+(?:\([^()]*\))?$/.test(text) ? text : `(${text})`;
}

/** Gives an expression that is true or false as the query language has it: nothing, zero and what is empty count for false. */
export function truthOf({ text, kind }: Translated): string {
	if (kind === "truth") return text;
	return text.startsWith("file.") ? text : `(${text} && !list(${text}).isEmpty())`;
}
