import type { MarkdownFence, MarkdownOutline } from "./outline-markdown";
import { plainText } from "./plain-names";
import { readProductName } from "./product-names";
import { readKeyLine } from "./read-key-lines";
import { DESCRIPTION_HEADING } from "./read-markdown-facts";
import { recogniseKql } from "./recognise-kql";
import { findUnfenced } from "./find-unfenced-kql";
import type { KqlBlock } from "./kql-block";
import { scanKql } from "./scan-kql";

/** Languages that a fence with KQL is said to have. `C#` and `sql` are given for want of colours for KQL. */
const KQL_INFO = /^(?:kql|kusto|csl|kusto-query|azure-?data-?explorer|log-?analytics)$/i;
const MAYBE_INFO =
	/^(?:c#|cs|csharp|sql|text|txt|plain|plaintext|query|code|bash|sentinel|none)?$/i;
/** What stands where a query for one of the products is wanting. */
const NOTHING = /^(?:n\/?a|none|tbd|todo|not applicable|-+)?\.?$/i;
/** `KQLSigninLogs`: the line break behind the language was lost. */
const GLUED_INFO = /^(?:kql|kusto)(?=[A-Z]+$)/i;

const QUERY_HEADING =
	/^(?:(?:detection|hunting|advanced hunting|kql|kusto|sample|main) )?(?:query|queries|rules?)\b(?! information)|^(?:detections?|kql|kusto|hunts?|hunting|analytics? rule)$/i;
const QUERY_KEY =
	/^(?:(?:detection|hunting|kql|kusto) )?(?:query|queries|rule|kql|kusto|detection)$/;

/** Whether a heading announces a query and says nothing else (`Detection query`, `KQL`). */
export function isQueryHeading(heading: string): boolean {
	return QUERY_HEADING.test(heading);
}

/**
 * Finds the blocks of a Markdown text that are KQL queries: fences that say so, or say nothing telling and look like it, and, where no
 * fence is KQL, plain text.
 *
 * Pieces of queries (`| where …`) are examples. So are whole queries in a description, where another block is announced as the query.
 */
export function findKqlBlocks(text: string, outline: MarkdownOutline): readonly KqlBlock[] {
	const blocks = outline.fences
		.map((fence, index) => readFence(text, outline, fence, outline.fences[index - 1]))
		.filter((block) => block !== undefined);
	if (!blocks.some((block) => block.announced)) {
		return blocks.length > 0 ? blocks : findUnfenced(text, outline, isQueryHeading);
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
): KqlBlock | undefined {
	const info = fence.info.replace(/^\{?\.?/, "").split(/[}:,]/, 1)[0] ?? "";
	const glued = GLUED_INFO.exec(fence.info);
	const named = glued !== null || KQL_INFO.test(info);
	if (!named && !MAYBE_INFO.test(info)) return undefined;
	const start =
		glued === null ? fence.contentStart : text.indexOf(fence.info, fence.start) + glued[0].length;
	const content = text.slice(start, fence.contentEnd);
	if (NOTHING.test(content.trim())) return undefined;
	const tokens = scanKql(content);
	const shape = recogniseKql(tokens, named);
	if (shape === "other") return undefined;
	const heading = outline.headings[fence.heading];
	const above = Math.max(heading?.end ?? 0, previous?.end ?? 0);
	const caption = readCaption(text.slice(above, fence.start));
	const product = heading === undefined ? undefined : readProductName(heading.text);
	const announced =
		product !== undefined || caption.isQuery || QUERY_HEADING.test(heading?.text ?? "");
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
function readCaption(above: string): {
	label: string | null;
	product: string | null;
	isQuery: boolean;
} {
	const line = above.trimEnd().split("\n").at(-1)?.trim() ?? "";
	const key = readKeyLine(line);
	const isBold = key !== undefined && key.value === "";
	const isQuery = isBold && QUERY_KEY.test(key.name);
	const words = plainText(line).replace(/:$/, "");
	if (isQuery || words === "" || words.length > 100 || !(isBold || line.endsWith(":")))
		return { label: null, product: null, isQuery };
	return { label: words, product: readProductName(words) ?? null, isQuery };
}
