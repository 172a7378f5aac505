import { createTechniqueResolver } from "../attack/technique-resolver";
import type { RuleContext } from "../rules/rule-reader";
import type { ForeignRecords } from "./foreign-records";
import { readForeignRecords } from "./foreign-records";
import type { ImportHost, ImportSources } from "./import-plan";
import type { RememberedAttack } from "./memory/source-memory";
import type { SourceRecords } from "./read-sources";
import { readSources } from "./read-sources";
import type { RuleCard } from "./rules/rule-card";
import type { RuleSources } from "./rules/rule-sources";
import type { SettledSources } from "./settle-records";
import { settleRecords } from "./settle-records";
import type { Tally } from "./tally";
import type { AttackReading } from "./techniques/attack-sources";
import { markVaultAttackData, readVaultAttackData } from "./vault-data";

/** All that the sources say, brought together. */
export interface GatheredRecords {
	readonly settled: SettledSources;
	/** Rules, and files of atomic tests, which are settled once the vault's notes are known. */
	readonly rules: readonly RuleCard[];
	readonly tests: Pick<SourceRecords, "atomics" | "atomicFiles">;
	/** Other vaults' notes. */
	readonly foreign: ForeignRecords["notes"];
	/** What the vault keeps beside the notes. */
	readonly contexts: readonly RuleContext[];
	/** What the bundles say, and the catalogue where it was needed. */
	readonly attack: AttackReading;
}

/**
 * Reads the sources and settles their techniques; what was read for that alone is let go.
 *
 * `rules` are the rule files, where the rules stay; `remembered` is what earlier bundles said and the vault keeps.
 */
export async function gatherRecords(
	sources: ImportSources,
	rules: RuleSources,
	remembered: RememberedAttack | undefined,
	tally: Tally,
	host: ImportHost,
): Promise<GatheredRecords> {
	const breathe = (): Promise<void> => host.progress.breathe();
	const known = await readVaultAttackData(host.notes, host.folders);
	tally.tell(known.problems);
	const kept = await markVaultAttackData(host.notes, host.folders);
	const findings = remembered?.kept === kept ? remembered?.findings : undefined;
	const resolver = createTechniqueResolver(known.data);
	const read = await readSources(sources, tally, rules, findings, host.progress, resolver);
	const noted = readForeignRecords(read.foreign, read.rules);
	tally.tell(noted.problems);
	const moves = sources.moves ?? new Map();
	const settled = await settleRecords(read, known.data, moves, tally, breathe);
	return {
		settled,
		rules: [...read.rules, ...noted.rules],
		tests: { atomics: [...read.atomics, ...noted.atomics], atomicFiles: read.atomicFiles },
		foreign: noted.notes,
		contexts: read.contexts,
		attack: read.attack,
	};
}
