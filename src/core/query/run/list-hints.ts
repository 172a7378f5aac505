import type { Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import type { Expression, Query } from "../parse/ast";
import { isList, isObject } from "../value";
import { equalValues } from "../values/value-order";
import type { Row } from "./row";
import type { Remark } from "./source-hints";

/** Rows that are looked at for what a field holds. */
const MOST = 2000;

/** `tags = "book"`: a field that is compared with a text, number or link. */
interface Comparison {
	readonly file: boolean;
	readonly name: string;
	readonly value: Value;
	readonly left: string;
	readonly right: string;
	readonly at: number;
}

/** Says where a query that finds nothing asks whether a list is the same as one of its elements. */
export function findListHints(
	{ operations }: Query,
	text: string,
	open: () => Iterable<Row>,
	context: RunContext,
): readonly Remark[] {
	const first = operations.findIndex(({ type }) => type === "group" || type === "flatten");
	const found = operations
		.slice(0, first === -1 ? undefined : first)
		.flatMap((operation) =>
			operation.type === "where" ? comparisonsIn(operation.condition, text) : [],
		);
	return found
		.filter((comparison) => isElement(comparison, open(), context))
		.map(({ left, right, at }) => ({
			at,
			message: `${left} is a list, which is no single value; did you mean contains(${left}, ${right})?`,
		}));
}

function comparisonsIn(condition: Expression, text: string): readonly Comparison[] {
	if (condition.type !== "binary") return [];
	const { operator, left, right } = condition;
	if (operator === "&" || operator === "|") {
		return [...comparisonsIn(left, text), ...comparisonsIn(right, text)];
	}
	const field = operator === "=" ? fieldOf(left) : undefined;
	if (field === undefined || right.type !== "literal") return [];
	const written = ({ span }: Expression): string => text.slice(span.start, span.end).trim();
	const said = { left: written(left), right: written(right), at: left.span.start };
	return [{ ...field, ...said, value: right.value }];
}

function fieldOf(expression: Expression): Pick<Comparison, "file" | "name"> | undefined {
	if (expression.type === "variable") return { file: false, name: expression.name };
	if (expression.type !== "index" || expression.index.type !== "literal") return undefined;
	const { object, index } = expression;
	const isFile = object.type === "variable" && object.name === "file";
	return isFile && typeof index.value === "string" ? { file: true, name: index.value } : undefined;
}

function isElement(
	{ file, name, value }: Comparison,
	rows: Iterable<Row>,
	context: RunContext,
): boolean {
	let seen = 0;
	for (const { data } of rows) {
		if (++seen > MOST) return false;
		const holder = file ? (data.fields.get("file") ?? null) : data;
		const list = isObject(holder) ? (holder.fields.get(name) ?? null) : null;
		if (isList(list) && list.some((item) => equalValues(item, value, context))) return true;
	}
	return false;
}
