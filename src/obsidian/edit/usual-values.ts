import type { NoteLookup } from "../../core/index/note-index";
import { canonicalName } from "../../core/index/literals/names";
import { compareCodeUnits } from "../../core/text/compare";
import { kindOfValue } from "./property-kind";
import type { PropertyKind } from "./property-kind";

/** What the notes of a vault have for one property. */
export interface UsualValues {
	/** Texts and items of lists, those of most notes first. */
	readonly texts: readonly string[];
	/** How most notes would edit it; undefined where none has a value. */
	readonly kind: PropertyKind | undefined;
	/** How most notes spell its name; undefined where none has it. */
	readonly key: string | undefined;
}

/** Longer texts are no words that notes share. */
const LONGEST = 80;

/** Gathers the values of a property, under any spelling that means it. */
export function gatherValues(index: Pick<NoteLookup, "notes">, name: string): UsualValues {
	const canonical = canonicalName(name);
	const texts = new Map<string, number>();
	const kinds = new Map<PropertyKind, number>();
	const keys = new Map<string, number>();
	const spelt = new Map<string, boolean>();
	const isMeant = (key: string): boolean => {
		const known = spelt.get(key) ?? (key === name || canonicalName(key) === canonical);
		spelt.set(key, known);
		return known;
	};
	for (const { record } of index.notes()) {
		for (const key of Object.keys(record.properties)) {
			if (!isMeant(key)) continue;
			const value = record.properties[key];
			const kind = kindOfValue(value);
			count(keys, key);
			if (kind === null || kind === undefined) continue;
			count(kinds, kind);
			for (const text of textsOf(value)) count(texts, text);
		}
	}
	const byUse = [...texts].sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
	return { texts: byUse.map(([text]) => text), kind: mostUsed(kinds), key: mostUsed(keys) };
}

function textsOf(value: unknown): readonly string[] {
	const items: readonly unknown[] = Array.isArray(value) ? value : [value];
	return items.filter(
		(item) => typeof item === "string" && item !== "" && item.length <= LONGEST,
	) as string[];
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
	counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostUsed<Key extends string>(counts: ReadonlyMap<Key, number>): Key | undefined {
	const [first] = [...counts].sort(([a, m], [b, n]) => n - m || compareCodeUnits(a, b));
	return first?.[0];
}
