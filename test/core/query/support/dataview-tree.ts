import { encodeValue, type Json } from "../../../../src/core/query/encode-value";
import type { Expression, Operation, Query, Source } from "../../../../src/core/query/parse/ast";
import { readMoment } from "../../../../src/core/query/values/date-words";
import { createZoneTable } from "../../../../src/core/index/literals/zones";

const MOMENT = { zones: createZoneTable(), zone: "UTC", now: Date.parse("2024-03-15T12:00:00Z") };

/** An expression in the shape in which the cases were recorded. */
export function expressionTree(expression: Expression): Json {
	switch (expression.type) {
		case "literal":
			return { type: "literal", value: encodeValue(expression.value) };
		case "moment":
			return { type: "literal", value: encodeValue(readMoment(expression.text, MOMENT) ?? null) };
		case "variable":
			return { type: "variable", name: expression.name };
		case "list":
			return { type: "list", values: expression.items.map(expressionTree) };
		case "object": {
			const entries = expression.entries.map(([key, value]) => [key, expressionTree(value)]);
			return { type: "object", values: Object.fromEntries(entries) as Json };
		}
		case "lambda": {
			const { parameters, body } = expression;
			return { type: "lambda", arguments: parameters, value: expressionTree(body) };
		}
		case "not":
			return { type: "negated", child: expressionTree(expression.operand) };
		case "binary": {
			const { operator, left, right } = expression;
			const tree = { left: expressionTree(left), op: operator, right: expressionTree(right) };
			return { type: "binaryop", ...tree };
		}
		case "index": {
			const { object, index } = expression;
			return { type: "index", object: expressionTree(object), index: expressionTree(index) };
		}
		case "call": {
			const { callee, args } = expression;
			return {
				type: "function",
				func: expressionTree(callee),
				arguments: args.map(expressionTree),
			};
		}
	}
}

/** A source in the shape in which the cases were recorded. */
export function sourceTree(source: Source): Json {
	switch (source.type) {
		case "folder":
			return { type: "folder", folder: source.path };
		case "tag":
			return { type: "tag", tag: source.tag };
		case "csv":
			return { type: "csv", path: source.path };
		// Dataview has no such sources, so nothing is recorded of them.
		case "kind":
			return { type: "kind", kind: source.kind };
		case "records":
			return { type: "records", records: source.records };
		case "link":
			return { type: "link", file: source.target, direction: source.direction };
		case "not":
			return { type: "negate", child: sourceTree(source.source) };
		case "and":
		case "or": {
			const op = source.type === "and" ? "&" : "|";
			return {
				type: "binaryop",
				left: sourceTree(source.left),
				op,
				right: sourceTree(source.right),
			};
		}
	}
}

/** A query in the shape in which the cases were recorded, without Dataview's settings. */
export function queryTree({ header, source, operations }: Query): Json {
	const tree = {
		source: source === null ? { type: "folder", folder: "" } : sourceTree(source),
		operations: operations.map(operationTree),
	};
	switch (header.type) {
		case "table": {
			const fields = header.columns.map((column) => ({
				name: column.name,
				field: expressionTree(column.expression),
			}));
			return { ...tree, header: { type: "table", fields, showId: header.withId } };
		}
		case "list": {
			const format = header.value === null ? {} : { format: expressionTree(header.value) };
			return { ...tree, header: { type: "list", ...format, showId: header.withId } };
		}
		case "task":
			return { ...tree, header: { type: "task" } };
		case "calendar": {
			const { name, expression } = header.date;
			const field = { name, field: expressionTree(expression) };
			return { ...tree, header: { type: "calendar", showId: true, field } };
		}
	}
}

function operationTree(operation: Operation): Json {
	switch (operation.type) {
		case "where":
			return { type: "where", clause: expressionTree(operation.condition) };
		case "sort": {
			const fields = operation.keys.map(({ expression, direction }) => ({
				field: expressionTree(expression),
				direction,
			}));
			return { type: "sort", fields };
		}
		case "limit":
			return { type: "limit", amount: expressionTree(operation.amount) };
		case "group":
		case "flatten": {
			const { name, expression } = operation.by;
			return { type: operation.type, field: { name, field: expressionTree(expression) } };
		}
		case "from":
			return sourceTree(operation.source);
	}
}
