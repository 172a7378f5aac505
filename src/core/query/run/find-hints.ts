import type { FieldMap } from "../../model/value";
import { isObject } from "../value";
import type { RunContext } from "../evaluate/run-context";
import type { Hint } from "../outcome";
import type { Query } from "../parse/ast";
import { positionOf } from "../parse/cursor";
import type { NameUse } from "./names-used";
import { listNames } from "./names-used";
import type { Row } from "./row";
import { nearestName } from "./nearest-name";
import type { Remark } from "./source-hints";
import { findSourceHints } from "./source-hints";

/** Rows whose names are looked at for what a name may mean. */
const MOST = 2000;
/** Rows that are gone through for a name; where there are more without it, nothing is said of it. */
const LONGEST = 20_000;

/**
 * Says which names of a query no row of its source has though a known one is near, and which tags and folders of its source name
 * nothing; in the order of the text. Rows are gone through only as far as it takes to find every name.
 */
export function findHints(
	query: Query,
	text: string,
	open: () => Iterable<Row>,
	context: RunContext,
): readonly Hint[] {
	const names = listNames(query);
	const found = [
		...findSourceHints(query.source, context.lookup),
		...describe(findMissing(names, open), open),
	];
	return found
		.sort((a, b) => a.at - b.at)
		.map(({ at, message }) => ({ message, ...positionOf(text, at) }));
}

/** Names that no row has, and how many rows there are. */
interface Missing {
	readonly names: readonly NameUse[];
	readonly rows: number;
}

const NONE: Missing = { names: [], rows: 0 };

function findMissing(names: readonly NameUse[], open: () => Iterable<Row>): Missing {
	const pending = new Map<string, NameUse>();
	for (const name of names) {
		const key = `${name.of} ${name.name}`;
		if (!pending.has(key)) pending.set(key, name);
	}
	if (pending.size === 0) return NONE;
	let rows = 0;
	for (const { data } of distinctRows(open())) {
		if (++rows > LONGEST) return NONE;
		for (const [key, use] of pending) if (has(data.fields, use)) pending.delete(key);
		if (pending.size === 0) return NONE;
	}
	return { names: [...pending.values()], rows };
}

/** Records of one note have the same names, so one of them is enough; tasks have their own. */
function* distinctRows(rows: Iterable<Row>): Generator<Row> {
	let last: string | null | undefined;
	for (const row of rows) {
		if (row.note === last && row.data.item !== true) continue;
		last = row.note;
		yield row;
	}
}

function has(fields: FieldMap, { of, name }: NameUse): boolean {
	if (of === "row") return fields.get(name) !== undefined;
	const file = fields.get("file") ?? null;
	return isObject(file) && file.fields.get(name) !== undefined;
}

function describe(missing: Missing, open: () => Iterable<Row>): readonly Remark[] {
	if (missing.names.length === 0) return [];
	const known = knownNames(open(), Math.ceil(missing.rows / MOST));
	return missing.names.flatMap(({ of, name, span }) => {
		const near = nearestName(name, known[of]);
		if (near === undefined) return [];
		const [said, meant] = of === "row" ? [name, near] : [`file.${name}`, `file.${near}`];
		return [{ at: span.start, message: `no row has a field "${said}"; did you mean ${meant}?` }];
	});
}

/** Names that rows have; of many rows every so many are asked. */
function knownNames(
	rows: Iterable<Row>,
	every: number,
): Readonly<Record<NameUse["of"], ReadonlySet<string>>> {
	const row = new Set<string>();
	let file: ReadonlySet<string> = new Set();
	let place = 0;
	for (const { data } of distinctRows(rows)) {
		if (place++ % every !== 0) continue;
		for (const key of data.fields.keys()) row.add(key);
		if (file.size > 0) continue;
		const value = data.fields.get("file") ?? null;
		if (isObject(value)) file = new Set(value.fields.keys());
	}
	return { row, file };
}
