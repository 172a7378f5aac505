import type { Command } from "./esql-command";
import type { Expression } from "./esql-tree";
import type { EsqlCursor } from "./read-expression";
import { readExpression } from "./read-expression";

/**
 * Reads the condition of a `where`, up to where `isEnd`. Where it breaks off, what stands up to the next `and` or `or` is passed over and
 * reported, and what follows is read on.
 */
export function readWhere(cursor: EsqlCursor, isEnd: () => boolean): Command {
	let last: Expression[] = [readExpression(cursor)];
	const alternatives = [last];
	while (!isEnd()) {
		cursor.fail("expected \u201C|\u201D, \u201Cand\u201D or \u201Cor\u201D");
		last.push(...last.splice(-1).map(breakTail), skipBroken(cursor));
		if (cursor.eatWord("or")) {
			last = [];
			alternatives.push(last);
		} else if (!cursor.eatWord("and")) break;
		last.push(readExpression(cursor));
	}
	return {
		kind: "where",
		condition: join(
			"or",
			alternatives.map((items) => join("and", items)),
		),
	};
}

function join(op: "and" | "or", items: readonly Expression[]): Expression {
	const [first] = items;
	const start = first?.start ?? 0;
	if (items.length === 1 && first !== undefined) return first;
	return { kind: "logic", op, items, start, end: items.at(-1)?.end ?? start };
}

function skipBroken(cursor: EsqlCursor): Expression {
	const start = cursor.offset;
	cursor.skipUntil(({ text }) => text === "|" || /^(?:and|or)$/i.test(text));
	const end = Math.max(start, cursor.lastEnd);
	return { kind: "broken", reason: "not ES|QL", start, end };
}

/** Of an expression that breaks off, a name that stands last says nothing: `a == 1 and b contains "x"`. */
function breakTail(expression: Expression): Expression {
	if (expression.kind === "not") return { ...expression, item: breakTail(expression.item) };
	if (expression.kind === "logic")
		return {
			...expression,
			items: expression.items.map((item, index) =>
				index === expression.items.length - 1 ? breakTail(item) : item,
			),
		};
	if (expression.kind !== "column") return expression;
	const { start, end } = expression;
	return { kind: "broken", reason: "a value alone", start, end };
}
