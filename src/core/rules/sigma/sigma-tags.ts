import { normaliseTechniqueId } from "../../text/technique-ids";
import { normaliseTactic } from "../rule-metadata";

/** Sigma's tags, taken apart. All lists are in the rule's order, without doubles. */
export interface SigmaTags {
	readonly techniques: readonly string[];
	readonly tactics: readonly string[];
	/** Every other tag, as written. */
	readonly others: readonly string[];
	/** Tags of the `attack` namespace that fit none of its forms. */
	readonly malformed: readonly string[];
}

/** Groups, software, data sources, mitigations, assets, campaigns and detection strategies: ids that are no technique's. */
const OTHER_ATTACK_ID = /^(?:[acgms]|ds|dc|det|an)\d{4}$/i;

/**
 * Takes the tags of a Sigma rule apart (Sigma tags appendix 2.1.0, and the spellings before it).
 *
 * Techniques: `attack.t1021.004`, `attack.T1021_004`, `attack/t1021/004`, a bare `t1021.004`. Tactics: `attack.lateral-movement`,
 * `attack.lateral_movement`, `attack.ta0008`. Everything else (`attack.g0032`, `cve.2021-44228`, `car.…`, `tlp.…`) is kept as written.
 */
export function readSigmaTags(tags: readonly string[]): SigmaTags {
	const techniques = new Set<string>();
	const tactics = new Set<string>();
	const others = new Set<string>();
	const malformed = new Set<string>();
	for (const tag of tags) {
		const word = /^attack[./](.+)$/i.exec(tag)?.[1];
		const technique = normaliseTechniqueId(word ?? tag);
		if (technique !== undefined) techniques.add(technique);
		else if (word === undefined || OTHER_ATTACK_ID.test(word)) others.add(tag);
		else {
			const tactic = normaliseTactic(word);
			if (tactic !== undefined) tactics.add(tactic);
			else {
				others.add(tag);
				malformed.add(tag);
			}
		}
	}
	return {
		techniques: [...techniques],
		tactics: [...tactics],
		others: [...others],
		malformed: [...malformed],
	};
}
