import type { PredicateOperator, PredicateValue } from "../model/predicate";
import type { RuleEntry } from "./library-entry";
import type { FactPredicate } from "./rule-facts";
import { createValueTable } from "./value-table";

/** A value that rules look for: in which field, and how. `in` is told as `eq`. */
export interface Indicator {
	/** The canonical field's id, else the rule's own spelling; null for a keyword. */
	readonly field: string | null;
	readonly op: PredicateOperator;
	readonly value: Exclude<PredicateValue, null>;
}

/** Gives what a predicate looks for; undefined where it finds nothing: it excludes, routes, tests a computed column or has no value. */
export function indicatorOf(predicate: FactPredicate): Indicator | undefined {
	const { role, negated, exclusion, op, value, canonical, field } = predicate;
	if (role !== "indicator" || negated || exclusion || value === null) return undefined;
	return { field: canonical ?? field, op: op === "in" ? "eq" : op, value };
}

/** A text that two indicators share only if they look for the same. */
export function indicatorKey({ field, op, value }: Indicator): string {
	const shown = typeof value === "object" ? JSON.stringify(value) : `${typeof value} ${value}`;
	return `${field ?? ""}\n${op}\n${shown}`;
}

/** An indicator of the vault, and the rules that look for it. */
export interface KnownIndicator extends Indicator {
	/** Number of rules. */
	readonly reach: number;
	/** In the order in which they came. */
	readonly rules: Iterable<RuleEntry>;
}

/** Which rules look for which indicators. */
export interface IndicatorIndex {
	add(rule: RuleEntry): void;
	/** Takes out a rule that was added, the same object. */
	remove(rule: RuleEntry): void;
	/** What a rule that was added looks for, each once, in the order of its text. */
	of(rule: RuleEntry): readonly KnownIndicator[];
}

/** Most indicators are one rule's own: a set for each would take most of the memory. */
class Known implements KnownIndicator {
	readonly field: string | null;
	readonly op: Indicator["op"];
	readonly value: Indicator["value"];
	private owners: RuleEntry | Set<RuleEntry> | undefined;

	constructor({ field, op, value }: Indicator) {
		this.field = field;
		this.op = op;
		this.value = value;
	}

	get reach(): number {
		if (this.owners === undefined) return 0;
		return this.owners instanceof Set ? this.owners.size : 1;
	}

	get rules(): Iterable<RuleEntry> {
		if (this.owners === undefined) return [];
		return this.owners instanceof Set ? this.owners : [this.owners];
	}

	add(rule: RuleEntry): void {
		if (this.owners === undefined) this.owners = rule;
		else if (this.owners instanceof Set) this.owners.add(rule);
		else if (this.owners !== rule) this.owners = new Set([this.owners, rule]);
	}

	remove(rule: RuleEntry): void {
		if (this.owners instanceof Set) this.owners.delete(rule);
		else if (this.owners === rule) this.owners = undefined;
	}
}

const startKnown = (indicator: Indicator): Known => new Known(indicator);

/** Starts with no rules. With `isLazy`, what rules look for is read when it is first asked of any of them. */
export function createIndicatorIndex(isLazy = false): IndicatorIndex {
	const known = createValueTable<Known>();
	const byRule = new Map<RuleEntry, readonly Known[]>();
	const waiting = new Set<RuleEntry>();
	const read = (rule: RuleEntry): void => {
		const own = new Set<Known>();
		for (const predicate of rule.facts.predicates) {
			const indicator = indicatorOf(predicate);
			if (indicator === undefined) continue;
			const entry = known.find(indicator, startKnown);
			entry.add(rule);
			own.add(entry);
		}
		byRule.set(rule, [...own]);
	};
	return {
		add(rule) {
			if (isLazy) waiting.add(rule);
			else read(rule);
		},
		remove(rule) {
			waiting.delete(rule);
			for (const entry of byRule.get(rule) ?? []) {
				entry.remove(rule);
				if (entry.reach === 0) known.remove(entry);
			}
			byRule.delete(rule);
		},
		of(rule) {
			for (const other of waiting) read(other);
			waiting.clear();
			return byRule.get(rule) ?? [];
		},
	};
}
