import type { LinkValue, Value } from "../../model/value";
import { isLink } from "../value";
import type { RunContext } from "./run-context";

/** Printable ASCII: of such texts English collation (UTS 10) finds no two equal that are not the same. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Counts the values of a list that differ, as `length(unique(list))` does, without putting them in order; undefined where only that
 * could tell: other languages, texts beyond ASCII, numbers that are none, dates, durations, lists and objects.
 */
export function countUnique(list: readonly Value[], context: RunContext): number | undefined {
	if (!/^en\b/i.test(context.style.locale)) return undefined;
	const seen = new Set<Value>();
	const links = new Set<string>();
	let others = 0;
	for (const value of list) {
		if (seen.has(value)) continue;
		if (isLink(value)) {
			const mark = markOf(value, context);
			if (mark === undefined) return undefined;
			links.add(mark);
		} else if (isPlain(value)) others++;
		else return undefined;
		seen.add(value);
	}
	return links.size + others;
}

function isPlain(value: Value): boolean {
	if (typeof value === "string") return PLAIN.test(value);
	if (typeof value === "number") return !Number.isNaN(value);
	return value === null || typeof value === "boolean";
}

/** What links that mean the same have in common, and no others. */
function markOf(link: LinkValue, context: RunContext): string | undefined {
	const mark = `${context.normalise(link.path)}\n${link.type}\n${link.subpath ?? ""}`;
	return PLAIN.test(mark.replaceAll("\n", "")) ? mark : undefined;
}
