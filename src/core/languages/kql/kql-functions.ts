import { evaluateConstant } from "./kql-constants";
import type { KqlBinding } from "./kql-scope";
import { KqlScope } from "./kql-scope";
import type { KqlView } from "./kql-session";
import type { KqlCall, KqlExpression, KqlPathStep, KqlPipeline, KqlStatement } from "./kql-tree";

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
		case "pattern":
			for (const { keys, body } of statement.cases) {
				const name = keyOf(statement.name, keys);
				scope.set(name, { kind: "function", parameters: [], body, scope });
			}
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

/** The name under which a scope has one body of a pattern. */
export function keyOf(name: string, keys: readonly (KqlPathStep | undefined)[]): string {
	let key = name;
	for (const part of keys) {
		if (typeof part === "string") key += `\n${part}`;
		else if (part?.kind === "literal") key += `\n${String(part.value)}`;
	}
	return key;
}

/** How much text a function's body has, about. */
export function lengthOf(body: readonly KqlStatement[]): number {
	const [first] = body;
	const last = returnOf(body);
	if (last === undefined) return 0;
	return last.end - (first?.kind === "let" ? first.value : last).start;
}

/** Gives what a function returns: its last statement. */
export function returnOf(body: readonly KqlStatement[]): KqlPipeline | undefined {
	const last = body.at(-1);
	return last?.kind === "query" ? last.pipeline : undefined;
}

/** Gives the expression that a function of the query's own returns and the names it sees, undefined where the call is of none. */
export function openFunction(
	call: KqlCall,
	{ scope, session }: KqlView,
): { readonly source: KqlExpression; readonly scope: KqlScope } | undefined {
	const binding = scope.find(call.name);
	if (binding?.kind !== "function") return undefined;
	const result = returnOf(binding.body);
	const source = result?.source;
	if (!source || result.stages.length > 0 || source.kind === "subquery") return undefined;
	if (!session.spend(result.end - result.start)) return undefined;
	return { source, scope: bindArguments(binding, call, scope) };
}

function bindValue(
	expression: KqlExpression,
	subqueries: readonly KqlPipeline[],
	scope: KqlScope,
): KqlBinding {
	const constant = evaluateConstant(expression, scope);
	return { kind: "value", expression, subqueries, scope, constant };
}
