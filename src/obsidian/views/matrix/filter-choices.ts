import { listRuleChoices } from "../../../core/matrix/filter-rules";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import type { AttackDomain } from "../../../core/model/attack";
import { VENDORS } from "../../../core/model/rule";
import { compareCodeUnits } from "../../../core/text/compare";
import type { Texts } from "../../text/en";
import { VENDOR_NAMES } from "../panels/vendor-names";
import type { Choice } from "./choice-list";
import type { FilterKey } from "./matrix-state";

/** Lists what can be chosen for each filter of a vault. */
export function listFilterChoices(
	records: MatrixRecords,
	domain: AttackDomain,
	texts: Texts["matrix"],
): Readonly<Record<FilterKey, readonly Choice[]>> {
	const { statuses, dataSources, vendors } = listRuleChoices(records.rules);
	const platforms = new Set(
		records.attack.techniques
			.filter((technique) => technique.domain === domain)
			.flatMap(({ id }) => records.notes.get(id)?.platforms ?? []),
	);
	const plain = (key: string): Choice => ({ key, label: key });
	return {
		platforms: [...platforms].sort(compareCodeUnits).map(plain),
		tactics: records.attack.tactics
			.filter((tactic) => tactic.domain === domain)
			.map(({ shortName, name, id }) => ({ key: shortName, label: name, words: id })),
		vendors: VENDORS.filter((vendor) => vendors.includes(vendor)).map((vendor) => ({
			...{ key: vendor, label: VENDOR_NAMES[vendor] },
		})),
		statuses: statuses.map((key) => ({ key, label: key === "" ? texts.noStatus : key })),
		dataSources: dataSources.map(plain),
	};
}

/** Lists the groups, then the campaigns, that use a technique of a domain, by name; their other names find them too. */
export function listActors(
	{ attack }: MatrixRecords,
	domain: AttackDomain,
	{ actorKinds }: Texts["matrix"],
): readonly Choice[] {
	const inDomain = new Set(
		attack.techniques
			.filter((technique) => technique.domain === domain)
			.map((technique) => technique.id),
	);
	const named = (kind: "campaign" | "group"): readonly Choice[] =>
		attack.actors
			.filter((actor) => actor.kind === kind && actor.techniques.some((id) => inDomain.has(id)))
			.sort((a, b) => compareCodeUnits(a.name, b.name))
			.map(({ id, name, aliases }) => ({
				...{ key: id, label: `${name} (${id})` },
				words: `${actorKinds[kind]} ${aliases.join(" ")}`,
			}));
	return [...named("group"), ...named("campaign")];
}
