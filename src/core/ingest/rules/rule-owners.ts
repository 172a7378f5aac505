import { readFrontMatter } from "../../formats/front-matter";
import { asText, ownValue } from "../../formats/values";
import { VENDORS, type Vendor } from "../../model/rule";
import { keyOf } from "../choose-paths";
import type { VaultState } from "../scan-vault";
import type { OpenedBases } from "../vault-bases";

/** What the vault has under the ids of rules. */
export interface RuleOwners {
	/**
	 * Whose rule it is: the vendor's whose import wrote it, else the one's that the note states; undefined where there is none, or nothing
	 * tells.
	 */
	ownerOf(id: string): Vendor | undefined;
	/** Whether an import of this vendor wrote one, and did not stop before its note. */
	holds(vendor: Vendor, id: string): boolean;
	/** What its note calls itself; undefined where there is none. */
	titleOf(id: string): string | undefined;
}

/** Looks up rules in what imports wrote, and in the vault's notes. */
export function findRuleOwners(
	bases: ReadonlyMap<string, OpenedBases>,
	{ notes }: VaultState,
): RuleOwners {
	const hasWritten = (vendor: Vendor, id: string): boolean => {
		const opened = bases.get(vendor)?.bases;
		return [opened?.committed, opened?.pending].some((known) => known?.pathOf(id) !== undefined);
	};
	const state = (id: string, key: string): string | undefined => {
		const note = notes.get(keyOf("rule", id));
		const read = note && readFrontMatter(note.text);
		return read?.ok === true ? asText(ownValue(read.properties, key)) : undefined;
	};
	return {
		ownerOf(id) {
			const writers = VENDORS.filter((vendor) => hasWritten(vendor, id));
			if (writers.length === 1) return writers[0];
			const stated = state(id, "vendor")?.toLowerCase();
			return VENDORS.find((vendor) => vendor === stated) ?? writers[0];
		},
		holds(vendor, id) {
			if (bases.get(vendor)?.bases.committed.pathOf(id) !== undefined) return true;
			return notes.has(keyOf("rule", id)) && hasWritten(vendor, id);
		},
		titleOf: (id) => state(id, "title"),
	};
}
