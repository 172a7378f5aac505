import { evaluateConstant } from "./kql-constants";
import type { KqlBinding } from "./kql-scope";
import { KqlScope } from "./kql-scope";
import type { KqlCall, KqlExpression, KqlPipeline, KqlStatement } from "./kql-tree";

type KqlFunction = Extract<KqlBinding, { kind: "function" }>;

/** Makes the names that a function's body sees: its parameters with the arguments of a call, and its own `let`s. */
export function bindArguments(
	{ parameters, body, scope }: KqlFunction,
	call: KqlCall | null,
	caller: KqlScope,
): KqlScope {
	const inner = new KqlScope(scope);
	const given = new Map<string, KqlExpression>();
	call?.arguments.forEach(({ names: [name], value }, position) => {
		const key = name ?? parameters[position]?.name;
		if (key !== undefined) given.set(key, value);
	});
	for (const { name, value } of parameters) {
		const argument = given.get(name);
		if (argument !== undefined) inner.set(name, bindValue(argument, [], caller));
		else if (value !== null) inner.set(name, bindValue(value, [], scope));
		else inner.set(name, { kind: "unknown" });
	}
	for (const statement of body) define(statement, inner);
	return inner;
}

/** Gives a statement's name to a scope; a statement that defines nothing is left alone. */
export function define(statement: KqlStatement, scope: KqlScope): void {
	switch (statement.kind) {
		case "let": {
			const { source, subqueries } = statement.value;
			if (source !== null) scope.set(statement.name, bindValue(source, subqueries, scope));
			return;
		}
		case "function":
			scope.set(statement.name, {
				kind: "function",
				parameters: statement.parameters,
				body: statement.body,
				scope,
			});
			return;
		case "parameters":
			for (const { name, value } of statement.parameters)
				scope.set(name, value === null ? { kind: "unknown" } : bindValue(value, [], scope));
			return;
		case "opaque":
		case "setting":
		case "query":
	}
}

/** Gives what a function returns: its last statement. */
export function returnOf(body: readonly KqlStatement[]): KqlPipeline | undefined {
	const last = body.at(-1);
	return last?.kind === "query" ? last.pipeline : undefined;
}

function bindValue(
	expression: KqlExpression,
	subqueries: readonly KqlPipeline[],
	scope: KqlScope,
): KqlBinding {
	const constant = evaluateConstant(expression, scope);
	return { kind: "value", expression, subqueries, scope, constant };
}
