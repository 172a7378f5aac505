import { readRow, writeRow } from "../document/table-row";
import { insertBehind } from "./insert-behind";

/** Rows of one table in three versions, without line breaks. */
export interface RowVersions {
	readonly base: readonly string[];
	readonly mine: readonly string[];
	readonly theirs: readonly string[];
}

interface Row {
	readonly line: string;
	readonly cells: readonly string[];
}

/**
 * Merges rows of a table by cell, so that what a person filled in stands beside what upstream changed in the same row.
 *
 * Rows are each other where their first cells are alike; spaces around cells do not count. Undefined where a line is no row, where two rows
 * of a version have one first cell, or where both sides changed one cell: then only lines can tell.
 */
export function mergeRows(versions: RowVersions): readonly string[] | undefined {
	const base = indexRows(versions.base);
	const mine = indexRows(versions.mine);
	const theirs = indexRows(versions.theirs);
	if (base === undefined || mine === undefined || theirs === undefined || base.size === 0)
		return undefined;
	const merged = new Map<string, string | null>();
	for (const key of new Set([...mine.keys(), ...theirs.keys()])) {
		const line = mergeRow(base.get(key), mine.get(key), theirs.get(key));
		if (line === undefined) return undefined;
		merged.set(key, line);
	}
	return orderKeys([...mine.keys()], [...theirs.keys()], base).flatMap(
		(key) => merged.get(key) ?? [],
	);
}

function indexRows(lines: readonly string[]): ReadonlyMap<string, Row> | undefined {
	const rows = new Map<string, Row>();
	for (const line of lines) {
		const cells = readRow(line);
		if (cells === undefined) return undefined;
		const isRuler = cells.every((cell) => /^:?-+:?$/.test(cell));
		const key = isRuler ? "---" : (cells[0] ?? "");
		if (key === "" || rows.has(key)) return undefined;
		rows.set(key, { line, cells });
	}
	return rows;
}

/** A row's line; null where it is gone, undefined where the sides do not agree. */
function mergeRow(
	base: Row | undefined,
	mine: Row | undefined,
	theirs: Row | undefined,
): string | null | undefined {
	if (mine === undefined || theirs === undefined) {
		const left = mine ?? theirs;
		if (base === undefined) return left?.line ?? null;
		return left === undefined || isSame(base, left) ? null : undefined;
	}
	const cells: string[] = [];
	const count = Math.max(mine.cells.length, theirs.cells.length);
	for (let at = 0; at < count; at++) {
		const [before, own, other] = [base?.cells[at], mine.cells[at], theirs.cells[at]];
		if (own !== other && own !== before && other !== before) return undefined;
		const cell = own === before ? other : own;
		if (cell !== undefined) cells.push(cell);
	}
	const merged = { line: "", cells };
	if (isSame(merged, mine)) return mine.line;
	return isSame(merged, theirs) ? theirs.line : writeRow(cells);
}

function isSame(one: Row, other: Row): boolean {
	return (
		one.cells.length === other.cells.length &&
		one.cells.every((cell, at) => cell === other.cells[at])
	);
}

/** Upstream's order with the person's own rows behind those that they follow; the person's where they put rows in another one. */
function orderKeys(
	mine: readonly string[],
	theirs: readonly string[],
	base: ReadonlyMap<string, Row>,
): readonly string[] {
	const own = new Set(mine);
	const kept = [...base.keys()].filter((key) => own.has(key));
	const wasMoved = mine.filter((key) => base.has(key)).some((key, at) => key !== kept[at]);
	return wasMoved ? insertBehind(mine, theirs) : insertBehind(theirs, mine);
}
