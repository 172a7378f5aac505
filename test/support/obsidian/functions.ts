import type { CachedMetadata, HeadingSubpathResult, BlockSubpathResult } from "obsidian";
import { parseFrontMatterTags } from "obsidian-test-mocks/obsidian";

export function normalizePath(path: string): string {
	const slashes = path
		.replace(/\\/g, "/")
		.replace(/\/+/g, "/")
		.replace(/^\/|\/$/g, "");
	return (slashes === "" ? "/" : slashes).replace(/[\u00a0\u202f]/g, " ").normalize("NFC");
}

export function getAllTags(cache: CachedMetadata): string[] | null {
	const body = (cache.tags ?? []).map(({ tag }) => tag);
	const properties = parseFrontMatterTags(cache.frontmatter ?? null) ?? [];
	const tags = [...properties, ...body].flatMap((tag) => {
		const names = tag.split(/[,\s]+/).filter((name) => name !== "" && name !== "#");
		return names.map((name) => (name.startsWith("#") ? name : `#${name}`));
	});
	return tags.length > 0 ? tags : null;
}

const simplify = (heading: string): string =>
	heading
		.replace(/[!"#$%&()*+,.:;<=>?@^`{|}~/[\]\\\s]+/g, " ")
		.trim()
		.toLowerCase();

export function resolveSubpath(
	cache: CachedMetadata,
	subpath: string,
): HeadingSubpathResult | BlockSubpathResult | null {
	const name = subpath.replace(/^#/, "");
	if (name.startsWith("^")) {
		const block = cache.blocks?.[name.slice(1).toLowerCase()];
		if (block === undefined) return null;
		return { type: "block", block, start: block.position.start, end: block.position.end };
	}
	const headings = cache.headings ?? [];
	const at = headings.findIndex(({ heading }) => simplify(heading) === simplify(name));
	const current = headings[at];
	if (current === undefined) return null;
	const next = headings.slice(at + 1).find(({ level }) => level <= current.level);
	const { start } = current.position;
	const end = next?.position.start ?? null;
	return { type: "heading", current, next: next ?? (null as never), start, end };
}

export function setTooltip(el: HTMLElement, tooltip: string): void {
	el.setAttribute("aria-label", tooltip);
}

export function renderMatches(
	el: HTMLElement,
	text: string,
	matches: [number, number][] | null,
	offset = 0,
): void {
	let at = 0;
	for (const [from, to] of matches ?? []) {
		el.append(text.slice(at, from + offset));
		el.createSpan({ cls: "suggestion-highlight", text: text.slice(from + offset, to + offset) });
		at = to + offset;
	}
	el.append(text.slice(at));
}
