import type { NoteRecord } from "./note-record";

/** Raised whenever a record holds something else than before, or the same text gives another record. */
const VERSION = 2;
const NAME = "detection-vault-index";

/** Gives records as one text: a line with version and checksum, then JSON. */
export function writeSnapshot(records: readonly NoteRecord[]): string {
	const json = JSON.stringify(records.filter(survivesJson).map(toRow));
	return `${NAME} ${VERSION} ${checksum(json)}\n${json}`;
}

/** Gives the records of a snapshot by path; none where it is damaged or of another version. */
export function readSnapshot(snapshot: string): ReadonlyMap<string, NoteRecord> {
	const end = snapshot.indexOf("\n");
	const json = snapshot.slice(end + 1);
	const records = new Map<string, NoteRecord>();
	if (snapshot.slice(0, end) !== `${NAME} ${VERSION} ${checksum(json)}`) return records;
	for (const row of JSON.parse(json) as readonly Row[]) {
		const record = fromRow(row);
		records.set(record.path, record);
	}
	return records;
}

type Row = readonly [
	path: string,
	ctime: number,
	mtime: number,
	size: number,
	properties: NoteRecord["properties"],
	unreadable: string | null,
	tags: readonly string[],
	aliases: readonly string[] | 0,
	links: NoteRecord["links"] | 0,
	lists: string,
	fields: NoteRecord["fields"] | 0,
];

function toRow(record: NoteRecord): Row {
	return [
		record.path,
		record.ctime,
		record.mtime,
		record.size,
		record.properties,
		record.unreadable,
		record.tags,
		orZero(record.aliases),
		orZero(record.links),
		record.lists,
		orZero(record.fields),
	];
}

function fromRow(row: Row): NoteRecord {
	const [path, ctime, mtime, size, properties, unreadable, tags, ...rest] = row;
	const [aliases, links, lists, fields] = rest;
	return {
		path,
		ctime,
		mtime,
		size,
		properties,
		unreadable,
		tags,
		aliases: orNone(aliases),
		links: orNone(links),
		lists,
		fields: orNone(fields),
	};
}

const NONE: readonly never[] = [];

function orZero<T>(list: readonly T[]): readonly T[] | 0 {
	return list.length === 0 ? 0 : list;
}

function orNone<T>(list: readonly T[] | 0): readonly T[] {
	return list === 0 ? NONE : list;
}

/** JSON has no infinity, no NaN and no negative zero: a note with one is read again. */
function survivesJson(record: NoteRecord): boolean {
	return isFaithful(record.properties);
}

function isFaithful(value: unknown): boolean {
	if (typeof value === "number") return Number.isFinite(value) && !Object.is(value, -0);
	if (typeof value !== "object" || value === null) return true;
	return Object.values(value).every(isFaithful);
}

/** FNV-1a over UTF-16 units, with the length (Fowler, Noll, Vo). */
function checksum(text: string): string {
	let hash = 0x811c9dc5;
	for (let at = 0; at < text.length; at++) {
		hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
	}
	return `${text.length}-${(hash >>> 0).toString(16)}`;
}
