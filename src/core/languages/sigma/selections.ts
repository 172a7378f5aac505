import type { Condition } from "../../model/detection";
import { countLeaves } from "./outline-node";
import type { OutlineEntry } from "./outline-node";
import type { FoundSection } from "./find-section";
import { partsOf } from "../list-predicates";
import { nearestName } from "./nearest-name";
import { readSelection } from "./read-selection";
import type { SigmaReading } from "./sigma-reading";

/** How many times the leaves of a section its condition may state them again, and how many it always may. */
const GROWTH_LIMIT = 8;
const GROWTH_FLOOR = 20_000;

/** Letters of names that cost a pattern as much as one leaf. */
const LETTERS_PER_LEAF = 64;

/** Wrong names for which a nearest one is looked for. */
const HINTS = 20;

/** The named parts of a detection: each is read when a condition first names it, and once only. */
export class Selections {
	readonly names: readonly string[];
	private readonly reading: SigmaReading;
	private readonly entries: ReadonlyMap<string, OutlineEntry>;
	private readonly read = new Map<string, { condition: Condition; size: number }>();
	private readonly patternCost: number;
	private room: number;
	private hints = HINTS;

	/** `reserved` are the entries of the section that are no selections. */
	constructor(
		reading: SigmaReading,
		{ outline, repeated }: FoundSection,
		reserved: readonly string[],
	) {
		this.reading = reading;
		const entries = new Map(outline.entries);
		for (const name of reserved) entries.delete(name);
		this.entries = entries;
		this.names = [...entries.keys()];
		this.patternCost = this.names.reduce((sum, name) => sum + name.length, 0) / LETTERS_PER_LEAF;
		this.room = GROWTH_FLOOR + GROWTH_LIMIT * countLeaves(outline);
		reading.reportRepeated(repeated);
	}

	/** The condition of a selection; undefined where there is none of this name, or where the condition repeats them without end. */
	resolve(name: string): Condition | undefined {
		const known = this.read.get(name) ?? this.readNow(name);
		if (known === undefined) return undefined;
		this.room -= known.size;
		return this.room < 0 ? undefined : known.condition;
	}

	/**
	 * The names that a pattern means, in the order of the section: `them` is all, `*` any run of characters. Names that start with an
	 * underscore are meant only by a pattern that does so too. As in pySigma, a pattern need not reach the name's end. Undefined where
	 * the condition has more patterns than can be looked up in linear time.
	 */
	matching(pattern: string): readonly string[] | undefined {
		this.room -= this.patternCost;
		if (this.room < 0) return undefined;
		const isHidden = (name: string): boolean => name.startsWith("_") && !pattern.startsWith("_");
		const visible = this.names.filter((name) => !isHidden(name));
		if (pattern === "them") return visible;
		const parts = pattern.split("*");
		return visible.filter((name) => startsLike(name, parts));
	}

	/** The name that is spelt most like a wrong one, undefined where none comes near. */
	nearest(name: string): string | undefined {
		return this.hints-- > 0 ? nearestName(name, this.names) : undefined;
	}

	/** Reports the selections that no condition named; their tokens are accounted for, since nothing of them is missed. */
	reportUnused(): void {
		this.entries.forEach(({ keyStart, value }, name) => {
			if (this.read.has(name)) return;
			this.reading.count(countLeaves(value));
			const span = { start: keyStart, end: keyStart + name.length };
			const message = `no condition uses the selection \u201C${name}\u201D`;
			this.reading.report("query-opaque", "info", message, span);
		});
	}

	private readNow(name: string): { condition: Condition; size: number } | undefined {
		const entry = this.entries.get(name);
		if (entry === undefined) return undefined;
		const condition = readSelection(this.reading, name, entry.value);
		const read = { condition, size: sizeOf(condition) };
		this.read.set(name, read);
		return read;
	}
}

function sizeOf(condition: Condition): number {
	if (condition.kind === "predicate") return 1 + condition.predicate.terms.length;
	return partsOf(condition).reduce((sum, part) => sum + sizeOf(part), 1);
}

/** Whether a name starts with the parts of a pattern, any text between them. */
function startsLike(name: string, parts: readonly string[]): boolean {
	let at = 0;
	return parts.every((part, index) => {
		const found = index === 0 ? (name.startsWith(part) ? 0 : -1) : name.indexOf(part, at);
		at = found + part.length;
		return found !== -1;
	});
}
