import type { EventEvidence } from "../../model/event";
import type { OperatingSystem } from "./event-catalog";

/** Operators whose value is the whole of what the field holds. */
const WHOLE = new Set(["eq", "in", "match"]);

/** Gives the values that a rule's predicates name for a canonical field; parts of a value carry `*` where the rest is open. */
export function listValues({ predicates }: EventEvidence, canonical: string): readonly string[] {
	return predicates.flatMap((predicate) => {
		if (predicate.canonical !== canonical) return [];
		const text = describe(predicate.value);
		if (text === undefined || text === "") return [];
		if (WHOLE.has(predicate.op)) return [text];
		if (predicate.op === "starts_with") return [`${text}*`];
		if (predicate.op === "ends_with") return [`*${text}`];
		if (predicate.op === "contains") return [`*${text}*`];
		return predicate.op === "wildcard" ? [text] : [];
	});
}

/** Gives those of them that are numbers. */
export function listCodes(evidence: EventEvidence): readonly string[] {
	return listValues(evidence, "event.code").filter((value) => /^\d{1,6}$/.test(value));
}

/** Gives the names of one kind that a rule's queries state as their sources. */
export function listSources(
	{ sources }: EventEvidence,
	...kinds: readonly EventEvidence["sources"][number]["kind"][]
): readonly string[] {
	return sources.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name);
}

/** Gives the operating system that a rule is for: what it filters on, else its logsource's product. */
export function findSystem(evidence: EventEvidence): OperatingSystem {
	const names = new Set([
		...listValues(evidence, "host.os.type").map((name) => name.toLowerCase()),
		evidence.logsource.product ?? "",
	]);
	const found = (["windows", "linux", "macos"] as const).filter((name) => names.has(name));
	return found.length === 1 ? (found[0] ?? null) : null;
}

/** Whether a rule tests a canonical field at all. */
export function hasField({ predicates }: EventEvidence, ...canonical: readonly string[]): boolean {
	return predicates.some((predicate) => canonical.includes(predicate.canonical ?? ""));
}

function describe(value: EventEvidence["predicates"][number]["value"]): string | undefined {
	if (typeof value === "string") return value;
	return typeof value === "number" ? String(value) : undefined;
}
