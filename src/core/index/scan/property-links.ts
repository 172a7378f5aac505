import type { NoteLink } from "../note-record";
import type { TextPool } from "../text-pool";

type Properties = Readonly<Record<string, unknown>>;

/** The tags and aliases of the front matter. */
export interface PropertyNames {
	/** With `#`: what `tags` and `tag` hold, in any case; lists, or texts split at commas and blanks. */
	readonly tags: readonly string[];
	/** What `aliases` and `alias` hold, in any case; lists, or texts split at commas. Each once. */
	readonly aliases: readonly string[];
}

const NONE: readonly never[] = [];

/** Gives the tags and aliases that properties hold. */
export function readPropertyNames(properties: Properties, pool: TextPool): PropertyNames {
	let tags: string[] | undefined;
	let aliases: Set<string> | undefined;
	const keys = Object.keys(properties);
	for (let at = 0; at < keys.length; at++) {
		const key = keys[at] ?? "";
		// Most keys are ruled out by their length alone.
		if (key.length > 7 || key.length < 3) continue;
		const name = key.toLowerCase();
		if (name === "tags" || name === "tag") addTags(properties[key], (tags ??= []), pool);
		else if (name === "aliases" || name === "alias") {
			addAliases(properties[key], (aliases ??= new Set()));
		}
	}
	return { tags: tags ?? NONE, aliases: aliases === undefined ? NONE : [...aliases] };
}

function addAliases(value: unknown, aliases: Set<string>): void {
	if (Array.isArray(value)) {
		for (const item of value as readonly unknown[]) {
			if (item !== null) aliases.add(scalarText(item));
		}
		return;
	}
	for (const part of scalarText(value).split(",")) {
		if (part.trim() !== "") aliases.add(part.trim());
	}
}

/** Gives the links of the front matter: texts that are a link as a whole, at any depth. */
export function readPropertyLinks(properties: Properties, pool: TextPool): NoteLink[] {
	const links: NoteLink[] = [];
	for (const key of Object.keys(properties)) addLinks(properties[key], links, pool);
	return links;
}

function addLinks(value: unknown, links: NoteLink[], pool: TextPool): void {
	if (typeof value === "string") {
		if (value.startsWith("[[") || value.startsWith("![[")) addLink(value, links, pool);
	} else if (typeof value === "object" && value !== null) {
		for (const child of Object.values(value)) addLinks(child, links, pool);
	}
}

function addLink(text: string, links: NoteLink[], pool: TextPool): void {
	const inner = text.slice(text.indexOf("[[") + 2, -2);
	if (text.endsWith("]]") && !/[[\]]/.test(inner)) links.push(pool.link(inner, false));
}

function addTags(value: unknown, tags: string[], pool: TextPool): void {
	if (Array.isArray(value)) {
		const items: readonly unknown[] = value;
		for (let at = 0; at < items.length; at++) addTags(items[at], tags, pool);
	} else tags.push(...pool.tags(scalarText(value)));
}

function scalarText(value: unknown): string {
	if (typeof value === "string") return value.trim();
	return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}
