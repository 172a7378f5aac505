import type { LinkValue } from "../../../core/model/value";

/** What Obsidian opens for a link: path and place in the note. */
export function linkTarget(link: LinkValue): string {
	if (link.subpath === undefined) return link.path;
	return link.type === "block" ? `${link.path}#^${link.subpath}` : `${link.path}#${link.subpath}`;
}
