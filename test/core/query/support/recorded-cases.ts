import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import type { Json } from "../../../../src/core/query/encode-value";

/** A whole query with what Dataview answered; see the README beside the cases. */
export interface ExecutedCase {
	readonly id: number;
	readonly vault: "catalogue" | "mini";
	readonly origin: string | null;
	readonly query: string;
	readonly ok: boolean;
	readonly error?: "parse" | "execution";
	readonly type?: string;
	readonly headers?: readonly string[];
	readonly rows?: readonly Json[];
	readonly unordered?: boolean;
	readonly unorderedLists?: readonly number[];
	readonly droppedRows?: number;
}

/** An expression, a piece of grammar or a query text with what Dataview made of it. */
export interface LanguageCase {
	readonly id: number;
	readonly kind: "eval" | "parse" | "query";
	readonly rule?: string;
	readonly input: string;
	readonly variables?: Readonly<Record<string, Json>>;
	readonly pages?: Readonly<Record<string, Json>>;
	readonly ok: boolean;
	readonly expected?: Json;
}

/** Reads a file of cases. */
export function readCases<T>(file: string): readonly T[] {
	return (JSON.parse(readFileSync(file, "utf8")) as { cases: readonly T[] }).cases;
}

/** Compares JSON; numbers may differ in the last digit that floating point keeps. */
export function sameJson(left: unknown, right: unknown): boolean {
	return isDeepStrictEqual(plain(left), plain(right));
}

/** Rows as a multiset, and the lists in some columns too. */
export function inAnyOrder(rows: readonly Json[], lists: readonly number[] = []): Json[] {
	const sorted = rows.map((row) =>
		Array.isArray(row)
			? row.map((cell: Json, at) => (lists.includes(at) ? sortedJson(cell) : cell))
			: row,
	);
	return sortedJson(sorted) as Json[];
}

function sortedJson(value: Json): Json {
	if (!Array.isArray(value)) return value;
	const items = value as readonly Json[];
	return [...items].sort((a, b) => {
		const [left, right] = [JSON.stringify(plain(a)), JSON.stringify(plain(b))];
		return left < right ? -1 : left > right ? 1 : 0;
	});
}

/** Objects with their keys in order, so that they can be compared as text. */
function plain(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(plain);
	if (typeof value !== "object" || value === null) return value;
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(entries.map(([key, item]) => [key, plain(item)]));
}
