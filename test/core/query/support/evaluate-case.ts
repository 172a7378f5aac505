import { createZoneTable } from "../../../../src/core/index/literals/zones";
import { readWholeDate } from "../../../../src/core/index/literals/date-literal";
import { createVaultIndex } from "../../../../src/core/index/vault-index";
import type { LinkValue, ObjectValue, Value } from "../../../../src/core/model/value";
import { encodeValue, type Json } from "../../../../src/core/query/encode-value";
import { compileExpression } from "../../../../src/core/query/evaluate/compile-expression";
import { attempt, EvaluationFailure } from "../../../../src/core/query/evaluate/evaluation-failure";
import { createListMemory } from "../../../../src/core/query/evaluate/list-memory";
import type { RunContext } from "../../../../src/core/query/evaluate/run-context";
import { parseWholeExpression } from "../../../../src/core/query/parse/parse-query";
import { createTextPattern } from "../../../../src/core/query/patterns/text-pattern";
import { createTextStyle } from "../../../../src/core/query/values/text-style";

type Table = Readonly<Record<string, Json>>;

/** Gives what an expression evaluates to with some names set and some links resolving, undefined where it fails. */
export function evaluateCase(
	text: string,
	variables: Table = {},
	pages: Table = {},
): Json | undefined {
	const parsed = parseWholeExpression(text);
	if (!parsed.ok) return undefined;
	const fields = new Map(Object.entries(variables).map(([key, value]) => [key, decode(value)]));
	const compute = compileExpression(parsed.expression, contextWith(pages));
	const value = attempt(() => compute(fields));
	return value instanceof EvaluationFailure ? undefined : encodeValue(value);
}

function contextWith(pages: Table): RunContext {
	const style = createTextStyle("en-US");
	return {
		zones: createZoneTable(),
		zone: "UTC",
		now: Date.parse("2024-03-15T12:00:00Z"),
		lookup: createVaultIndex(),
		records: undefined,
		techniques: undefined,
		staleBefore: "2023-12-16T00:00:00Z",
		trace: undefined,
		origin: "",
		style,
		globals: new Map(),
		page: (path) => {
			const page = pages[path];
			return page === undefined ? undefined : (decode(page) as ObjectValue);
		},
		lists: createListMemory(),
		patternOf: createTextPattern,
		normalise: (path) => path,
		compareText: style.compareText.bind(style),
	};
}

/** The inverse of `encodeValue` for what the cases set. */
function decode(value: Json): Value {
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map((item: Json) => decode(item));
	const table = value as Table;
	if ("$link" in table) return { kind: "link", ...(table["$link"] as object) } as LinkValue;
	if ("$date" in table) {
		const reading = { zones: createZoneTable(), zone: "UTC" };
		const text = table["$date"];
		return typeof text === "string" ? (readWholeDate(text, reading) ?? null) : null;
	}
	const fields = new Map(Object.entries(table).map(([key, item]) => [key, decode(item)]));
	return { kind: "object", fields };
}
