import type { Value } from "../../model/value";
import { EvaluationFailure } from "../evaluate/evaluation-failure";
import type { RunContext } from "../evaluate/run-context";
import { isList, typeName, type TypeName } from "../value";

/** What a function makes of its arguments; it may throw an `EvaluationFailure`. */
export type Implementation = (args: readonly Value[], context: RunContext) => Value;

/** One way to call a function: the types of the arguments, `*` for any, or any number of anything. */
export interface Variant {
	readonly types: readonly (TypeName | "*")[] | "any";
	readonly run: Implementation;
}

/** A function of the query language. */
export interface QueryFunction {
	readonly name: string;
	/** The first that fits is taken. */
	readonly variants: readonly Variant[];
	/** How its arguments are written, for a call that is not possible. */
	readonly advice: string;
	/** For calls with that many arguments: those that may be lists, over which the function is then applied one by one. */
	readonly spreads: Readonly<Record<number, readonly number[]>>;
}

/** Functions by name. */
export type FunctionTable = ReadonlyMap<string, QueryFunction>;

/**
 * Defines a function by its variants. Keys are the types of the arguments behind commas (`"string, *"`), or `...` for any number;
 * `spreads` says which arguments may be lists instead, for each number of arguments.
 */
export function defineFunction(
	name: string,
	variants: Readonly<Record<string, Implementation>>,
	spreads: Readonly<Record<number, readonly number[]>> = {},
	advice = "",
): QueryFunction {
	return {
		name,
		advice,
		variants: Object.entries(variants).map(([key, run]) => ({ types: typesOf(key), run })),
		spreads,
	};
}

/** Calls a function: over lists where it spreads, else by the first variant that fits; throws where none does. */
export function callFunction(
	definition: QueryFunction,
	args: readonly Value[],
	context: RunContext,
): Value {
	const lists = (definition.spreads[args.length] ?? []).filter((at) => isList(args[at] ?? null));
	if (lists.length > 0) return callOverLists(definition, args, lists, context);
	for (const { types, run } of definition.variants) {
		if (types === "any" || fits(types, args)) return run(args, context);
	}
	const given = args.map((arg) => typeName(arg)).join(", ");
	throw new EvaluationFailure(
		`${definition.name}(${given}) is not possible; it takes ${definition.advice || describe(definition)}`,
	);
}

/** The shortest list says how often it is called. */
function callOverLists(
	definition: QueryFunction,
	args: readonly Value[],
	lists: readonly number[],
	context: RunContext,
): Value {
	const lengths = lists.map((at) => asList(args[at]).length);
	return Array.from({ length: Math.min(...lengths) }, (_, step) => {
		const single = args.map((arg, at) => (lists.includes(at) ? (asList(arg)[step] ?? null) : arg));
		return callFunction(definition, single, context);
	});
}

function asList(value: Value | undefined): readonly Value[] {
	return value !== undefined && isList(value) ? value : [];
}

function fits(types: readonly (TypeName | "*")[], args: readonly Value[]): boolean {
	if (types.length !== args.length) return false;
	return types.every((type, at) => type === "*" || type === typeName(args[at] ?? null));
}

const TYPES: ReadonlySet<string> = new Set<TypeName | "*">([
	"null",
	"boolean",
	"number",
	"string",
	"date",
	"duration",
	"link",
	"array",
	"object",
	"widget",
	"function",
	"*",
]);

function typesOf(key: string): Variant["types"] {
	if (key === "...") return "any";
	return key.split(", ").filter((type): type is TypeName | "*" => TYPES.has(type));
}

/** What a function can be called with, for messages; that most take null is not worth a word. */
function describe({ name, variants }: QueryFunction): string {
	const calls = variants
		.map(({ types }) => (types === "any" ? ["..."] : types))
		.filter((types) => !types.includes("null"))
		.map((types) => `${name}(${types.map((type) => (type === "*" ? "any" : type)).join(", ")})`);
	return calls.join(" or ");
}
