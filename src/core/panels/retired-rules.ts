import type { RuleEntry } from "../library/library-entry";

/** Tells whether a rule is one that its vendor no longer keeps: panels count it, and can leave it out. */
export function isRetired({ status, isRemoved }: Pick<RuleEntry, "status" | "isRemoved">): boolean {
	return status === "deprecated" || status === "unsupported" || isRemoved === true;
}
