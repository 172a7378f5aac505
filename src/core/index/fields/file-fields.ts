import type { DateValue, FieldMap, LinkValue, Value } from "../../model/value";
import { dateOf, startOfDay } from "../literals/calendar";
import { findDateInName } from "../literals/date-literal";
import { parseInlineValue } from "../literals/inline-value";
import { linkTo } from "../literals/link-literal";
import { propertyValue, rawPropertyValue } from "../literals/property-value";
import type { NoteRecord } from "../note-record";
import { extensionOf, folderOf, noteName } from "../paths";
import type { NoteSurroundings } from "../surroundings";
import { tagWithParents } from "../tag-names";
import { createItems } from "./item-fields";

type Reader = (record: NoteRecord, around: NoteSurroundings) => Value | undefined;

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
	["path", (record) => record.path],
	["folder", (record) => folderOf(record.path)],
	["name", (record) => noteName(record.path)],
	["link", (record) => noteLink(record.path)],
	["outlinks", outlinks],
	["inlinks", (record, around) => around.neighbours.linksTo(record.path).map(noteLink)],
	["etags", (record) => record.tags],
	["tags", (record) => [...new Set(record.tags.flatMap(tagWithParents))]],
	["aliases", (record) => record.aliases],
	["lists", () => []],
	["tasks", () => []],
	["ctime", (record, around) => dateOf(around.zones, around.zone, record.ctime)],
	["cday", (record, around) => dayOf(record.ctime, around)],
	["mtime", (record, around) => dateOf(around.zones, around.zone, record.mtime)],
	["mday", (record, around) => dayOf(record.mtime, around)],
	["size", (record) => record.size],
	["starred", () => false],
	["frontmatter", (record) => rawPropertyValue(record.properties)],
	["ext", (record) => extensionOf(record.path)],
	["day", findDay],
]);

/** What `file` holds in a query: the implicit fields of a note. */
export class FileFields implements FieldMap {
	readonly #record: NoteRecord;
	readonly #around: NoteSurroundings;
	readonly #known = new Map<string, Value | undefined>();
	/** The state of the vault's links in which `inlinks` was worked out: other notes change it without this one. */
	#linkage = -1;

	constructor(record: NoteRecord, around: NoteSurroundings) {
		this.#record = record;
		this.#around = around;
	}

	get(name: string): Value | undefined {
		if (name === "inlinks") this.#forgetOldLinks();
		const value = this.#known.get(name);
		if (value !== undefined || this.#known.has(name)) return value;
		if ((name === "lists" || name === "tasks") && this.#record.lists !== "") {
			// Both are made at once, so that a task is the same value in either.
			const { lists, tasks } = createItems(this.#record, this.#around);
			this.#known.set("lists", lists).set("tasks", tasks);
		} else this.#known.set(name, READERS.get(name)?.(this.#record, this.#around));
		return this.#known.get(name);
	}

	#forgetOldLinks(): void {
		const { linkage } = this.#around.neighbours;
		if (linkage !== this.#linkage) this.#known.delete("inlinks");
		this.#linkage = linkage;
	}

	keys(): Iterable<string> {
		return [...READERS.keys()].filter((name) => this.get(name) !== undefined);
	}
}

function noteLink(path: string): LinkValue {
	return { kind: "link", path, type: "file", embed: false };
}

function outlinks(record: NoteRecord, around: NoteSurroundings): LinkValue[] {
	return record.links.map(({ target, display, embed }) =>
		around.neighbours.normalise(linkTo(target, display, embed), record.path),
	);
}

function dayOf(ms: number, around: NoteSurroundings): DateValue {
	return startOfDay(around.zones, dateOf(around.zones, around.zone, ms));
}

/** The first `date` or `day` field whose first value is a date, else the date in the note's name. */
function findDay(record: NoteRecord, around: NoteSurroundings): DateValue | undefined {
	const values = [
		...Object.keys(record.properties).map((key) => [key, undefined] as const),
		...record.fields,
	];
	const seen = new Set<string>();
	for (const [key, text] of values) {
		const name = key.toLowerCase();
		if ((name !== "date" && name !== "day") || seen.has(key)) continue;
		seen.add(key);
		const value =
			text === undefined
				? propertyValue(record.properties[key], around)
				: parseInlineValue(text, around);
		if (typeof value === "object" && value !== null && "kind" in value && value.kind === "date") {
			return value;
		}
	}
	return findDateInName(noteName(record.path), around);
}
