import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: true, linkify: true });

type Token = ReturnType<typeof parser.parse>[number];

const HARMLESS_FENCES = ["", "text", "js", "yaml", "bash"];

/** What CommonMark sees that would be live in a vault; an empty list for harmless text. It shares no code with the core. */
export function findLive(markdown: string): string[] {
	const live: string[] = [];
	if (markdown.includes("<%")) live.push("template");
	for (const token of parser.parse(markdown, {})) {
		if (token.type === "html_block") live.push(`html ${token.content}`);
		if (token.type === "code_block") live.push(`indented code ${token.content}`);
		if (token.type === "fence" && !HARMLESS_FENCES.includes(token.info)) {
			live.push(`fence ${token.info}`);
		}
		for (const child of token.children ?? []) live.push(...findInline(child));
	}
	return live;
}

function findInline(token: Token): string[] {
	switch (token.type) {
		case "html_inline":
			return [`html ${token.content}`];
		case "image":
			return ["image"];
		case "link_open": {
			const href = String(token.attrGet("href") ?? "");
			return /^(?:https?:\/\/|mailto:)/i.test(href) ? [] : [`link ${href}`];
		}
		case "code_inline":
			return /^\s*(?:\$?=|INPUT\[)/.test(token.content) ? [`inline query ${token.content}`] : [];
		default:
			return [];
	}
}
