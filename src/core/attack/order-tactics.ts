import type { AttackDomain, Tactic } from "../model/attack";
import { compareCodeUnits } from "../text/compare";
import { nameTactic } from "../text/name-tactic";
import { ATTACK_DOMAINS } from "./attack-domains";
import type { StixStore } from "./merge-bundles";
import type { StixTactic } from "./stix-records";

/** The tactics of a catalogue, and the way from a technique's kill chain phase to one. */
export interface TacticIndex {
	/** In the matrices' order, enterprise first. */
	readonly tactics: readonly Tactic[];
	/**
	 * The tactic of a domain that has this short name. Where no bundle holds it, one without id and address is made up from the short
	 * name, behind all others.
	 */
	find(domain: AttackDomain, shortName: string): Tactic;
	/** Those that were made up so far: domain and short name. */
	readonly missing: readonly Tactic[];
}

/**
 * Orders tactics as the `tactic_refs` of their domain's matrix do; where a domain has several matrices (mobile before v11), the larger
 * one comes first. Tactics that no matrix lists follow by id. Retired matrices and tactics are left out.
 */
export function orderTactics(store: StixStore): TacticIndex {
	const positions = matrixPositions(store);
	const tactics: Tactic[] = [];
	for (const domain of ATTACK_DOMAINS) {
		const ofDomain = store.of("tactic").filter((one) => one.domain === domain && !one.retired);
		const positionOf = (tactic: StixTactic) => positions.get(tactic.stixId) ?? Infinity;
		ofDomain.sort((a, b) => {
			const [first, second] = [positionOf(a), positionOf(b)];
			return first === second ? compareCodeUnits(a.attackId, b.attackId) : first - second;
		});
		ofDomain.forEach((tactic, order) => tactics.push(toTactic(tactic, order)));
	}
	const known = new Map(tactics.map((tactic) => [`${tactic.domain} ${tactic.shortName}`, tactic]));
	const missing: Tactic[] = [];
	return {
		tactics,
		missing,
		find(domain, shortName) {
			const found = known.get(`${domain} ${shortName}`);
			if (found !== undefined) return found;
			const order = tactics.length + missing.length;
			const name = nameTactic(shortName);
			const made = { id: "", shortName, name, domain, order, url: null, description: "" };
			known.set(`${domain} ${shortName}`, made);
			missing.push(made);
			return made;
		},
	};
}

function matrixPositions(store: StixStore): Map<string, number> {
	const matrices = store.of("matrix").filter((matrix) => !matrix.retired);
	matrices.sort(
		(a, b) => b.tacticRefs.length - a.tacticRefs.length || compareCodeUnits(a.stixId, b.stixId),
	);
	const positions = new Map<string, number>();
	for (const ref of matrices.flatMap((matrix) => matrix.tacticRefs)) {
		if (!positions.has(ref)) positions.set(ref, positions.size);
	}
	return positions;
}

function toTactic(tactic: StixTactic, order: number): Tactic {
	const { attackId: id, shortName, name, domain, url } = tactic;
	return { id, shortName, name, domain, order, url };
}
