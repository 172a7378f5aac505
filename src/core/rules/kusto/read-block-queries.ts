import type { RuleQuery } from "../../model/rule";
import type { LineIndex } from "../../text/line-index";
import type { QueryBlock } from "../markdown/query-block";
import { listComments } from "./read-comments";
import { readSourceTables } from "./read-source-tables";
import { splitKql } from "./split-kql";

/**
 * Gives the queries of a Markdown rule's blocks and the tables that they start from. A block with several queries parted by blank
 * lines gives them one by one; a lone query has no label.
 */
export function readBlockQueries(
	text: string,
	blocks: readonly QueryBlock[],
	lines: LineIndex,
): { readonly queries: readonly RuleQuery[]; readonly tables: readonly string[] } {
	const tables = new Set<string>();
	const queries = blocks.flatMap((block) => {
		const parts = splitKql(text.slice(block.start, block.end), block.tokens);
		for (const part of parts) for (const name of readSourceTables(part.tokens)) tables.add(name);
		const bounds =
			parts.length > 1
				? parts.map((part) => [block.start + part.start, block.start + part.end] as const)
				: [[block.start, block.end] as const];
		return bounds.map(([start, end]): RuleQuery => {
			const { line } = lines.positionAt(start);
			const label = block.product ?? block.caption;
			return { language: "kql", text: text.slice(start, end), line, label };
		});
	});
	const alone = queries.length === 1;
	return {
		queries: alone ? queries.map((query) => ({ ...query, label: null })) : queries,
		tables: [...tables],
	};
}

/** Gives the text of the comments in a rule's blocks. */
export function listBlockComments(text: string, blocks: readonly QueryBlock[]): string {
	return blocks
		.map((block) => listComments(text.slice(block.start, block.end), block.tokens))
		.join("\n");
}
