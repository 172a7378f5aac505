import { judgeMarkdown } from "../markdown/judge-markdown";
import type { OpenedMarkdown } from "../markdown/open-markdown";
import { openMarkdown } from "../markdown/open-markdown";
import { readMarkdownRules } from "../markdown/read-markdown-rules";
import type { ParsedRuleFile, RuleVendorReader } from "../rule-reader";
import { SPL_MARKDOWN } from "./spl-markdown";

/** What a text without which has no search; looked for first, since most Markdown has KQL alone. */
const MENTION = /\b(?:spl|splunk|tstats|sourcetype|index)\b/i;

/** Detections that Markdown states in SPL, beside those that it states in KQL. */
export const splunkMarkdownReader: RuleVendorReader = {
	vendor: "splunk",
	recognise(file) {
		const opened = open(file);
		return opened !== undefined && judgeMarkdown(file, opened) === "rules"
			? () => readMarkdownRules(file, opened, SPL_MARKDOWN)
			: undefined;
	},
	readContexts: () => [],
	describe(file) {
		const opened = open(file);
		return opened !== undefined && judgeMarkdown(file, opened) === "documentation"
			? "documentation with examples in SPL, no detection"
			: undefined;
	},
};

function open(file: ParsedRuleFile): OpenedMarkdown | undefined {
	return file.format === "markdown" && MENTION.test(file.text)
		? openMarkdown(file.text, SPL_MARKDOWN)
		: undefined;
}
