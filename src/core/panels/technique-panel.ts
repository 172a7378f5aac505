import type { Vendor } from "../model/rule";
import { VENDORS } from "../model/rule";
import type { RuleEntry, VaultRecords } from "./vault-records";

/** A rule as a panel lists it. */
export interface PanelRule {
	readonly id: string;
	readonly title: string;
	readonly path: string;
	readonly level: string | null;
	readonly status: string | null;
}

/** A rule whose query was not taken apart, and why. */
export interface OpaqueRule {
	readonly id: string;
	readonly title: string;
	readonly path: string;
	readonly reason: string;
}

/** A runbook as a panel lists it. */
export interface PanelRunbook {
	readonly title: string;
	readonly path: string;
	/** Number of atomic tests in it. */
	readonly tests: number;
	/** ISO date of the last run, null where there was none. */
	readonly lastRun: string | null;
	readonly outcome: string | null;
}

/** What a vault holds for one technique. Every list is whole; hosts show the first rows. */
export interface TechniquePanel {
	readonly technique: { readonly id: string; readonly name: string };
	/** Whether sub-techniques are counted in. */
	readonly scope: "with sub-techniques" | "exact";
	readonly rules: {
		readonly total: number;
		/** Rules whose query was taken apart. */
		readonly parsed: number;
		readonly opaque: readonly OpaqueRule[];
		readonly byVendor: Readonly<Partial<Record<Vendor, readonly PanelRule[]>>>;
	};
	readonly events: readonly never[];
	readonly fields: readonly never[];
	readonly indicators: readonly never[];
	readonly exclusions: readonly never[];
	readonly runbooks: readonly PanelRunbook[];
}

/**
 * Gathers what a vault holds for a technique; undefined where no note of the vault knows the id.
 *
 * A technique rolls up its sub-techniques unless `isExact`. Each rule counts once. `testsOf` gives the number of atomic tests in the
 * note at a path. Queries are not taken apart yet: every rule is listed as opaque, and the lists made from predicates are empty.
 */
export function buildTechniquePanel(
	records: VaultRecords,
	id: string,
	isExact: boolean,
	testsOf: (path: string) => number,
): TechniquePanel | undefined {
	const covers = (techniques: readonly string[]): boolean =>
		techniques.some((other) => other === id || (!isExact && other.startsWith(`${id}.`)));
	const rules = records.rules.filter(({ techniques }) => covers(techniques));
	const runbooks = records.runbooks.filter(({ techniques }) => covers(techniques));
	const name = records.techniques.get(id)?.name;
	if (name === undefined && rules.length === 0 && runbooks.length === 0) return undefined;
	return {
		technique: { id, name: name ?? id },
		scope: isExact ? "exact" : "with sub-techniques",
		rules: {
			total: rules.length,
			parsed: 0,
			opaque: rules.map((rule) => ({
				...{ id: rule.id, title: rule.title, path: rule.path },
				reason: "queries are not taken apart yet",
			})),
			byVendor: groupByVendor(rules),
		},
		events: [],
		fields: [],
		indicators: [],
		exclusions: [],
		runbooks: runbooks.map(({ title, path }) => ({
			...{ title, path, tests: testsOf(path), lastRun: null, outcome: null },
		})),
	};
}

/** Counts the atomic tests in a runbook's text: its GUID lines, in our shape or as Atomic Red Team renders them. */
export function countAtomicTests(text: string): number {
	const guid = /^(?:- GUID: |\*\*auto_generated_guid:\*\* ?)[0-9a-f]{8}-/gim;
	return text.match(guid)?.length ?? 0;
}

function groupByVendor(rules: readonly RuleEntry[]): TechniquePanel["rules"]["byVendor"] {
	const groups: Partial<Record<Vendor, readonly PanelRule[]>> = {};
	for (const vendor of VENDORS) {
		const own = rules.filter((rule) => rule.vendor === vendor);
		if (own.length === 0) continue;
		groups[vendor] = own.map(({ id, title, path, level, status }) => ({
			id,
			title,
			path,
			level,
			status,
		}));
	}
	return groups;
}
