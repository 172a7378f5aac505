import { isSameSource, newSource } from "../settings/remembered-source";
import type { RememberedSource } from "../settings/remembered-source";
import type { ChosenSource, ImportedSource, MissingSource } from "./chosen-source";

/** Sources of one kind from outside the vault that are remembered: they can only be named. */
const KEPT = 5;

/**
 * Gives what is remembered after an import: sources that were known keep their place, others come behind them.
 *
 * Of sources that cannot be opened again, the last few of each kind are kept.
 */
export function rememberSources(
	known: readonly RememberedSource[],
	imported: readonly ImportedSource[],
	missing: readonly MissingSource[],
	importedAt: string,
): RememberedSource[] {
	const sources = [...known];
	const put = (chosen: ChosenSource, change: Partial<RememberedSource>): void => {
		const { kind, input, vaultPath, address = null } = chosen;
		const named = newSource({ kind, name: input.argument, vaultPath, address });
		const at = sources.findIndex((source) => isSameSource(source, named));
		const before = sources[at];
		if (before === undefined) sources.push({ ...named, ...change });
		else sources[at] = { ...before, ...change };
	};
	for (const source of imported) {
		const { stamp, skipped, problems } = source;
		put(source, { importedAt, stamp, result: { skipped, problems } });
	}
	for (const { source, reason } of missing) {
		put(source, { result: { skipped: 0, problems: 0, failure: reason } });
	}
	return dropOldest(sources);
}

function dropOldest(sources: readonly RememberedSource[]): RememberedSource[] {
	const outside = sources.filter(
		({ vaultPath, address }) => vaultPath === null && address === null,
	);
	const dropped = new Set<RememberedSource>();
	for (const kind of new Set(outside.map((source) => source.kind))) {
		const own = outside.filter((source) => source.kind === kind);
		own.sort((a, b) => ((a.importedAt ?? "") > (b.importedAt ?? "") ? -1 : 1));
		for (const source of own.slice(KEPT)) dropped.add(source);
	}
	return sources.filter((source) => !dropped.has(source));
}
