import type { FieldMap, Value } from "../../model/value";
import { callFunction } from "../functions/define-function";
import { FUNCTIONS } from "../functions/function-table";
import { nameFunction } from "../functions/name-function";
import type { BinaryOperator, Expression, Span } from "../parse/ast";
import { isFunction, isList, typeName } from "../value";
import { readMoment } from "../values/date-words";
import { isTrue } from "../values/truth";
import { compareValues } from "../values/value-order";
import { countUnique } from "./count-unique";
import { attempt, EvaluationFailure } from "./evaluation-failure";
import { indexValue } from "./index-value";
import { applyOperator } from "./operators";
import type { RunContext } from "./run-context";

/** Gives the value of an expression on a row; throws an `EvaluationFailure` where it has none. */
export type Compute = (row: FieldMap) => Value;

/** Turns an expression into what gives its value on each row of a run. */
export function compileExpression(expression: Expression, context: RunContext): Compute {
	switch (expression.type) {
		case "literal": {
			const { value } = expression;
			return () => value;
		}
		case "moment": {
			const value = readMoment(expression.text, context) ?? null;
			return () => value;
		}
		case "variable":
			return compileVariable(expression.name, context);
		case "list": {
			const items = expression.items.map((item) => compileExpression(item, context));
			return (row) => items.map((item) => item(row));
		}
		case "object": {
			const entries = expression.entries.map(
				([key, value]) => [key, compileExpression(value, context)] as const,
			);
			return (row) => ({
				kind: "object",
				fields: new Map(entries.map(([key, value]) => [key, value(row)])),
			});
		}
		case "lambda":
			return compileLambda(expression.parameters, expression.body, context);
		case "not": {
			const operand = compileExpression(expression.operand, context);
			return (row) => !isTrue(operand(row));
		}
		case "binary":
			return located(compileBinary(expression, context), expression.span);
		case "index":
			return located(compileIndex(expression, context), expression.span);
		case "call":
			return located(compileCall(expression, context), expression.span);
	}
}

/** Says where in the query a failure arose, unless something inside it said so before. */
function located(compute: Compute, span: Span): Compute {
	return (row) => {
		try {
			return compute(row);
		} catch (error) {
			if (!(error instanceof EvaluationFailure) || error.span !== undefined) throw error;
			throw new EvaluationFailure(error.message, span);
		}
	};
}

function compileVariable(name: string, context: RunContext): Compute {
	const common = context.globals.get(name) ?? null;
	return (row) => {
		const value = row.get(name);
		return value === undefined ? common : value;
	};
}

function compileBinary(
	expression: Expression & { readonly type: "binary" },
	context: RunContext,
): Compute {
	const { operator } = expression;
	const left = compileExpression(expression.left, context);
	const right = compileExpression(expression.right, context);
	const accepts = COMPARISONS[operator];
	if (accepts !== undefined) {
		return (row) => accepts(compareValues(left(row), right(row), context));
	}
	return (row) => applyOperator(operator, left(row), right(row), context);
}

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, (difference: number) => boolean>>> = {
	"=": (difference) => difference === 0,
	"!=": (difference) => difference !== 0,
	"<": (difference) => difference < 0,
	"<=": (difference) => difference <= 0,
	">": (difference) => difference > 0,
	">=": (difference) => difference >= 0,
};

/** What stands in brackets is an expression too; where it is null there is no part. */
function compileIndex(
	expression: Expression & { readonly type: "index" },
	context: RunContext,
): Compute {
	const { object, index } = expression;
	const key = compileExpression(index, context);
	if (object.type === "variable" && object.name === "row") {
		return (row) => {
			const name = key(row);
			if (name === null) return null;
			if (typeof name !== "string") {
				throw new EvaluationFailure("a field of the row is named by a text");
			}
			return row.get(name) ?? context.globals.get(name) ?? null;
		};
	}
	const value = compileExpression(object, context);
	if (index.type !== "literal") {
		return (row) => {
			const name = key(row);
			return name === null ? null : indexValue(value(row), name, context);
		};
	}
	const name = index.value;
	return name === null ? () => null : (row) => indexValue(value(row), name, context);
}

/** A lambda sees the row it is made on, under its own parameters. */
function compileLambda(
	parameters: readonly string[],
	body: Expression,
	context: RunContext,
): Compute {
	const result = compileExpression(body, context);
	return (row) => ({
		kind: "function",
		call: (args) => {
			const own = new Map<string, Value>();
			parameters.forEach((name, at) => {
				const value = args[at];
				if (value !== undefined) own.set(name, value);
			});
			return result({
				get: (name) => (own.has(name) ? own.get(name) : row.get(name)),
				keys: () => new Set([...own.keys(), ...row.keys()]),
			});
		},
	});
}

type Call = Expression & { readonly type: "call" };

function compileCall(expression: Call, context: RunContext): Compute {
	const { callee } = expression;
	const counted = listThatIsCounted(expression);
	if (counted !== undefined) return compileCount(expression, counted, context);
	const args = expression.args.map((arg) => compileExpression(arg, context));
	return compilePlainCall(callee, args, context);
}

/** Gives `list` of `length(unique(list))`. */
function listThatIsCounted({ callee, args }: Call): Expression | undefined {
	const [inner, second] = args;
	if (!isNamed(callee, "length") || second !== undefined || inner?.type !== "call")
		return undefined;
	const [list, more] = inner.args;
	return isNamed(inner.callee, "unique") && more === undefined ? list : undefined;
}

function isNamed(callee: Expression, name: string): boolean {
	return callee.type === "variable" && callee.name === name;
}

/** How many values differ can mostly be told without putting them in order. */
function compileCount({ callee, args }: Call, list: Expression, context: RunContext): Compute {
	const values = compileExpression(list, context);
	const inOrder = compilePlainCall(
		callee,
		args.map((arg) => compileExpression(arg, context)),
		context,
	);
	return (row) => {
		const found = values(row);
		return (isList(found) ? countUnique(found, context) : undefined) ?? inOrder(row);
	};
}

function compilePlainCall(
	callee: Expression,
	args: readonly Compute[],
	context: RunContext,
): Compute {
	if (callee.type === "variable") {
		const known = FUNCTIONS.get(callee.name);
		if (known !== undefined) {
			return (row) =>
				callFunction(
					known,
					args.map((arg) => arg(row)),
					context,
				);
		}
		return (row) => {
			for (const arg of args) arg(row);
			const hint = nameFunction(callee.name, FUNCTIONS);
			throw new EvaluationFailure(`there is no function "${callee.name}"${hint}`, callee.span);
		};
	}
	const target = compileTarget(callee, context);
	return (row) => {
		const called = target(row);
		const given = args.map((arg) => arg(row));
		if (isFunction(called)) return called.call(given);
		const known = typeof called === "string" ? FUNCTIONS.get(called) : undefined;
		if (known !== undefined) return callFunction(known, given, context);
		throw new EvaluationFailure(`a value of type ${typeName(called)} cannot be called`);
	};
}

/** What is called; `level.contains("h")` is how other languages write `contains(level, "h")`. */
function compileTarget(callee: Expression, context: RunContext): Compute {
	const target = compileExpression(callee, context);
	const name =
		callee.type === "index" && callee.index.type === "literal" ? callee.index.value : null;
	if (typeof name !== "string" || !FUNCTIONS.has(name)) return target;
	return (row) => {
		const called = attempt(() => target(row));
		if (!(called instanceof EvaluationFailure) && called !== null) return called;
		throw new EvaluationFailure(
			`a function stands before what it works on: ${name}(value), not value.${name}()`,
			callee.span,
		);
	};
}
