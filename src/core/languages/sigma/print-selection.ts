import type { Condition } from "../../model/detection";
import { printItem, printMixedItem } from "./print-item";
import type { PrintedItem } from "./print-item";
import { printKey, printScalar } from "./print-yaml";
import type { PrintedScalar } from "./print-yaml";

/** What stands under a selection's name: its lines, indented from zero. */
export type PrintedSelection = readonly string[];

/**
 * Prints a condition as one selection: a predicate, an `and` of predicates (a map), an `or` of these (a list of maps). Undefined for any
 * other shape, which the condition line has to state.
 */
export function printSelection(condition: Condition): PrintedSelection | undefined {
	const map = printMap(condition);
	if (map !== undefined) return map;
	if (condition.kind === "predicate") {
		const item = printItem(condition.predicate);
		return item?.values.map((value) => `- ${printScalar(value)}`);
	}
	if (condition.kind !== "or") return undefined;
	const maps: PrintedSelection[] = [];
	for (const part of condition.parts) {
		const lines = printListPart(part);
		if (lines === undefined) return undefined;
		maps.push(lines);
	}
	return maps.flatMap((lines) => lines.map((line, at) => `${at === 0 ? "- " : "  "}${line}`));
}

/** Prints a part of a list of maps. */
export function printListPart(part: Condition): PrintedSelection | undefined {
	if (part.kind === "or" || ("name" in part && part.name !== null)) return undefined;
	return printMap(part);
}

/** Prints what is one entry of a map: a predicate with a field, or alternatives of one field that differ in their wildcards. */
export function printMapPart(part: Condition): PrintedItem | undefined {
	if (part.kind === "predicate") return printItem(part.predicate);
	return part.kind === "or" && part.name === null ? printMixedItem(part.parts) : undefined;
}

/** Tells whether an entry can be joined with one before it: two comparisons of one kind are one entry whose values must all hold. */
export function isJoined(before: PrintedItem, item: PrintedItem): boolean {
	return before.key === item.key && before.values.length === 1 && item.values.length === 1;
}

function printMap(condition: Condition): PrintedSelection | undefined {
	const parts = condition.kind === "and" ? condition.parts : [condition];
	const entries: { key: string; values: PrintedScalar[]; last: PrintedItem }[] = [];
	for (const part of parts) {
		const item = printMapPart(part);
		if (item === undefined) return undefined;
		const before = entries.at(-1);
		if (before !== undefined && isJoined(before.last, item)) {
			for (const value of item.values) before.values.push(value);
			// Several values behind `neq` all must differ; with `all` it would be any of them.
			const key = item.key ?? "";
			before.key = key.split("|").includes("neq", 1) ? key : `${key}|all`;
		} else entries.push({ key: item.key ?? "", values: [...item.values], last: item });
	}
	const keys = new Set(entries.map(({ key }) => key));
	if (keys.size < entries.length || keys.has("")) return undefined;
	return entries.flatMap(({ key, values }) => printEntry(key, values));
}

function printEntry(key: string, values: readonly PrintedScalar[]): readonly string[] {
	const [value = null] = values;
	if (values.length <= 1) return [`${printKey(key)}: ${printScalar(value)}`];
	return [`${printKey(key)}:`, ...values.map((each) => `    - ${printScalar(each)}`)];
}
