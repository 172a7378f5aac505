import createMarkdownIt, { type MarkdownIt } from "markdown-it";
import footnote from "markdown-it-footnote";

const wikilink = /^\[\[([^\]|\n]+)(?:\|([^\]\n]*))?\]\]/;
const tag = /^#[\p{L}\p{N}_/-]*[\p{L}_-][\p{L}\p{N}_/-]*/u;

function addWikilinks(markdown: MarkdownIt): void {
	markdown.inline.ruler.before("link", "wikilink", (state, silent) => {
		const match = wikilink.exec(state.src.slice(state.pos));
		if (match === null) return false;
		if (!silent) {
			const target = match[1] ?? "";
			const token = state.push("wikilink", "", 0);
			token.attrSet("href", target);
			token.content = match[2] ?? target.replaceAll("#", " > ").replace(/^ > /, "");
		}
		state.pos += match[0].length;
		return true;
	});
	markdown.renderer.rules["wikilink"] = (tokens, at) => {
		const escape = markdown.utils.escapeHtml;
		const href = escape(String(tokens[at]?.attrGet("href") ?? ""));
		const attributes = `class="internal-link" data-href="${href}" href="${href}"`;
		return `<a ${attributes} target="_blank">${escape(tokens[at]?.content ?? "")}</a>`;
	};
}

function addTags(markdown: MarkdownIt): void {
	markdown.inline.ruler.before("text", "tag", (state, silent) => {
		if (state.src[state.pos] !== "#") return false;
		if (state.pos > 0 && !/\s/.test(state.src[state.pos - 1] ?? "")) return false;
		const match = tag.exec(state.src.slice(state.pos));
		if (match === null) return false;
		if (!silent) state.push("tag", "", 0).content = match[0];
		state.pos += match[0].length;
		return true;
	});
	markdown.renderer.rules["tag"] = (tokens, at) => {
		const name = markdown.utils.escapeHtml(tokens[at]?.content ?? "");
		return `<a href="${name}" class="tag">${name}</a>`;
	};
}

/** A Markdown parser with the notations that Obsidian adds. */
export function createParser(): MarkdownIt {
	const markdown = new createMarkdownIt({ html: true, linkify: true, breaks: true });
	addWikilinks(markdown);
	addTags(markdown);
	markdown.use(footnote);
	return markdown;
}

/** One block of a rendered note, with its first line and the line after its last. */
export interface RenderedBlock {
	readonly html: string;
	readonly name: string;
	readonly from: number;
	readonly to: number;
}

/** Renders a note's text block by block, as the reading view shows it. */
export function renderBlocks(parser: MarkdownIt, text: string): RenderedBlock[] {
	const environment = {};
	const tokens = parser.parse(text.replace(/%%[\s\S]*?%%/g, ""), environment);
	const blocks: RenderedBlock[] = [];
	let first = 0;
	tokens.forEach((token, at) => {
		const isEnd = token.level === 0 && token.nesting !== 1;
		if (!isEnd) return;
		const opening = tokens[first] ?? token;
		const html = parser.renderer.render(tokens.slice(first, at + 1), parser.options, environment);
		const [from, to] = opening.map ?? [0, 0];
		blocks.push({ html, name: opening.tag === "" ? "div" : opening.tag, from, to });
		first = at + 1;
	});
	return blocks;
}
