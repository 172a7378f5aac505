import type { KnownIndicator } from "../library/indicator-index";
import type { RuleEntry } from "../library/library-entry";
import type { VaultLibrary } from "../library/vault-library";
import { compareCodeUnits } from "../text/compare";
import { addToGroup } from "../text/add-to-group";

/** A rule that looks for some of what another looks for. */
export interface RelatedRuleRow {
	readonly rule: RuleEntry;
	/** What both look for, the rarest first. */
	readonly shared: readonly KnownIndicator[];
}

/** An indicator that more rules than this look for says nothing of which of them are alike. */
const TOO_COMMON = 400;

/** Ranks the rules that share indicators with a rule: those that share most first, then those that share rarer ones. */
export function rankRelatedRules(
	rule: RuleEntry,
	library: VaultLibrary,
): readonly RelatedRuleRow[] {
	const shared = new Map<RuleEntry, KnownIndicator[]>();
	for (const indicator of library.indicatorsOf(rule)) {
		if (indicator.reach > TOO_COMMON) continue;
		for (const other of indicator.rules) {
			if (other === rule) continue;
			addToGroup(shared, other, indicator);
		}
	}
	return [...shared]
		.map(([other, indicators]) => ({
			rule: other,
			shared: indicators.sort((a, b) => a.reach - b.reach),
		}))
		.sort(
			(a, b) =>
				b.shared.length - a.shared.length ||
				rarity(b) - rarity(a) ||
				compareCodeUnits(a.rule.title, b.rule.title) ||
				compareCodeUnits(a.rule.path, b.rule.path),
		);
}

function rarity({ shared }: RelatedRuleRow): number {
	return shared.reduce((sum, { reach }) => sum + 1 / reach, 0);
}
