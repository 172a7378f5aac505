import { VENDORS } from "../model/rule";
import { compareCodeUnits } from "../text/compare";
import { parentTechniqueId } from "../text/technique-ids";
import type {
	LibraryEntry,
	RuleEntry,
	RunbookEntry,
	TechniqueEntry,
} from "../library/library-entry";
import type { TechniqueNames } from "./name-technique";

/** The techniques that an entry names, by the ids in use today, each once, in its order. */
function techniquesOf({ resolver }: TechniqueNames, entry: LibraryEntry): readonly string[] {
	const named = entry.kind === "technique" ? [entry.id] : entry.techniques;
	return [...new Set(named.map((id) => resolver.resolve(id).id))];
}

/** The note of the technique above that of an entry; undefined where there is none. */
export function findParent(names: TechniqueNames, entry: LibraryEntry): TechniqueEntry | undefined {
	const [id] = techniquesOf(names, entry);
	if (id === undefined) return undefined;
	const parent = parentTechniqueId(id);
	return parent === id ? undefined : names.library.technique(parent);
}

/** The next sub-technique beside a technique's, or the one before; behind the last one comes the first. Undefined where it is alone. */
export function findSibling(
	{ library }: TechniqueNames,
	entry: LibraryEntry,
	step: 1 | -1,
): TechniqueEntry | undefined {
	if (entry.kind !== "technique") return undefined;
	const parent = parentTechniqueId(entry.id);
	if (parent === entry.id) return undefined;
	const siblings = [...library.techniques]
		.filter((id) => id.startsWith(`${parent}.`))
		.sort(compareCodeUnits);
	if (siblings.length < 2) return undefined;
	const place = siblings.indexOf(entry.id) + step + siblings.length;
	return library.technique(siblings[place % siblings.length] ?? "");
}

/**
 * The rule of the next vendor that shares the most techniques with a rule, of several the first by title; vendors follow each other in the
 * panels' order, and the first one comes behind the last. Undefined where no other vendor has any.
 */
export function findNextVendor(names: TechniqueNames, entry: LibraryEntry): RuleEntry | undefined {
	if (entry.kind !== "rule") return undefined;
	const own = new Set(techniquesOf(names, entry));
	const rules = names.library.rulesOf((named) => own.has(names.resolver.resolve(named).id));
	const place = VENDORS.indexOf(entry.vendor);
	for (const vendor of [...VENDORS.slice(place + 1), ...VENDORS.slice(0, place)]) {
		const [first, ...others] = rules.filter((candidate) => candidate.vendor === vendor);
		if (first === undefined) continue;
		const shared = (rule: RuleEntry): number =>
			techniquesOf(names, rule).filter((id) => own.has(id)).length;
		return others.reduce((best, rule) => (shared(rule) > shared(best) ? rule : best), first);
	}
	return undefined;
}

/** The runbook of an entry's technique, else of the technique above it; undefined where there is none, or the entry is a runbook. */
export function findRunbook(names: TechniqueNames, entry: LibraryEntry): RunbookEntry | undefined {
	if (entry.kind === "runbook") return undefined;
	const own = techniquesOf(names, entry);
	for (const ids of [own, own.map(parentTechniqueId)]) {
		const wanted = new Set(ids);
		const [runbook] = names.library.runbooksOf((named) =>
			wanted.has(names.resolver.resolve(named).id),
		);
		if (runbook !== undefined) return runbook;
	}
	return undefined;
}
