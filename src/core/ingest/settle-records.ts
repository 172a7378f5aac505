import type { AttackData } from "../attack/attack-data";
import { mergeAttackData, toAttackData } from "../attack/attack-data";
import { buildAttackCatalogInSteps } from "../attack/build-catalog";
import { createTechniqueResolver } from "../attack/technique-resolver";
import { mergeAtomicTechniques } from "../atomics/merge-atomic-techniques";
import { finishStepsInTurns } from "../text/steps";
import type { SettledRecords } from "./draft-notes";
import type { SourceRecords } from "./read-sources";
import { settleRules } from "./settle-rules";
import type { Tally } from "./tally";

/**
 * Brings together what the sources' files say: one catalogue, one rule for each id, one runbook for each technique in use.
 *
 * `known` is what the vault has of ATT&CK from earlier imports; new bundles stand before it. Files of atomic tests are counted here:
 * one that only repeats another is context.
 */
export async function settleRecords(
	sources: SourceRecords,
	known: AttackData,
	attackVersion: string | undefined,
	tally: Tally,
	breathe: () => Promise<void>,
): Promise<SettledRecords> {
	const built =
		sources.bundles.length === 0
			? undefined
			: await finishStepsInTurns(
					buildAttackCatalogInSteps(sources.bundles, attackVersion),
					breathe,
				);
	tally.tell(built?.problems ?? []);
	const attack = built === undefined ? known : mergeAttackData(known, toAttackData(built.catalog));
	const resolver = createTechniqueResolver(attack);
	await breathe();
	const { rules, problems } = settleRules(sources.rules);
	tally.tell(problems);
	await breathe();
	const atomics = mergeAtomicTechniques(sources.atomics, (id) => resolver.resolve(id).id);
	tally.tell(atomics.problems);
	for (const file of sources.atomicFiles) {
		if (atomics.usedFiles.has(file)) tally.use();
		else tally.keepAsContext();
	}
	return {
		catalog: built?.catalog,
		techniqueFiles: built?.files ?? new Map(),
		rules,
		atomics: atomics.techniques,
		attack,
		resolver,
	};
}
