import type { NoteLink } from "../note-record";
import { wikiLink } from "./scan-inline";

type Properties = Readonly<Record<string, unknown>>;

/** Gives the tags of the front matter, with `#`: what `tags` and `tag` hold, in any case, lists or texts split at commas and blanks. */
export function readPropertyTags(properties: Properties): string[] {
	const tags: string[] = [];
	for (const key of Object.keys(properties)) {
		if (isKey(key, "tags", "tag")) addTags(properties[key], tags);
	}
	return tags;
}

/** Gives the aliases of the front matter: what `aliases` and `alias` hold, in any case, lists or texts split at commas. */
export function readAliases(properties: Properties): string[] {
	const aliases = new Set<string>();
	for (const key of Object.keys(properties)) {
		if (!isKey(key, "aliases", "alias")) continue;
		const value = properties[key];
		if (Array.isArray(value)) {
			for (const item of value as readonly unknown[]) aliases.add(scalarText(item));
		} else {
			for (const part of scalarText(value).split(",")) {
				if (part.trim() !== "") aliases.add(part.trim());
			}
		}
	}
	return [...aliases];
}

/** Gives the links of the front matter: texts that are a link as a whole, at any depth. */
export function readPropertyLinks(properties: Properties): NoteLink[] {
	const links: NoteLink[] = [];
	for (const key of Object.keys(properties)) addLinks(properties[key], links);
	return links;
}

function addLinks(value: unknown, links: NoteLink[]): void {
	if (typeof value === "string") {
		if (value.startsWith("[[") || value.startsWith("![[")) addLink(value, links);
	} else if (typeof value === "object" && value !== null) {
		for (const child of Object.values(value)) addLinks(child, links);
	}
}

function addLink(text: string, links: NoteLink[]): void {
	const inner = text.slice(text.indexOf("[[") + 2, -2);
	if (text.endsWith("]]") && !/[[\]]/.test(inner)) links.push(wikiLink(inner, false));
}

function addTags(value: unknown, tags: string[]): void {
	if (Array.isArray(value)) {
		for (const item of value as readonly unknown[]) addTags(item, tags);
		return;
	}
	for (const part of scalarText(value).split(/[,\s]+/)) {
		if (part !== "") tags.push(part.startsWith("#") ? part : `#${part}`);
	}
}

function scalarText(value: unknown): string {
	if (typeof value === "string") return value.trim();
	return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
}

function isKey(key: string, plural: string, singular: string): boolean {
	const { length } = key;
	if (length !== plural.length && length !== singular.length) return false;
	const name = key.toLowerCase();
	return name === plural || name === singular;
}
