import { addToGroup } from "../text/add-to-group";
import type { AttackBundle } from "./read-bundle";
import type { StixRecord } from "./stix-records";

/** The records of all bundles, each object once. */
export interface StixStore {
	readonly byId: ReadonlyMap<string, StixRecord>;
	/** Those of one kind, in the order in which they were read. */
	of<K extends StixRecord["kind"]>(kind: K): readonly (StixRecord & { readonly kind: K })[];
}

/**
 * Puts the records of several bundles together. Of two versions of one object the one modified later counts, of equal ones the first.
 */
export function mergeBundles(bundles: readonly AttackBundle[]): StixStore {
	const byId = new Map<string, StixRecord>();
	for (const { records } of bundles) {
		for (const record of records) {
			const known = byId.get(record.stixId);
			if (known === undefined || known.modified < record.modified) byId.set(record.stixId, record);
		}
	}
	const byKind = new Map<StixRecord["kind"], StixRecord[]>();
	for (const record of byId.values()) {
		addToGroup(byKind, record.kind, record);
	}
	return {
		byId,
		of: <K extends StixRecord["kind"]>(kind: K) =>
			(byKind.get(kind) ?? []) as Extract<StixRecord, { kind: K }>[],
	};
}
