import { noteName } from "../../../core/index/paths";
import type { LinkValue } from "../../../core/model/value";

/** What a link shows: its own text, else the note's name without folder and extension. */
export function linkText(link: LinkValue): string {
	if (link.display !== undefined && link.display !== "") return link.display;
	const name = noteName(link.path);
	return link.subpath === undefined ? name : `${name} > ${link.subpath}`;
}

/** What Obsidian opens for a link: path and place in the note. */
export function linkTarget(link: LinkValue): string {
	if (link.subpath === undefined) return link.path;
	return link.type === "block" ? `${link.path}#^${link.subpath}` : `${link.path}#${link.subpath}`;
}
