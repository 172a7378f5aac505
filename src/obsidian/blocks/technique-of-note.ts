import type { VaultRecords } from "../../core/panels/vault-records";

/** The technique that a note is about: its own, or the first one of a rule or runbook. */
export function findTechniqueOf(records: VaultRecords, path: string): string | undefined {
	for (const technique of records.techniques.values()) {
		if (technique.path === path) return technique.id;
	}
	const entry = [...records.rules, ...records.runbooks].find((other) => other.path === path);
	return entry?.techniques[0];
}
