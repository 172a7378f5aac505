import { findQueryBlocks } from "./find-query-blocks";
import type { QueryBlock } from "./query-block";
import type { MarkdownLanguage } from "./markdown-language";
import { listSections, type MarkdownSection } from "./markdown-sections";
import { outlineMarkdown, type MarkdownOutline } from "./outline-markdown";
import { readFrontMatterFacts, type FrontMatterFacts } from "./read-front-matter-facts";

/** A Markdown text taken apart, once for judging and for reading it. */
export interface OpenedMarkdown {
	readonly front: FrontMatterFacts;
	readonly outline: MarkdownOutline;
	/** Empty where nothing in the text is a query of the language. */
	readonly blocks: readonly QueryBlock[];
	/** Empty where there are no blocks. */
	readonly sections: readonly MarkdownSection[];
}

/** Takes a Markdown text apart, as far as it may hold a query. */
export function openMarkdown(text: string, language: MarkdownLanguage): OpenedMarkdown {
	const front = readFrontMatterFacts(text);
	if (!mayHoldQuery(text))
		return { front, outline: { headings: [], fences: [] }, blocks: [], sections: [] };
	const outline = outlineMarkdown(text, front.body);
	const blocks = findQueryBlocks(text, outline, language);
	const sections = blocks.length === 0 ? [] : listSections(text, outline, front.body);
	return { front, outline, blocks, sections };
}

function mayHoldQuery(text: string): boolean {
	return text.includes("```") || text.includes("~~~") || /^[ \t]*\|[ \t]*\w/m.test(text);
}
