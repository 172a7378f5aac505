import type { RememberedSource } from "../settings/plugin-settings";
import type { ImportedSource } from "./chosen-source";

/** Sources of one kind that are remembered. */
const KEPT = 5;

/** Gives what is remembered after an import: its sources first, without doubles, a few of each kind. */
export function rememberSources(
	known: readonly RememberedSource[],
	chosen: readonly ImportedSource[],
	importedAt: string,
): RememberedSource[] {
	const fresh = chosen.map(({ kind, input, vaultPath, stamp }): RememberedSource => ({
		kind,
		name: input.argument,
		vaultPath,
		importedAt,
		stamp,
	}));
	const kept: RememberedSource[] = [];
	for (const source of [...fresh, ...known]) {
		const same = kept.filter((other) => other.kind === source.kind);
		const isKnown = same.some(
			(other) => other.name === source.name && other.vaultPath === source.vaultPath,
		);
		if (!isKnown && same.length < KEPT) kept.push(source);
	}
	return kept;
}
