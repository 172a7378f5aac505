import type { Condition, Detection } from "../../model/detection";
import { ALWAYS, combine } from "../syntax/conditions";
import { DEEPEST } from "../syntax/parse-logic";
import { eqlConditions } from "./eql-grammar";
import type { EqlReading } from "./eql-grammar";
import { mapPredicates } from "./map-predicates";
import { parseKeys } from "./parse-sequence";
import type { EqlCursor } from "./parse-value";

/** What `count` and `unique_count` put into each group they give. */
const COUNTED = new Set(["count", "percent", "key", "hosts", "total_hosts"]);

/** What a pipe does to what stands before it; nothing where it only orders or cuts. */
type Pipe = { readonly filter: Condition } | { readonly by: readonly string[] } | undefined;

/** Reads the pipes behind a query: `filter`, the counting ones, and those that only order and cut. One that is not known is reported. */
export function parsePipes(reading: EqlReading, of: Detection): Detection {
	const { cursor } = reading;
	let detection = of;
	let filters: Condition[] = [];
	for (let counts = 0; counts < DEEPEST && cursor.eat("|");) {
		const pipe = parsePipe(reading);
		if (pipe !== undefined && "filter" in pipe) filters.push(pipe.filter);
		else if (pipe !== undefined) {
			const by = pipe.by;
			detection = {
				kind: "aggregate",
				of: filter(detection, filters),
				by,
				window: null,
				having: ALWAYS,
			};
			filters = [];
			counts++;
		}
		if (cursor.isAtEnd || cursor.is("|")) continue;
		cursor.fail("expected \u201C|\u201D");
		skipPipe(cursor);
	}
	return filter(detection, filters);
}

function parsePipe(reading: EqlReading): Pipe {
	const { cursor } = reading;
	const name = cursor.peek()?.text.toLowerCase();
	switch (name) {
		case "head":
		case "tail":
			cursor.take();
			if (cursor.peek()?.kind === "number") cursor.take();
			return undefined;
		case "sort":
		case "unique":
			cursor.take();
			parseKeys(cursor);
			return undefined;
		case "count":
		case "unique_count":
			cursor.take();
			return { by: parseKeys(cursor) };
		case "window":
			cursor.take();
			while (/^(?:number|word|name)$/.test(cursor.peek()?.kind ?? "")) cursor.take();
			return undefined;
		case "filter":
			cursor.take();
			return { filter: eqlConditions(null, reading).parse(cursor, 0) };
		default:
			cursor.report(
				"query-opaque",
				"warning",
				`the pipe \u201C${name ?? ""}\u201D is not understood`,
			);
			skipPipe(cursor);
			return undefined;
	}
}

function filter(of: Detection, conditions: readonly Condition[]): Detection {
	if (conditions.length === 0) return of;
	const condition = combine("and", conditions);
	if (of.kind !== "aggregate") return { kind: "filter", of, condition };
	return { ...of, having: markCounted(condition) };
}

/** Tells the fields that a count makes from those of events. */
function markCounted(condition: Condition): Condition {
	return mapPredicates(condition, (predicate) => {
		const isCounted = predicate.field !== null && COUNTED.has(predicate.field);
		return isCounted ? { ...predicate, origin: "computed" } : predicate;
	});
}

function skipPipe(cursor: EqlCursor): void {
	while (!cursor.isAtEnd && !cursor.is("|")) cursor.skip();
}
