import type { TechniqueResolver } from "../attack/technique-resolver";
import type { RuleEntry } from "../library/library-entry";
import type { VaultLibrary } from "../library/vault-library";
import { compareCodeUnits } from "../text/compare";
import type { RelatedRuleRow } from "./related-rules";
import { createTechniqueScope } from "./technique-scope";

/** A rule of another vendor that names some of the same techniques. */
export interface OtherVendorRow {
	readonly rule: RuleEntry;
	/** Techniques that both name, by id. */
	readonly techniques: readonly string[];
}

/**
 * Lists the rules of other vendors for a rule's techniques: those that name most of them first, then those that look for most of the same
 * values, then by title. `related` are the rules that look for some of the same, ranked.
 */
export function listOtherVendors(
	rule: RuleEntry,
	related: readonly RelatedRuleRow[],
	sources: { readonly library: VaultLibrary; readonly resolver: TechniqueResolver },
): readonly OtherVendorRow[] {
	const scopes = rule.techniques.map((id) => createTechniqueScope(id, true, sources.resolver));
	const isCovered = (technique: string): boolean => scopes.some((covers) => covers(technique));
	const ranks = new Map(related.map((row, rank) => [row.rule, rank]));
	const rankOf = (row: OtherVendorRow): number => ranks.get(row.rule) ?? related.length;
	// The library gives rules by title, and sorting keeps that among equals.
	return sources.library
		.rulesOf(isCovered)
		.filter(({ vendor }) => vendor !== rule.vendor)
		.map((other) => ({
			rule: other,
			techniques: other.techniques.filter(isCovered).sort(compareCodeUnits),
		}))
		.sort((a, b) => b.techniques.length - a.techniques.length || rankOf(a) - rankOf(b));
}
