import type { FieldMap, LinkValue, ObjectValue, Value } from "../../model/value";
import { parseInlineValue } from "../literals/inline-value";
import { linkableHeading } from "../literals/names";
import { linkTo } from "../literals/link-literal";
import type { NoteItem, NoteRecord } from "../note-record";
import { readItems } from "../scan/read-items";
import type { NoteSurroundings } from "../surroundings";
import { normaliseLinks } from "./normalise-links";
import { addToGroup } from "../../text/add-to-group";

/** The list items of a note as values; `tasks` are those with a checkbox. */
export interface ItemValues {
	readonly lists: readonly ObjectValue[];
	readonly tasks: readonly ObjectValue[];
}

/** Where the dates of a task may stand, besides under their own name. */
const DERIVED: readonly (readonly [name: string, sources: readonly string[]])[] = [
	["created", ["created", "ctime", "cday"]],
	["due", ["due", "duetime", "dueday"]],
	["completion", ["completed", "completion", "comptime", "compday"]],
	["start", ["start"]],
	["scheduled", ["scheduled"]],
];

/** Gives the list items and tasks of a note, each an object that knows its children. */
export function createItems(record: NoteRecord, around: NoteSurroundings): ItemValues {
	const items = readItems(record.lists);
	const children = new Map<number, NoteItem[]>();
	for (const item of items) {
		if (item.parent === null) continue;
		addToGroup(children, item.parent, item);
	}
	const values = new Map<NoteItem, ObjectValue>();
	const childrenOf = (item: NoteItem): ObjectValue[] =>
		(children.get(item.line) ?? []).flatMap((child) => values.get(child) ?? []);
	const isDone = (item: NoteItem): boolean =>
		(item.status === null || isCompleted(item)) &&
		(children.get(item.line) ?? []).every((child) => isDone(child));
	for (const item of items) {
		const fields = itemFieldMap(
			item,
			record,
			around,
			() => childrenOf(item),
			() => isDone(item),
		);
		values.set(item, { kind: "object", fields, item: true });
	}
	const lists = items.flatMap((item) => values.get(item) ?? []);
	const tasks = items.flatMap((item) => (item.status === null ? [] : (values.get(item) ?? [])));
	return { lists, tasks };
}

function isCompleted(item: NoteItem): boolean {
	return item.status === "x" || item.status === "X";
}

function itemFieldMap(
	item: NoteItem,
	record: NoteRecord,
	around: NoteSurroundings,
	children: () => readonly Value[],
	isDone: () => boolean,
): FieldMap {
	let made: Map<string, Value> | undefined;
	const fields = (): Map<string, Value> => {
		made ??= createFields(item, record, around, children, isDone);
		return made;
	};
	return { get: (name) => fields().get(name), keys: () => fields().keys() };
}

function createFields(
	item: NoteItem,
	record: NoteRecord,
	around: NoteSurroundings,
	children: () => readonly Value[],
	isDone: () => boolean,
): Map<string, Value> {
	const section = sectionLink(item, record.path);
	const below = children();
	const fields = new Map<string, Value>([
		["symbol", item.symbol],
		["link", item.blockId === null ? section : blockLink(record.path, item.blockId)],
		["section", section],
		["text", item.text],
		["tags", item.tags],
		["line", item.line],
		["lineCount", item.lineCount],
		["list", item.list],
		["outlinks", item.links.map((link) => linkTo(link.target, link.display, link.embed))],
		["path", record.path],
		["children", below],
		["task", item.status !== null],
		["annotated", item.fields.length > 0],
		["position", positionOf(item)],
		["subtasks", below],
		["real", item.status !== null],
		["header", section],
	]);
	if (item.parent !== null) fields.set("parent", item.parent);
	if (item.blockId !== null) fields.set("blockId", item.blockId);
	const written = writtenFields(item, record, around);
	for (const [key, values] of written) {
		const [first = null, second] = values;
		if (!fields.has(key)) fields.set(key, second === undefined ? first : values);
	}
	if (item.status !== null) addTaskFields(fields, item, written, isDone());
	return fields;
}

/** The lines that an item takes, as Obsidian has them: `position.start.line`. */
function positionOf({ line, lineCount }: NoteItem): ObjectValue {
	const place = (at: number): ObjectValue => ({ kind: "object", fields: new Map([["line", at]]) });
	const fields = new Map([
		["start", place(line)],
		["end", place(line + lineCount - 1)],
	]);
	return { kind: "object", fields };
}

function addTaskFields(
	fields: Map<string, Value>,
	item: NoteItem,
	written: ReadonlyMap<string, readonly Value[]>,
	isDone: boolean,
): void {
	const { status } = item;
	fields.set("status", status);
	fields.set("checked", status !== null && status !== "" && status !== " ");
	fields.set("completed", isCompleted(item));
	fields.set("fullyCompleted", isDone);
	for (const [name, sources] of DERIVED) {
		const key = sources.find((source) => written.has(source));
		const value = key === undefined ? undefined : written.get(key)?.[0];
		if (value !== undefined && !isBlank(value)) fields.set(name, value);
	}
}

/** What says nothing of a date: no value, and what is false or 0 as it stands. */
function isBlank(value: Value): boolean {
	return value === null || value === false || value === 0 || value === "";
}

/** The inline fields of an item, each with all its values. */
function writtenFields(
	item: NoteItem,
	record: NoteRecord,
	around: NoteSurroundings,
): Map<string, Value[]> {
	const written = new Map<string, Value[]>();
	for (const [key, text] of item.fields) {
		const value = normaliseLinks(parseInlineValue(text, around), record.path, around);
		addToGroup(written, key, value);
	}
	return written;
}

function sectionLink(item: NoteItem, path: string): LinkValue {
	if (item.heading === null) return { kind: "link", path, type: "file", embed: false };
	const subpath = linkableHeading(item.heading);
	return { kind: "link", path, type: "header", subpath, embed: false };
}

function blockLink(path: string, id: string): LinkValue {
	return { kind: "link", path, type: "block", subpath: id, embed: false };
}
