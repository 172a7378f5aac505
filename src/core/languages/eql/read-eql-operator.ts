import { readLogicSign } from "../syntax/logic-signs";
import type { LogicOperator } from "../syntax/parse-logic";
import type { EqlCursor } from "./parse-value";

const OR: LogicOperator = { kind: "or", power: 1, tokens: 1 };
const AND: LogicOperator = { kind: "and", power: 2, tokens: 1 };

/** Gives the operator at the cursor. `&&` and `||` are no EQL; they are reported and read as what they mean elsewhere. */
export function readEqlOperator(cursor: EqlCursor): LogicOperator | undefined {
	if (cursor.isWord("and")) return AND;
	if (cursor.isWord("or")) return OR;
	if (cursor.is("!")) return undefined;
	const sign = readLogicSign(cursor);
	return sign === undefined ? undefined : sign === "and" ? AND : OR;
}

/** Whether a negation stands at the cursor: `not`, or `!`, which is reported. */
export function isEqlNot(cursor: EqlCursor): boolean {
	if (cursor.isWord("not")) return true;
	return cursor.is("!") && !isMissingEvent(cursor) && readLogicSign(cursor) === "not";
}

/** Whether `![` stands at the cursor, which begins a sequence's event that must be missing. */
export function isMissingEvent(cursor: EqlCursor): boolean {
	return cursor.is("!") && cursor.is("[", 1);
}
