import type { Condition, Detection } from "../../model/detection";
import { combine, negate, opaque } from "../syntax/conditions";
import { Pipeline } from "./pipeline";
import type { FieldScope } from "./field-scope";
import { UNKNOWN, type SplReader } from "./spl-reader";

/** Subsearches nested deeper than this are kept as one opaque leaf. */
const DEEPEST_SUBSEARCH = 20;

/**
 * Reads a subsearch inside of a search: its rows restrict what the search finds.
 *
 * One that only gives a lookup's column is a predicate on that field, or on the one that it is compared with (`src=[…]`), beside what the
 * lookup's rows have to be; a column whose values alone are given (`return $ip`) is looked for in the whole event. Every other is a detection of its own, joined to the search.
 */
export function readSubsearch(
	reader: SplReader,
	pipeline: Pipeline,
	isNegated: boolean,
	compared: string | null = null,
): Condition {
	const start = reader.cursor.offset;
	const inner = readBrackets(reader);
	if (inner === undefined) return giveUp(reader, start);
	const end = reader.cursor.lastEnd;
	const [column, ...others] = inner.columns ?? [];
	const { lookup, filters } = inner;
	if (lookup !== null && column !== undefined && others.length === 0 && filters !== undefined) {
		const isValueOnly = column.startsWith("$") && compared === null;
		const field = isValueOnly ? null : (compared ?? pipeline.fields.nameOf(column));
		const terms = [{ value: { list: lookup }, at: reader.placeOf(start) }];
		const op = isValueOnly ? "match" : "in";
		const parts = { field, op, terms, isCaseSensitive: false, transform: null } as const;
		const listed = reader.leafOf(pipeline.fields, parts, start, end);
		return filters.kind === "always" ? listed : combine("and", [listed, filters]);
	}
	const how = isNegated ? "not subsearch" : "subsearch";
	const columns = (inner.columns ?? []).map((name) => name.replace(/^\$/, ""));
	const on = (compared === null ? columns : [compared]).map((name) => pipeline.fields.nameOf(name));
	pipeline.restrictBy(how, inner.finish(), on);
	return UNKNOWN;
}

/** Reads what stands between square brackets as a pipeline of its own, with the brackets; undefined where they are nested too deep. */
export function readBrackets(reader: SplReader, fields?: FieldScope): Pipeline | undefined {
	const { cursor } = reader;
	if (reader.depth >= DEEPEST_SUBSEARCH) return undefined;
	cursor.take();
	reader.depth++;
	const inner = new Pipeline(fields);
	reader.readPipeline(reader, inner, true);
	reader.depth--;
	cursor.expect("]");
	return inner;
}

/** Reads the branches of a command: one subsearch after the other, commas between them; their pipelines are added to `read`. */
export function readBranches(reader: SplReader, read: Pipeline[] = []): readonly Detection[] {
	const { cursor } = reader;
	const branches: Detection[] = [];
	while (cursor.is("[")) {
		const start = cursor.offset;
		const inner = readBrackets(reader);
		if (inner !== undefined) read.push(inner);
		branches.push(inner?.finish() ?? { kind: "event", condition: giveUp(reader, start) });
		cursor.eat(",");
	}
	return branches;
}

function giveUp(reader: SplReader, start: number): Condition {
	const { cursor } = reader;
	cursor.report("query-too-deep", "error", `subsearches are nested over ${DEEPEST_SUBSEARCH} deep`);
	cursor.skip();
	cursor.skipUntil(() => false);
	cursor.skip();
	const end = cursor.lastEnd;
	return opaque(reader.text.slice(start, end), "nested too deep", reader.spanOf(start, end));
}

/** Takes out what is not known: it neither restricts an `and` nor, in an `or`, makes the other parts irrelevant. */
export function dropUnknown(condition: Condition): Condition {
	return withoutUnknown(condition) ?? { kind: "always" };
}

function withoutUnknown(condition: Condition): Condition | undefined {
	switch (condition.kind) {
		case "opaque":
			return condition === UNKNOWN ? undefined : condition;
		case "not": {
			const part = withoutUnknown(condition.part);
			if (part === condition.part) return condition;
			return part === undefined ? undefined : negate(part);
		}
		case "and":
		case "or": {
			const parts: Condition[] = [];
			let isSame = true;
			for (const part of condition.parts) {
				const kept = withoutUnknown(part);
				isSame &&= kept === part;
				if (kept !== undefined) parts.push(kept);
			}
			if (isSame) return condition;
			return parts.length === 0 ? undefined : combine(condition.kind, parts);
		}
		case "at-least":
		case "predicate":
		case "always":
			return condition;
	}
}
