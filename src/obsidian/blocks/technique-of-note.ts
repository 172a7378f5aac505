import type { VaultLibrary } from "../../core/library/vault-library";

/** The technique that a note is about: its own, or the first one of a rule or runbook. */
export function findTechniqueOf(library: VaultLibrary, path: string): string | undefined {
	const entry = library.entry(path);
	return entry?.kind === "technique" ? entry.id : entry?.techniques[0];
}
