import type { RuleContext } from "../rules/rule-reader";

/** Entries of one list that are kept; the lookups that vendors ship with more are feeds, not lists to read. */
const LIST_BOUND = 2000;

/** Whether a vault keeps a context: macros and lists; of the files beside the rules it keeps nothing else. */
export function isKeptContext(context: RuleContext): boolean {
	switch (context.what) {
		case "splunk-macro":
			return true;
		case "reference-list":
		case "splunk-lookup-table":
			return context.values.length <= LIST_BOUND;
		default:
			return false;
	}
}
