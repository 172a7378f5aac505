import { findUnfenced } from "./find-unfenced-kql";
import type { MarkdownLanguage } from "../markdown/markdown-language";
import { listBlockComments, readBlockQueries } from "./read-block-queries";
import { readKustoLogsource } from "./read-kusto-logsource";
import { recogniseKql } from "./recognise-kql";
import { skimKql } from "./skim-kql";

const QUERY_HEADING =
	/^(?:(?:detection|hunting|advanced hunting|kql|kusto|sample|main) )?(?:query|queries|rules?)\b(?! information)|^(?:detections?|kql|kusto|hunts?|hunting|analytics? rule)$/i;

/** KQL in Markdown. A fence is also said to be `C#` or `sql`, for want of colours for KQL. */
export const KQL_MARKDOWN: MarkdownLanguage = {
	vendor: "kusto",
	language: "kql",
	info: /^(?:kql|kusto|csl|kusto-query|azure-?data-?explorer|log-?analytics)$/i,
	maybeInfo: /^(?:c#|cs|csharp|sql|text|txt|plain|plaintext|query|code|bash|sentinel|none)?$/i,
	/** `KQLSigninLogs`. */
	gluedInfo: /^(?:kql|kusto)(?=[A-Z]+$)/i,
	queryHeading: QUERY_HEADING,
	queryKey: /^(?:(?:detection|hunting|kql|kusto) )?(?:query|queries|rule|kql|kusto|detection)$/,
	isUnnamed: () => false,
	recognise(text, isNamed) {
		const tokens = skimKql(text);
		return { shape: recogniseKql(tokens, isNamed), tokens };
	},
	findUnfenced: (text, outline) =>
		findUnfenced(text, outline, (heading) => QUERY_HEADING.test(heading)),
	readQueries: readBlockQueries,
	readLogsource: readKustoLogsource,
	listRemarks: listBlockComments,
};
