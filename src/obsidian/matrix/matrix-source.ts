import type { AttackData } from "../../core/attack/attack-data";
import type { MatrixRecords } from "../../core/matrix/matrix-records";
import { gatherRecords, groupLater } from "../../core/matrix/matrix-records";
import { gatherRuns } from "../../core/library/run-records";
import type { VaultIndexer } from "../indexing/vault-indexer";
import type { IndexProgress } from "../views/matrix/matrix-messages";

/** What matrices are drawn from, for all views together. */
export interface MatrixSource {
	/** The same object until something in it changes; undefined until the vault's data is read. While notes are being read, what was there before. */
	records(): MatrixRecords | undefined;
	/** How far the notes are read; undefined once they are. */
	progress(): IndexProgress | undefined;
	/** Why the notes could not be read, undefined where they could. */
	failure(): string | undefined;
}

/** Opens the records behind an index. */
export function createMatrixSource(indexer: VaultIndexer): MatrixSource {
	let generation = -1;
	let known: { readonly attack: AttackData; readonly records: MatrixRecords } | undefined;
	let early: MatrixRecords | undefined;
	const gather = (): MatrixRecords | undefined => {
		const { attack, panelSources } = indexer;
		if (attack === undefined || panelSources === undefined) return undefined;
		const { library, resolver } = panelSources;
		const records = gatherRecords(library, attack, resolver, known);
		const isSame = known !== undefined && isSameRecords(known.records, records);
		known = { attack, records: isSame ? (known?.records ?? records) : records };
		return known.records;
	};
	return {
		records() {
			if (indexer.state.phase !== "ready") {
				if (early?.attack !== indexer.attack) early = withoutNotes(indexer);
				return known?.records ?? early;
			}
			if (generation === indexer.generation && known !== undefined) return known.records;
			({ generation } = indexer);
			return gather();
		},
		progress() {
			const { phase, done, total } = indexer.state;
			return phase === "ready" || phase === "failed" ? undefined : { done, total };
		},
		failure() {
			const { phase, reason } = indexer.state;
			return phase === "failed" ? reason : undefined;
		},
	};
}

/** The matrix can be drawn from ATT&CK's data before the notes are read. */
function withoutNotes({ attack, panelSources }: VaultIndexer): MatrixRecords | undefined {
	if (attack === undefined || panelSources === undefined) return undefined;
	const { resolver } = panelSources;
	const runs = gatherRuns([], [], { resolve: () => undefined });
	const ruleGroups = groupLater([], resolver);
	return { attack, resolver, notes: new Map(), rules: [], ruleGroups, runbooks: [], runs };
}

function isSameRecords(a: MatrixRecords, b: MatrixRecords): boolean {
	return (
		a.attack === b.attack &&
		a.resolver === b.resolver &&
		a.notes === b.notes &&
		a.rules === b.rules &&
		a.runbooks === b.runbooks &&
		a.runs === b.runs
	);
}
