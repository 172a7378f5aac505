import type { IndexedNote } from "../../../../src/core/index/indexed-note";
import type { RuleEntry } from "../../../../src/core/library/library-entry";
import type { PredicateValue } from "../../../../src/core/model/predicate";
import type { FieldMap, Value } from "../../../../src/core/model/value";
import type { RunContext } from "../../../../src/core/query/evaluate/run-context";
import type { RecordKind } from "../../../../src/core/query/parse/ast";
import type { Row } from "../../../../src/core/query/run/row";

/** Every record of a note as a row whose own fields are all worked out at once. */
export function plainRecords(kind: RecordKind, note: IndexedNote, context: RunContext): Row[] {
	const entry = context.records?.entry(note.path);
	if (entry?.kind === "runbook" && kind === "tests") {
		return (entry.testFacts ?? []).map(({ block, heading: _, ...test }) => {
			const link = { ...linkTo(note.path), type: "block", subpath: block, display: test.name };
			return rowOf(note, context, {
				...(test as unknown as Record<string, Value>),
				runbook: link as Value,
				techniques: techniquesOf(entry.techniques, context),
				technique: techniquesOf(entry.techniques, context),
			});
		});
	}
	if (entry?.kind !== "rule" || kind === "tests") return [];
	return partsOf(kind, entry, context).map((own) =>
		rowOf(note, context, { ...ruleFields(entry, context), ...own }),
	);
}

function partsOf(
	kind: Exclude<RecordKind, "tests">,
	entry: RuleEntry,
	context: RunContext,
): Record<string, Value>[] {
	const { facts } = entry;
	if (kind === "events") {
		return facts.events.map(({ id, ...event }) => ({ ...event, canonical: id }));
	}
	if (kind === "exclusions") {
		return facts.exclusions.map((parts) => ({
			exclusion: parts.map(({ field }) => field).join(),
			parts: parts.length,
		}));
	}
	return facts.predicates.map((predicate) => {
		const { value, op, role, negated, exclusion, canonical, field } = predicate;
		const isIndicator = role === "indicator" && !negated && !exclusion && value !== null;
		const known = context.records
			?.indicatorsOf(entry)
			.find(
				(other) =>
					other.field === (canonical ?? field) &&
					other.op === (op === "in" ? "eq" : op) &&
					JSON.stringify(other.value) === JSON.stringify(value),
			);
		return {
			...predicate,
			value: shown(value),
			valuekind:
				value === null ? null : typeof value !== "object" ? "value" : (Object.keys(value)[0] ?? ""),
			indicator: isIndicator,
			reach: isIndicator ? (known?.reach ?? null) : null,
		};
	});
}

function shown(value: PredicateValue): Value {
	if (typeof value !== "object" || value === null) return value;
	return "ref" in value ? value.ref : value.list;
}

function ruleFields(entry: RuleEntry, context: RunContext): Record<string, Value> {
	const { language, kind, parsed } = entry.facts;
	const techniques = techniquesOf(entry.techniques, context);
	const { vendor } = entry;
	return {
		rule: linkTo(entry.path),
		techniques,
		technique: techniques,
		vendor,
		language,
		kind,
		parsed,
	};
}

function techniquesOf(ids: readonly string[], context: RunContext): Value {
	return ids.map((id) => {
		const path = context.records?.technique(id)?.path;
		return path === undefined ? id : linkTo(path);
	});
}

function linkTo(path: string): {
	readonly kind: "link";
	readonly path: string;
	readonly type: "file";
	readonly embed: false;
} {
	return { kind: "link", path, type: "file", embed: false };
}

function rowOf(note: IndexedNote, context: RunContext, own: Record<string, Value>): Row {
	const page = note.page(context).fields;
	const all = new Map<string, Value | undefined>();
	for (const key of page.keys()) all.set(key, page.get(key));
	for (const [key, value] of Object.entries(own)) all.set(key, value);
	const fields: FieldMap = { get: (name) => all.get(name), keys: () => all.keys() };
	return { data: { kind: "object", fields }, note: note.path };
}
