import type { MarkdownFence, MarkdownOutline } from "./outline-markdown";
import { plainText } from "../plain-names";
import { readProductName } from "./product-names";
import { readKeyLine } from "./read-key-lines";
import { DESCRIPTION_HEADING } from "./read-markdown-facts";
import type { QueryBlock } from "./query-block";
import type { MarkdownLanguage } from "./markdown-language";

/** What stands where a query for one of the products is wanting. */
const NOTHING = /^(?:n\/?a|none|tbd|todo|not applicable|-+)?\.?$/i;
/**
 * Finds the blocks of a Markdown text that are queries of a language: fences that say so, or say nothing telling and look like it, and, where no
 * fence is KQL, plain text.
 *
 * Pieces of queries (`| where …`) are examples. So are whole queries in a description, where another block is announced as the query.
 */
export function findQueryBlocks(
	text: string,
	outline: MarkdownOutline,
	language: MarkdownLanguage,
): readonly QueryBlock[] {
	const blocks = outline.fences
		.map((fence, index) => readFence(text, outline, fence, outline.fences[index - 1], language))
		.filter((block) => block !== undefined);
	if (!blocks.some((block) => block.announced)) {
		return blocks.length > 0 ? blocks : language.findUnfenced(text, outline);
	}
	return blocks.filter((block) => {
		const heading = outline.headings[block.heading]?.text ?? "";
		return block.announced || !DESCRIPTION_HEADING.test(heading);
	});
}

function readFence(
	text: string,
	outline: MarkdownOutline,
	fence: MarkdownFence,
	previous: MarkdownFence | undefined,
	language: MarkdownLanguage,
): QueryBlock | undefined {
	const info = fence.info.replace(/^\{?\.?/, "").split(/[}:,]/, 1)[0] ?? "";
	const glued = language.gluedInfo?.exec(fence.info) ?? null;
	const named = glued !== null || language.info.test(info);
	if (!named && !language.maybeInfo.test(info)) return undefined;
	const start =
		glued === null ? fence.contentStart : text.indexOf(fence.info, fence.start) + glued[0].length;
	const content = text.slice(start, fence.contentEnd);
	if (NOTHING.test(content.trim())) return undefined;
	const { shape, tokens } = language.recognise(content, named);
	if (shape === "other") return undefined;
	const heading = outline.headings[fence.heading];
	const above = Math.max(heading?.end ?? 0, previous?.end ?? 0);
	const caption = readCaption(text.slice(above, fence.start), language);
	const product = heading === undefined ? undefined : readProductName(heading.text);
	const namesProduct = (product ?? caption.product) !== null;
	const announced =
		namesProduct || caption.isQuery || language.queryHeading.test(heading?.text ?? "");
	if (shape === "snippet" && !(announced && !/^\s*\|/.test(content))) return undefined;
	return {
		start,
		end: fence.contentEnd,
		tokens,
		heading: fence.heading,
		product: product ?? caption.product,
		caption: caption.label,
		announced,
	};
}

/** Reads the last line above a fence: a field in bold (`**Query:**`) or a line that ends in a colon. */
function readCaption(
	above: string,
	{ queryKey }: MarkdownLanguage,
): {
	label: string | null;
	product: string | null;
	isQuery: boolean;
} {
	const line = above.trimEnd().split("\n").at(-1)?.trim() ?? "";
	const key = readKeyLine(line);
	const isBold = key !== undefined && key.value === "";
	const isQuery = isBold && queryKey.test(key.name);
	const words = plainText(line).replace(/:$/, "");
	if (isQuery || words === "" || words.length > 100 || !(isBold || line.endsWith(":")))
		return { label: null, product: null, isQuery };
	return { label: words, product: readProductName(words) ?? null, isQuery };
}
