import type {
	BlockCache,
	CachedMetadata,
	FootnoteCache,
	FrontmatterLinkCache,
	HeadingCache,
	LinkCache,
	ListItemCache,
	Pos,
	SectionCache,
	TagCache,
} from "obsidian";
import { getFrontMatterInfo, parseYaml } from "obsidian-test-mocks/obsidian";
import { type Block, findBlocks } from "./metadata-blocks";

const wikilink = /(!?)\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]/g;
const markdownLink = /(!?)\[([^\]\n]*)\]\((<[^>\n]*>|[^()\s]+)\)/g;
const tag = /(^|\s)#([\p{L}\p{N}\p{Extended_Pictographic}_/-]+)/gu;
const blockId = /\s\^([A-Za-z0-9-]+)$/;
const taskItem = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[(.)\]\s)?/;

const blank = (text: string): string => " ".repeat(text.length);

/** Blanks what is no prose, so that offsets stay. */
const withoutCode = (text: string): string =>
	text.replace(/(`+)[^`]+\1/g, blank).replace(/%%[^%]*%%/g, blank);

interface Text {
	readonly lines: readonly string[];
	readonly starts: readonly number[];
}

function splitLines(content: string): Text {
	const lines = content.split("\n");
	const starts: number[] = [];
	let offset = 0;
	for (const line of lines) {
		starts.push(offset);
		offset += line.length + 1;
	}
	return { lines: lines.map((line) => line.replace(/\r$/, "")), starts };
}

function positionOf(text: Text, from: [number, number], to: [number, number]): Pos {
	const place = ([line, col]: [number, number]) => ({
		line,
		col,
		offset: (text.starts[line] ?? 0) + col,
	});
	return { start: place(from), end: place(to) };
}

const blockPosition = (text: Text, block: Block): Pos => {
	const last = block.to - 1;
	return positionOf(text, [block.from, 0], [last, text.lines[last]?.length ?? 0]);
};

interface Found {
	readonly links: LinkCache[];
	readonly embeds: LinkCache[];
	readonly tags: TagCache[];
	readonly headings: HeadingCache[];
	readonly listItems: ListItemCache[];
	readonly footnotes: FootnoteCache[];
	readonly blocks: Record<string, BlockCache>;
	readonly sections: SectionCache[];
}

function readLinks(text: Text, line: number, found: Found): void {
	const prose = withoutCode(text.lines[line] ?? "");
	for (const pattern of [wikilink, markdownLink]) {
		for (const match of prose.matchAll(pattern)) {
			const isWiki = pattern === wikilink;
			const target = (isWiki ? match[2] : match[3]) ?? "";
			if (!isWiki && /^[a-z][a-z0-9+.-]*:/i.test(target)) continue;
			const link = isWiki ? target : decodeURI(target.replace(/^<|>$/g, ""));
			const shown = isWiki ? match[3] : match[2];
			const position = positionOf(text, [line, match.index], [line, match.index + match[0].length]);
			const entry = { link, original: match[0], displayText: shown ?? link, position };
			(match[1] === "!" ? found.embeds : found.links).push(entry);
		}
	}
}

function readTags(text: Text, line: number, found: Found): void {
	for (const match of withoutCode(text.lines[line] ?? "").matchAll(tag)) {
		const name = match[2] ?? "";
		if (/^[\d/]*$/.test(name)) continue;
		const from = match.index + (match[1] ?? "").length;
		const position = positionOf(text, [line, from], [line, from + name.length + 1]);
		found.tags.push({ tag: `#${name}`, position });
	}
}

function readListItems(text: Text, block: Block, found: Found): void {
	const open: { indent: number; line: number }[] = [];
	for (let line = block.from; line < block.to; line++) {
		const value = text.lines[line] ?? "";
		const match = taskItem.exec(value);
		if (match === null) continue;
		const indent = value.length - value.trimStart().length;
		while ((open.at(-1)?.indent ?? -1) >= indent) open.pop();
		found.listItems.push({
			...(match[1] === undefined ? {} : { task: match[1] }),
			parent: open.at(-1)?.line ?? -block.from,
			position: positionOf(text, [line, indent], [line, value.length]),
		});
		open.push({ indent, line });
	}
}

function readBlock(text: Text, block: Block, found: Found): void {
	const position = blockPosition(text, block);
	const first = text.lines[block.from] ?? "";
	const id = blockId.exec(text.lines[block.to - 1] ?? "")?.[1];
	found.sections.push({ type: block.type, position, ...(id === undefined ? {} : { id }) });
	if (id !== undefined) found.blocks[id.toLowerCase()] = { id, position };
	if (block.type === "code" || block.type === "comment") return;
	if (block.type === "heading") {
		const level = /^#+/.exec(first)?.[0].length ?? 1;
		found.headings.push({ heading: first.slice(level).trim(), level, position });
	}
	if (block.type === "footnoteDefinition") {
		found.footnotes.push({ id: first.slice(2, first.indexOf("]")), position });
	}
	if (block.type === "list") readListItems(text, block, found);
	for (let line = block.from; line < block.to; line++) {
		readLinks(text, line, found);
		readTags(text, line, found);
	}
}

function frontmatterLinks(frontmatter: object): FrontmatterLinkCache[] {
	const read = (key: string, value: unknown): FrontmatterLinkCache[] => {
		if (Array.isArray(value)) return value.flatMap((item, at) => read(`${key}.${at}`, item));
		if (typeof value !== "string") return [];
		return [...value.matchAll(wikilink)].map((match) => {
			const link = match[2] ?? "";
			return { key, link, original: match[0], displayText: match[3] ?? link };
		});
	};
	return Object.entries(frontmatter).flatMap(([key, value]) => read(key, value));
}

function readFrontmatter(content: string, text: Text, cache: CachedMetadata): number {
	const info = getFrontMatterInfo(content);
	if (!info.exists) return 0;
	const end = content.slice(0, info.contentStart).trimEnd().split("\n").length;
	const position = blockPosition(text, { type: "yaml", from: 0, to: end });
	cache.sections = [{ type: "yaml", position }];
	let parsed: unknown;
	try {
		parsed = parseYaml(info.frontmatter);
	} catch {
		// Obsidian shows such properties as text and gives plugins none.
		return end;
	}
	if (parsed === null || typeof parsed !== "object" || Array.isArray(parsed)) return end;
	cache.frontmatter = parsed;
	cache.frontmatterPosition = position;
	const links = frontmatterLinks(parsed);
	if (links.length > 0) cache.frontmatterLinks = links;
	return end;
}

/** What Obsidian's cache holds of a note. Lists that would be empty are absent. */
export function parseMetadata(content: string): CachedMetadata {
	const cache: CachedMetadata = {};
	const text = splitLines(content);
	const bodyLine = readFrontmatter(content, text, cache);
	const found: Found = {
		links: [],
		embeds: [],
		tags: [],
		headings: [],
		listItems: [],
		footnotes: [],
		blocks: {},
		sections: [...(cache.sections ?? [])],
	};
	for (const block of findBlocks(text.lines, bodyLine)) readBlock(text, block, found);
	for (const [name, value] of Object.entries(found)) {
		if (Object.keys(value as object).length > 0) Object.assign(cache, { [name]: value as unknown });
	}
	return cache;
}
