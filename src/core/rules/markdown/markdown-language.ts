import type { Logsource, QueryLanguage, RuleQuery, Vendor } from "../../model/rule";
import type { LineIndex } from "../../text/line-index";
import type { QueryBlock } from "./query-block";
import type { MarkdownOutline } from "./outline-markdown";
import type { QueryToken } from "../query-token";

/** How queries of one language stand in Markdown. */
export interface MarkdownLanguage {
	readonly vendor: Vendor;
	readonly language: QueryLanguage;
	/** Languages that a fence with such a query is said to have, and those that it may be said to have. */
	readonly info: RegExp;
	readonly maybeInfo: RegExp;
	/** The language's name in front of a query that lost the line break between. */
	readonly gluedInfo: RegExp | null;
	/** Headings that announce a query and say nothing else, and fields in bold that do. */
	readonly queryHeading: RegExp;
	readonly queryKey: RegExp;
	/** Whether a heading only says that a query stands below, so that the one above says what it detects. */
	isUnnamed(heading: string): boolean;
	/** Whether a fence's text is a query, a piece of one, or something else; `isNamed` where the fence says that it is the language. */
	recognise(
		text: string,
		isNamed: boolean,
	): { readonly shape: "query" | "snippet" | "other"; readonly tokens: readonly QueryToken[] };
	/** Finds queries that no fence holds. */
	findUnfenced(text: string, outline: MarkdownOutline): readonly QueryBlock[];
	/** Gives the queries of a rule's blocks, and the tables that they read. */
	readQueries(
		text: string,
		blocks: readonly QueryBlock[],
		lines: LineIndex,
	): { readonly queries: readonly RuleQuery[]; readonly tables: readonly string[] };
	/** What Sigma calls the data of tables. */
	readLogsource(tables: readonly string[]): Logsource;
	/** Gives what the blocks say beside their queries, where techniques may be named. */
	listRemarks(text: string, blocks: readonly QueryBlock[]): string;
}
