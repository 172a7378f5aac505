import { elasticReader } from "./elastic/elastic-reader";
import { kustoReader } from "./kusto/kusto-reader";
import type { RuleVendorReader } from "./rule-reader";
import { sigmaReader } from "./sigma/sigma-reader";
import { splunkMarkdownReader } from "./splunk/splunk-markdown-reader";
import { splunkReader } from "./splunk/splunk-reader";
import { yaraLReader } from "./yara-l/yara-l-reader";

/** All vendors, the one with the strictest mark first: what stands last takes what reads like its language. */
export const VENDOR_READERS: readonly RuleVendorReader[] = [
	sigmaReader,
	elasticReader,
	splunkReader,
	yaraLReader,
	kustoReader,
	splunkMarkdownReader,
];
