import type { PathChoice } from "./choose-paths";
import type { DraftableRecord, SettledRecords } from "./draft-notes";
import type { ForeignRecords } from "./foreign-records";
import type { RememberedDraft } from "./memory/source-memory";
import type { VendorPlaces } from "./places/vendor-places";
import type { RuleSources } from "./rules/rule-sources";
import type { VaultState } from "./scan-vault";
import type { Tally } from "./tally";
import type { AttackChoice, AttackReading } from "./techniques/attack-sources";
import type { OpenedBases } from "./vault-bases";

/** What the bundles of an import say. */
export interface PreparedAttack {
	readonly choice: AttackChoice;
	readonly reading: AttackReading;
	/** What the techniques' drafts came to in earlier imports, and then in this one, by id. */
	readonly drafts: Map<string, RememberedDraft>;
}

/** All that was read, and where each note goes. */
export interface Prepared {
	readonly settled: SettledRecords;
	readonly records: readonly DraftableRecord[];
	/** Other vaults' notes, by `keyOf` what they are about. */
	readonly foreign: ReadonlyMap<string, ForeignRecords["notes"]>;
	readonly vault: VaultState;
	readonly paths: PathChoice;
	/** Gives the technique in whose runbook a technique's tests stand. */
	readonly homeOf: (technique: string) => string;
	readonly tally: Tally;
	readonly restore: boolean;
	/** The vault's merge bases by source. */
	readonly bases: ReadonlyMap<string, OpenedBases>;
	/** The bundles of the sources, and the drafts of their techniques. */
	readonly attack: PreparedAttack;
	/** Where the rules lie that were read, and which are there no more, by vendor. */
	readonly places: ReadonlyMap<string, VendorPlaces>;
	/** Where the rules of the sources are. */
	readonly rules: RuleSources;
}
