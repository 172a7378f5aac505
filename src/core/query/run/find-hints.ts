import type { FieldMap } from "../../model/value";
import { isObject } from "../value";
import type { RunContext } from "../evaluate/run-context";
import type { Hint } from "../outcome";
import type { Query } from "../parse/ast";
import { positionOf } from "../parse/cursor";
import { DATE_WORDS } from "../values/date-words";
import type { NameUse } from "./names-used";
import { listNames } from "./names-used";
import type { Row } from "./row";
import { findGroupHints } from "./group-hints";
import { findListHints } from "./list-hints";
import { nearestName } from "./nearest-name";
import type { Remark } from "./source-hints";
import { findSourceHints } from "./source-hints";

/** Rows whose names are looked at for what a name may mean. */
const MOST = 2000;
/** Rows that are gone through for a name; where there are more without it, nothing is said of it. */
const LONGEST = 20_000;

/**
 * Says which names of a query no row of its source has though a known one is near, and which tags and folders of its source name
 * nothing; in the order of the text. `isEmpty` is a query that shows nothing. Rows are gone through only as far as it takes to find every name.
 */
export function findHints(
	query: Query,
	text: string,
	open: () => Iterable<Row>,
	context: RunContext,
	isEmpty: boolean,
): readonly Hint[] {
	const names = listNames(query);
	const found = [
		...findSourceHints(query.source, context.lookup),
		...describe(findMissing(names, open), open),
		...findGroupHints(query),
		...(isEmpty ? findListHints(query, text, open, context) : []),
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
	return rows === 0 ? NONE : { names: [...pending.values()], rows };
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
	return missing.names.flatMap((use) => {
		const meant = meantBy(use, known);
		if (meant === undefined) return [];
		const said = use.of === "row" ? use.name : `file.${use.name}`;
		return [{ at: use.span.start, message: `no row has a field "${said}"; ${meant}` }];
	});
}

/** What a name may mean that no row has; undefined where nothing is near, and a field may simply not be filled in yet. */
function meantBy({ of, name, place }: NameUse, known: KnownNames): string | undefined {
	const near = nearestName(name, known[of]);
	if (of === "file") return near === undefined ? meantByFile(name, known.row) : ask(`file.${near}`);
	const word = nearestName(name, place === undefined ? [] : OTHER_WORDS[place]);
	if (word !== undefined) return ask(place === "date" ? `date(${word})` : word);
	if (near !== undefined) return ask(near);
	if (place !== "compared") return undefined;
	const moment = DATE_WORDS.find((known) => known === name.toLowerCase());
	return moment === undefined ? `a text stands in quotes: "${name}"` : ask(`date(${moment})`);
}

/** What a name may mean in such a place besides a field. */
const OTHER_WORDS = { compared: ["true", "false", "null"], date: DATE_WORDS } as const;

/** `file` has the same fields on every note, `day` alone only where there is one. */
function meantByFile(name: string, known: ReadonlySet<string>): string | undefined {
	if (name === "day") return undefined;
	return known.has(name) ? ask(name) : "file has none of that name";
}

function ask(meant: string): string {
	return `did you mean ${meant}?`;
}

type KnownNames = Readonly<Record<NameUse["of"], ReadonlySet<string>>>;

/** Names that rows have; of many rows every so many are asked. */
function knownNames(rows: Iterable<Row>, every: number): KnownNames {
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
