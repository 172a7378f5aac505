import type { PredicateTerm } from "../../model/predicate";
import type { KqlConstant, KqlScope } from "./kql-scope";
import type { KqlCall, KqlExpression, KqlPipeline } from "./kql-tree";

/** Texts and lists that a query puts together are followed up to this size. */
const LONGEST = 20_000;

/** Gives the value of an expression that needs no data: a constant, a list of them, or a name for one; else undefined. */
export function evaluateConstant(
	expression: KqlExpression,
	scope: KqlScope,
): KqlConstant | undefined {
	switch (expression.kind) {
		case "literal":
			return scalar(expression.value, expression.start);
		case "name": {
			const binding = scope.find(expression.name);
			return binding?.kind === "value" ? binding.constant : undefined;
		}
		case "dynamic":
			return expression.entries === null
				? undefined
				: list(expression.entries.map(({ value, start }) => ({ value, at: start })));
		case "call":
			return evaluateCall(expression, scope);
		case "rows":
			return evaluateColumn(expression, null, scope);
		case "subquery":
			return evaluatePipeline(expression.pipeline, scope);
		default:
			return undefined;
	}
}

function scalar(value: PredicateTerm["value"], at: number): KqlConstant {
	return { kind: "scalar", term: { value, at } };
}

function list(terms: readonly PredicateTerm[]): KqlConstant {
	return { kind: "list", terms };
}

function evaluateCall(call: KqlCall, scope: KqlScope): KqlConstant | undefined {
	const values = call.arguments.map(({ value }) => evaluateConstant(value, scope));
	const [first] = values;
	switch (call.name) {
		case "materialize":
		case "tostring":
		case "toscalar":
		case "view":
			return first;
		case "tolower":
		case "toupper":
			return mapText(first, call.name === "tolower" ? lower : upper);
		case "strcat":
			return concatenate(values, call.start);
		case "split":
			return splitText(values);
		case "pack_array":
		case "array_concat":
		case "set_union":
			return gather(values);
		default:
			return undefined;
	}
}

function lower(text: string): string {
	return text.toLowerCase();
}

function upper(text: string): string {
	return text.toUpperCase();
}

function mapText(
	constant: KqlConstant | undefined,
	change: (text: string) => string,
): KqlConstant | undefined {
	if (constant?.kind !== "scalar" || typeof constant.term.value !== "string") return undefined;
	return scalar(change(constant.term.value), constant.term.at);
}

function concatenate(
	values: readonly (KqlConstant | undefined)[],
	at: number,
): KqlConstant | undefined {
	let text = "";
	for (const constant of values) {
		if (constant?.kind !== "scalar" || text.length > LONGEST) return undefined;
		const { value } = constant.term;
		if (typeof value !== "string" && typeof value !== "number") return undefined;
		text += String(value);
	}
	return scalar(text, at);
}

function splitText([text, separator]: readonly (KqlConstant | undefined)[]):
	KqlConstant | undefined {
	if (text?.kind !== "scalar" || separator?.kind !== "scalar") return undefined;
	const { value, at } = text.term;
	const by = separator.term.value;
	if (typeof value !== "string" || typeof by !== "string" || by === "") return undefined;
	return list(value.split(by).map((part) => ({ value: part, at })));
}

function gather(values: readonly (KqlConstant | undefined)[]): KqlConstant | undefined {
	const terms: PredicateTerm[] = [];
	for (const constant of values) {
		if (constant === undefined || terms.length > LONGEST) return undefined;
		if (constant.kind === "scalar") terms.push(constant.term);
		else for (const term of constant.terms) terms.push(term);
	}
	return list(terms);
}

/** One column of a `datatable`, the first where none is named. */
function evaluateColumn(
	rows: Extract<KqlExpression, { kind: "rows" }>,
	name: string | null,
	scope: KqlScope,
): KqlConstant | undefined {
	const { columns, cells } = rows;
	const column = name === null ? 0 : columns.indexOf(name);
	if (cells === null || columns.length === 0 || column === -1) return undefined;
	const terms: PredicateTerm[] = [];
	for (let at = column; at < cells.length; at += columns.length) {
		const cell = cells[at];
		const constant = cell === undefined ? undefined : evaluateConstant(cell, scope);
		if (constant?.kind !== "scalar") return undefined;
		terms.push(constant.term);
	}
	return list(terms);
}

/** A `datatable` of which at most one column is picked out. */
function evaluatePipeline(
	{ source, stages }: KqlPipeline,
	scope: KqlScope,
): KqlConstant | undefined {
	let picked: string | null = null;
	for (const stage of stages) {
		if (stage.kind === "passive") continue;
		const [only, ...others] = stage.kind === "project" ? stage.columns : [];
		if (only?.value.kind !== "name" || others.length > 0 || picked !== null) return undefined;
		picked = only.value.name;
	}
	let rows = source;
	if (rows?.kind === "name") {
		const binding = scope.find(rows.name);
		if (picked === null) return binding?.kind === "value" ? binding.constant : undefined;
		rows = binding?.kind === "value" ? binding.expression : null;
	}
	return rows?.kind === "rows" ? evaluateColumn(rows, picked, scope) : undefined;
}
