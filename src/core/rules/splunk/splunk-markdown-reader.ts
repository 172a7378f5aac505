import { judgeMarkdown } from "../markdown/judge-markdown";
import { openMarkdown } from "../markdown/open-markdown";
import { readMarkdownRules } from "../markdown/read-markdown-rules";
import type { RuleVendorReader } from "../rule-reader";
import { SPL_MARKDOWN } from "./spl-markdown";

/** What a text without which has no search; looked for first, since most Markdown has KQL alone. */
const MENTION = /\b(?:spl|splunk|tstats|sourcetype|index)\b/i;

/** Detections that Markdown states in SPL, beside those that it states in KQL. */
export const splunkMarkdownReader: RuleVendorReader = {
	vendor: "splunk",
	recognise(file) {
		if (file.format !== "markdown" || !MENTION.test(file.text)) return undefined;
		const opened = openMarkdown(file.text, SPL_MARKDOWN);
		return judgeMarkdown(file, opened) === "rules"
			? () => readMarkdownRules(file, opened, SPL_MARKDOWN)
			: undefined;
	},
	readContexts: () => [],
	describe(file) {
		if (file.format !== "markdown") return undefined;
		const verdict = judgeMarkdown(file, openMarkdown(file.text, SPL_MARKDOWN));
		return verdict === "documentation"
			? "documentation with examples in SPL, no detection"
			: undefined;
	},
};
