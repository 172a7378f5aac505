import type { Condition } from "../../model/detection";
import { combine, opaque } from "../syntax/conditions";
import { readLogicSign } from "../syntax/logic-signs";
import { parseLogic } from "../syntax/parse-logic";
import type { LogicGrammar, LogicOperator } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import type { SigmaToken } from "./scan-sigma";

const AND: LogicOperator = { kind: "and", power: 2, tokens: 1 };
const OR: LogicOperator = { kind: "or", power: 1, tokens: 1 };

/** Reads a name at the cursor: takes or skips its token, and those that belong to it. */
export type NameReader = (cursor: TokenCursor<SigmaToken>, name: SigmaToken) => Condition;

/**
 * Parses names that `and`, `or`, `not` and brackets join, up to a pipe or the end: `not` binds tighter than `and`, `and` tighter than
 * `or`, in any letter case. `&&`, `||` and `!` are reported and mean the same.
 *
 * `what` says in problems what the names are of. What does not follow the grammar is reported and kept as opaque leaves.
 */
export function parseNames(
	cursor: TokenCursor<SigmaToken>,
	what: string,
	readName: NameReader,
): Condition {
	const grammar: LogicGrammar<SigmaToken> = {
		notPower: 3,
		operatorAt: readOperator,
		isNot: (at) => at.isWord("not") || (at.is("!") && readLogicSign(at) === "not"),
		operand: (at, depth) => {
			if (!at.eat("(")) return parseOperand(at, what, readName);
			const inner = parseLogic(at, grammar, depth + 1);
			at.expect(")");
			return inner;
		},
	};
	const parts = [parseLogic(cursor, grammar)];
	if (!cursor.isAtEnd && !cursor.is("|")) {
		cursor.fail("expected \u201Cand\u201D, \u201Cor\u201D or the end");
		parts.push(skipRest(cursor));
	}
	return combine("and", parts);
}

function readOperator(cursor: TokenCursor<SigmaToken>): LogicOperator | undefined {
	if (cursor.isWord("and")) return AND;
	if (cursor.isWord("or")) return OR;
	if (!cursor.is("&&") && !cursor.is("||")) return undefined;
	return readLogicSign(cursor) === "and" ? AND : OR;
}

function parseOperand(
	cursor: TokenCursor<SigmaToken>,
	what: string,
	readName: NameReader,
): Condition {
	const token = cursor.peek();
	if (token?.kind === "word" && !/^(?:and|or|not)$/i.test(token.text))
		return readName(cursor, token);
	const found = token === undefined ? "the end" : `\u201C${token.text}\u201D`;
	const span = { start: cursor.offset, end: token?.end ?? cursor.offset };
	cursor.fail(`expected the name of a ${what}, found ${found}`, span);
	if (token !== undefined && token.text !== "|" && token.text !== ")") cursor.skip();
	return opaque(token?.text ?? "", `no ${what}`, span);
}

/** Passes over tokens that mean nothing here, reports why and gives the leaf that stands for them. */
export function refuse(cursor: TokenCursor<SigmaToken>, tokens: number, reason: string): Condition {
	const start = cursor.offset;
	const end = Math.max(start, cursor.peek(tokens - 1)?.end ?? start);
	cursor.fail(reason, { start, end });
	return skip(cursor, tokens, reason);
}

/** Passes over everything that is left, reports why and gives the leaf that stands for it. */
export function refuseRest(cursor: TokenCursor<SigmaToken>, reason: string): Condition {
	let tokens = 0;
	while (cursor.peek(tokens) !== undefined) tokens++;
	return refuse(cursor, tokens, reason);
}

function skipRest(cursor: TokenCursor<SigmaToken>): Condition {
	let tokens = 0;
	for (let token = cursor.peek(); token !== undefined && token.text !== "|";) {
		tokens++;
		token = cursor.peek(tokens);
	}
	return skip(cursor, tokens, "not part of the condition");
}

function skip(cursor: TokenCursor<SigmaToken>, tokens: number, reason: string): Condition {
	const start = cursor.offset;
	const words: string[] = [];
	for (let skipped = 0; skipped < tokens; skipped++) {
		words.push(cursor.peek()?.text ?? "");
		cursor.skip();
	}
	return opaque(words.join(" "), reason, { start, end: Math.max(start, cursor.lastEnd) });
}
