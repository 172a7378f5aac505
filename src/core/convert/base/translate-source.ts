import type { Source } from "../../query/parse/ast";
import type { Surroundings } from "../conversion";
import type { BaseFilter } from "./base";
import { quoteText } from "./base-text";
import { refuse, type Translation } from "./translation";

/** Translates what stands behind `FROM`; undefined where some part of it has no counterpart. */
export function translateSource(
	source: Source,
	translation: Translation,
	surroundings: Surroundings,
): BaseFilter | undefined {
	switch (source.type) {
		case "folder":
			return translateFolder(source.path, surroundings);
		case "tag":
			return `file.hasTag(${quoteText(source.tag.slice(1))})`;
		case "link":
			return translateLink(source);
		case "not": {
			const inner = translateSource(source.source, translation, surroundings);
			return inner === undefined ? undefined : { not: [inner] };
		}
		case "and":
		case "or": {
			const left = translateSource(source.left, translation, surroundings);
			const right = translateSource(source.right, translation, surroundings);
			if (left === undefined || right === undefined) return undefined;
			return source.type === "and" ? { and: [left, right] } : { or: [left, right] };
		}
		case "csv": {
			refuse(translation, "csv", source.span);
			return undefined;
		}
		case "kind":
		case "records": {
			refuse(translation, "own-source", source.span);
			return undefined;
		}
	}
}

/** A path that is no folder is a note's, with or without its ending. */
function translateFolder(path: string, { isFolder }: Surroundings): string {
	if (path === "" || path === "/") return "true";
	if (isFolder(path)) return `file.inFolder(${quoteText(path)})`;
	return `file.path == ${quoteText(path.endsWith(".md") ? path : `${path}.md`)}`;
}

function translateLink(source: Source & { readonly type: "link" }): string {
	const { target, direction } = source;
	if (direction === "incoming") {
		return target === "" ? "file.hasLink(this.file)" : `file.hasLink(${quoteText(target)})`;
	}
	return target === ""
		? "this.file.hasLink(file.file)"
		: `link(${quoteText(target)}).linksTo(file.file)`;
}
