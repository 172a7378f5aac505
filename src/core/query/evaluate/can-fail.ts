import type { Expression } from "../parse/ast";

/**
 * Tells whether an expression might have no value on some row, without looking at any: false only where that is certain.
 *
 * `hasFile` says that `file` is an object on every row, as on rows of notes and records that no clause has changed.
 */
export function canFail(expression: Expression, hasFile: boolean): boolean {
	const inside = (part: Expression): boolean => canFail(part, hasFile);
	switch (expression.type) {
		case "literal":
		case "moment":
		case "variable":
		case "lambda":
			return false;
		case "list":
			return expression.items.some(inside);
		case "object":
			return expression.entries.some(([, value]) => inside(value));
		case "not":
			return inside(expression.operand);
		case "binary":
			return !SAFE.has(expression.operator) || inside(expression.left) || inside(expression.right);
		case "index":
			return !isField(expression, hasFile);
		case "call":
			return !isSafeCall(expression) || expression.args.some(inside);
	}
}

/** Operators that are made for any two values. */
const SAFE: ReadonlySet<string> = new Set(["=", "!=", "<", "<=", ">", ">=", "&", "|"]);

/** Functions that are made for any values, by their number of arguments. */
const SAFE_CALLS: ReadonlyMap<string, number> = new Map([
	["contains", 2],
	["icontains", 2],
	["default", 2],
	["ldefault", 2],
	["typeof", 1],
]);

function isField(
	{ object, index }: Expression & { readonly type: "index" },
	hasFile: boolean,
): boolean {
	if (object.type !== "variable" || index.type !== "literal") return false;
	const isNamed = typeof index.value === "string";
	return isNamed && (object.name === "row" || (object.name === "file" && hasFile));
}

function isSafeCall({ callee, args }: Expression & { readonly type: "call" }): boolean {
	return callee.type === "variable" && SAFE_CALLS.get(callee.name) === args.length;
}
