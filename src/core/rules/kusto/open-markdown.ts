import { findKqlBlocks } from "./find-kql-blocks";
import type { KqlBlock } from "./kql-block";
import { listSections, type MarkdownSection } from "./markdown-sections";
import { outlineMarkdown, type MarkdownOutline } from "./outline-markdown";
import { readFrontMatterFacts, type FrontMatterFacts } from "./read-front-matter-facts";

/** A Markdown text taken apart, once for judging and for reading it. */
export interface OpenedMarkdown {
	readonly front: FrontMatterFacts;
	readonly outline: MarkdownOutline;
	/** Empty where nothing in the text is a query in KQL. */
	readonly blocks: readonly KqlBlock[];
	/** Empty where there are no blocks. */
	readonly sections: readonly MarkdownSection[];
}

/** Takes a Markdown text apart, as far as it may hold a query. */
export function openMarkdown(text: string): OpenedMarkdown {
	const front = readFrontMatterFacts(text);
	if (!mayHoldQuery(text))
		return { front, outline: { headings: [], fences: [] }, blocks: [], sections: [] };
	const outline = outlineMarkdown(text, front.body);
	const blocks = findKqlBlocks(text, outline);
	const sections = blocks.length === 0 ? [] : listSections(text, outline, front.body);
	return { front, outline, blocks, sections };
}

function mayHoldQuery(text: string): boolean {
	return text.includes("```") || text.includes("~~~") || /^[ \t]*\|[ \t]*\w/m.test(text);
}
