import { editProperty, isSameValue, isTextList } from "../front-matter/edit-property";
import type { PropertyChunk } from "../front-matter/read-property-lines";
import { writeProperty } from "../front-matter/write-properties";
import { isRelinked } from "./is-relinked";

/** A property on which upstream and the person do not agree. */
export interface PropertyConflict {
	readonly key: string;
	/** Upstream's line or lines. */
	readonly upstream: string;
}

/** A front matter's properties after a merge, in order. */
export interface MergedProperties {
	readonly chunks: readonly PropertyChunk[];
	/** What stands behind the last property. */
	readonly tail: string;
	readonly conflicts: readonly PropertyConflict[];
}

/** The properties of three versions of a note. */
export interface PropertyVersions {
	readonly base: readonly PropertyChunk[];
	readonly mine: readonly PropertyChunk[];
	readonly theirs: readonly PropertyChunk[];
	/** What stands behind the person's last property. */
	readonly tail: string;
}

/** What becomes of one property that the person has. */
type Fate =
	| { readonly kind: "keep" | "drop" | "conflict" }
	| { readonly kind: "set"; readonly value: unknown; readonly written: string };

/**
 * Merges front matter by property: order, comments and spelling are the person's.
 *
 * A property that only upstream changed takes upstream's value, one that only the person changed keeps theirs, one that both changed
 * keeps the person's and is a conflict; so is one that the person took out and upstream changed. Lists are merged by item: what the
 * person added stays, what they took out stays out.
 */
export function mergeProperties(versions: PropertyVersions, lineBreak: string): MergedProperties {
	const { mine, theirs } = versions;
	const before = indexByKey(versions.base);
	const upstream = indexByKey(theirs);
	const own = indexByKey(mine);
	const conflicts: PropertyConflict[] = [];
	const chunks: PropertyChunk[] = [];
	/** Comments above properties that are gone. */
	let loose = "";
	for (const chunk of mine) {
		const other = upstream.get(chunk.key);
		const fate = decide(before.get(chunk.key), chunk, other);
		if (fate.kind === "drop") {
			loose += chunk.lead;
			continue;
		}
		let next: PropertyChunk | undefined = chunk;
		if (fate.kind === "set") {
			const isAsWritten = showRaw(chunk) === showRaw(before.get(chunk.key) ?? other ?? chunk);
			next = isAsWritten
				? { ...chunk, raw: rebreak(fate.written, lineBreak), value: fate.value }
				: editProperty(chunk, fate.value, fate.written, lineBreak);
		}
		if ((next === undefined || fate.kind === "conflict") && other !== undefined) {
			conflicts.push({ key: chunk.key, upstream: showRaw(other) });
		}
		chunks.push({ ...(next ?? chunk), lead: loose + chunk.lead });
		loose = "";
	}
	const added = new Set<PropertyChunk>();
	for (const chunk of theirs) {
		if (own.has(chunk.key)) continue;
		const old = before.get(chunk.key);
		if (old === undefined) added.add(chunk);
		else if (!isSameValue(old.value, chunk.value))
			conflicts.push({ key: chunk.key, upstream: showRaw(chunk) });
	}
	return {
		chunks: place(chunks, theirs, added, lineBreak),
		tail: loose + versions.tail,
		conflicts,
	};
}

function decide(
	base: PropertyChunk | undefined,
	mine: PropertyChunk,
	theirs: PropertyChunk | undefined,
): Fate {
	if (theirs === undefined) {
		if (base === undefined || !isSameValue(base.value, mine.value)) return { kind: "keep" };
		// A comment that the person put in would go with the property.
		return { kind: hasNewComment(base, mine) ? "keep" : "drop" };
	}
	if (isSameValue(mine.value, theirs.value)) return { kind: "keep" };
	if (base !== undefined && isSameValue(base.value, theirs.value)) return { kind: "keep" };
	if (base !== undefined && isSameValue(base.value, mine.value)) {
		return { kind: "set", value: theirs.value, written: theirs.raw };
	}
	if (isRelinkedValue(base?.value, theirs.value)) return { kind: "keep" };
	const items = mergeItems(base?.value ?? [], mine.value, theirs.value);
	if (items === undefined) return { kind: "conflict" };
	if (isSameValue(items, mine.value)) return { kind: "keep" };
	return { kind: "set", value: items, written: writeProperty({ key: mine.key, value: items }) };
}

function isRelinkedValue(base: unknown, theirs: unknown): boolean {
	return typeof base === "string" && typeof theirs === "string" && isRelinked([base], [theirs]);
}

function hasNewComment(base: PropertyChunk, mine: PropertyChunk): boolean {
	return mine.raw.split("#").length > base.raw.split("#").length;
}

/** The person's items less what upstream took out, and upstream's new ones where upstream has them; undefined where a value is no list. */
function mergeItems(base: unknown, mine: unknown, theirs: unknown): readonly string[] | undefined {
	if (!isTextList(base) || !isTextList(mine) || !isTextList(theirs)) return undefined;
	const before = new Set(base);
	const upstream = new Set(theirs);
	const merged = mine.filter((item) => upstream.has(item) || !before.has(item));
	const known = new Set(mine);
	const added = theirs.filter((item) => !before.has(item) && !known.has(item));
	return [...merged, ...new Set(added)];
}

/** Puts properties that are not there behind the ones that they follow upstream, else at the start, or at the end. */
function place(
	chunks: readonly PropertyChunk[],
	theirs: readonly PropertyChunk[],
	added: ReadonlySet<PropertyChunk>,
	lineBreak: string,
): readonly PropertyChunk[] {
	const known = new Set(chunks.map(({ key }) => key));
	const start: PropertyChunk[] = [];
	const end: PropertyChunk[] = [];
	const behind = new Map<string, PropertyChunk[]>();
	let list = start;
	for (const chunk of theirs) {
		if (added.has(chunk)) {
			list.push({ ...chunk, lead: "", raw: rebreak(chunk.raw, lineBreak) });
		} else if (known.has(chunk.key)) {
			list = [];
			behind.set(chunk.key, list);
		} else if (list === start) {
			// What it follows was deleted by the person.
			list = end;
		}
	}
	return [
		...start,
		...chunks.flatMap((chunk) => [chunk, ...(behind.get(chunk.key) ?? [])]),
		...end,
	];
}

function indexByKey(chunks: readonly PropertyChunk[]): ReadonlyMap<string, PropertyChunk> {
	return new Map(chunks.map((chunk) => [chunk.key, chunk]));
}

function rebreak(raw: string, lineBreak: string): string {
	return raw.replaceAll("\r\n", "\n").replace(/\n?$/, "\n").replaceAll("\n", lineBreak);
}

/** A property's lines without the break at their end. */
function showRaw({ raw }: PropertyChunk): string {
	return raw.replaceAll("\r\n", "\n").replace(/\n$/, "");
}
