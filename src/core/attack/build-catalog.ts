import type { AttackCatalog, RetiredTechnique, Technique } from "../model/attack";
import { problemOf, type Problem } from "../model/problem";
import { addToGroup } from "../text/add-to-group";
import { compareCodeUnits } from "../text/compare";
import type { Steps } from "../text/steps";
import { parentTechniqueId } from "../text/technique-ids";
import { findDetections } from "./find-detections";
import { findActors, findUses } from "./find-uses";
import { findVersions } from "./find-versions";
import { mergeBundles, type StixStore } from "./merge-bundles";
import { orderTactics, type TacticIndex } from "./order-tactics";
import type { AttackBundle } from "./read-bundle";
import { indexRelations, type Relations } from "./relations";
import { resolveRetired } from "./resolve-retired";
import type { StixTechnique } from "./stix-records";

/** A catalogue with where it came from and what was wrong. */
export interface CatalogResult {
	readonly catalog: AttackCatalog;
	/** The file that each active technique was read from, by id. */
	readonly files: ReadonlyMap<string, string>;
	readonly problems: readonly Problem[];
}

/** Techniques that are built in one piece. */
const TECHNIQUES_PER_PIECE = 50;

/**
 * Builds one catalogue from any number of bundles: whole domains, files of one object, several domains or versions at once.
 *
 * `version` is the ATT&CK version where no bundle states its own. Reports versions that are unknown or mixed, ids that are claimed
 * twice, tactics that no bundle holds, and relations that lead nowhere. Linear in the bundles, but for sorting; works in pieces of
 * a few milliseconds.
 */
export function* buildAttackCatalogInSteps(
	bundles: readonly AttackBundle[],
	version: string | undefined,
): Steps<CatalogResult> {
	const store = mergeBundles(bundles);
	yield;
	const relations = indexRelations(store);
	yield;
	const tactics = orderTactics(store);
	const { active, retired, doubled } = resolveRetired(store, relations);
	yield;
	const { versions, problems } = findVersions(bundles, active, version);
	const names = new Map(active.map(({ attackId, name }) => [attackId, name]));
	const build = { store, relations, tactics, names, formerIds: groupFormerIds(retired) };
	const techniques: Technique[] = [];
	for (const technique of active) {
		techniques.push(buildTechnique(technique, build));
		if (techniques.length % TECHNIQUES_PER_PIECE === 0) yield;
	}
	const activeIds = new Map(active.map(({ stixId, attackId }) => [stixId, attackId]));
	const notices = store
		.of("marking")
		.flatMap((marking) => (marking.retired ? [] : marking.statement));
	const catalog: AttackCatalog = {
		versions,
		tactics: tactics.tactics,
		techniques,
		retired,
		actors: findActors(store, relations, activeIds),
		notices: [...new Set(notices)].sort(compareCodeUnits),
	};
	const files = new Map(active.map(({ attackId, file }) => [attackId, file]));
	const found = describeGaps(bundles[0]?.file ?? "", { doubled, tactics, relations, files });
	return { catalog, files, problems: [...problems, ...found] };
}

interface BuildContext {
	readonly store: StixStore;
	readonly relations: Relations;
	readonly tactics: TacticIndex;
	/** Names of active techniques by id. */
	readonly names: ReadonlyMap<string, string>;
	readonly formerIds: ReadonlyMap<string, readonly string[]>;
}

function buildTechnique(technique: StixTechnique, build: BuildContext): Technique {
	const { store, relations, tactics } = build;
	const parent = findParent(technique, build);
	const found = technique.phases.map((phase) => tactics.find(technique.domain, phase));
	return {
		id: technique.attackId,
		name: technique.name,
		parent: parent?.id ?? null,
		parentName: parent?.name ?? null,
		domain: technique.domain,
		tactics: [...new Set(found)].sort((a, b) => a.order - b.order),
		platforms: technique.platforms,
		version: technique.version,
		created: technique.created,
		lastModified: technique.lastModified,
		url: technique.url,
		description: technique.description,
		detection: technique.detection,
		...findDetections(technique, store, relations),
		defensesBypassed: technique.defensesBypassed,
		...findUses(technique, store, relations),
		citations: technique.citations,
		formerIds: build.formerIds.get(technique.attackId) ?? [],
	};
}

/** The technique that a `subtechnique-of` relation leads to, else the one that the id's part before the dot names. */
function findParent(
	technique: StixTechnique,
	{ store, relations, names }: BuildContext,
): { readonly id: string; readonly name: string | null } | undefined {
	for (const { targetRef } of relations.from("subtechnique-of", technique.stixId)) {
		const parent = store.byId.get(targetRef);
		if (parent?.kind === "technique" && parent.attackId !== technique.attackId)
			return { id: parent.attackId, name: parent.name };
	}
	const id = parentTechniqueId(technique.attackId);
	return id === technique.attackId ? undefined : { id, name: names.get(id) ?? null };
}

function groupFormerIds(retired: readonly RetiredTechnique[]): Map<string, string[]> {
	const former = new Map<string, string[]>();
	for (const { id, successor } of retired) {
		if (successor === null) continue;
		addToGroup(former, successor, id);
	}
	return former;
}

interface Gaps {
	readonly doubled: readonly string[];
	readonly tactics: TacticIndex;
	readonly relations: Relations;
	readonly files: ReadonlyMap<string, string>;
}

function describeGaps(first: string, { doubled, tactics, relations, files }: Gaps): Problem[] {
	const problems = doubled.map((id) => {
		const message = `several active objects have the id ${id}; the one modified last was taken`;
		return problemOf(files.get(id) ?? first, null, "attack-object", message, "warning");
	});
	for (const { shortName, domain } of tactics.missing) {
		const message = `no bundle holds the ${domain} tactic "${shortName}"; its name was made from that`;
		problems.push(problemOf(first, null, "attack-object", message, "warning"));
	}
	if (relations.dangling > 0) {
		const message = `${relations.dangling} relations lead to objects that no bundle holds; they were left out`;
		problems.push(problemOf(first, null, "attack-object", message, "info"));
	}
	return problems;
}
