import { readFrontMatter } from "../../formats/front-matter";
import { asText, ownValue } from "../../formats/values";
import { VENDORS, type Vendor } from "../../model/rule";
import { keyOf } from "../choose-paths";
import type { VaultState } from "../scan-vault";
import type { OpenedBases } from "../vault-bases";

/**
 * Tells whose rule the vault has under an id: the vendor whose import wrote it, else the one that the note states; undefined where there is
 * none, or nothing tells.
 */
export function findRuleOwners(
	bases: ReadonlyMap<string, OpenedBases>,
	{ notes }: VaultState,
): (id: string) => Vendor | undefined {
	const hasWritten = (vendor: Vendor, id: string): boolean => {
		const opened = bases.get(vendor)?.bases;
		return [opened?.committed, opened?.pending].some((known) => known?.pathOf(id) !== undefined);
	};
	return (id) => {
		const writers = VENDORS.filter((vendor) => hasWritten(vendor, id));
		if (writers.length === 1) return writers[0];
		const note = notes.get(keyOf("rule", id));
		return (note === undefined ? undefined : readVendor(note.text)) ?? writers[0];
	};
}

function readVendor(note: string): Vendor | undefined {
	const read = readFrontMatter(note);
	const stated = read.ok ? asText(ownValue(read.properties, "vendor")) : undefined;
	return VENDORS.find((vendor) => vendor === stated?.toLowerCase());
}
