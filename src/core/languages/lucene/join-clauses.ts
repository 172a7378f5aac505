import type { Condition } from "../../model/detection";
import { combine, negate } from "../syntax/conditions";

/** One clause of a group, with what stands before it. */
export interface LuceneClause {
	readonly condition: Condition;
	readonly conjunction: "and" | "or" | null;
	/** `+` requires, `-`, `!` and `NOT` prohibit. */
	readonly modifier: "required" | "prohibited" | null;
}

/**
 * Joins a group's clauses as Lucene's classic query parser does (`QueryParserBase.addClause`, 9.x; default operator OR): `AND` requires the
 * clauses on both of its sides, there is no precedence. Beside a required clause the optional ones only raise the score: they become an
 * `at-least` of none, which keeps them and restricts nothing. What is prohibited alone turns round, as Elasticsearch does.
 */
export function joinClauses(clauses: readonly LuceneClause[]): Condition {
	const isRequired = clauses.map(
		({ modifier, conjunction }, index) =>
			modifier !== "prohibited" &&
			(modifier === "required" ||
				conjunction === "and" ||
				clauses[index + 1]?.conjunction === "and"),
	);
	const parts: Condition[] = [];
	const optional: Condition[] = [];
	let firstOptional = 0;
	for (const [index, { condition, modifier }] of clauses.entries()) {
		if (modifier === "prohibited") parts.push(negate(condition));
		else if (isRequired[index] === true) parts.push(condition);
		else {
			if (optional.length === 0) firstOptional = parts.length;
			optional.push(condition);
		}
	}
	if (optional.length > 0) {
		const restricts = !isRequired.includes(true);
		const group: Condition = restricts
			? combine("or", optional)
			: { kind: "at-least", count: 0, parts: optional };
		parts.splice(firstOptional, 0, group);
	}
	return combine("and", parts);
}
