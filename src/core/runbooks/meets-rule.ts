import type { FactPredicate, RuleFacts } from "../library/rule-facts";
import type { ExpressionReading, Truth } from "./compare-known";
import { compareKnown } from "./compare-known";
import type { RuleCondition } from "./evaluate-condition";
import { evaluateCondition, readCondition } from "./evaluate-condition";
import type { KnownEvent, KnownText } from "./known-event";
import { knownText } from "./known-event";

/** What a test's events say of a rule. */
export interface RuleMeeting {
	/** Values of the rule that are in the event, in the order of its text, each once. */
	readonly values: readonly string[];
	/** Fields, as the rule spells them, by which it could exclude the event, and of which nothing is known; in order, each once. */
	readonly unless: readonly string[];
}

/** A rule made ready to be held against events. */
export interface RuleTrial {
	readonly facts: RuleFacts;
	readonly condition: () => RuleCondition;
	/** Canonical events that it reads; any where it does not say. */
	readonly events: ReadonlySet<string>;
}

/** Makes a rule ready to be held against events; its condition is read when it is first asked for, and then kept. */
export function prepareTrial(facts: RuleFacts): RuleTrial {
	const events = new Set(facts.events.flatMap(({ id }) => id ?? []));
	let condition: RuleCondition | undefined;
	return { facts, events, condition: () => (condition ??= readCondition(facts.condition)) };
}

/**
 * Tells by which of the events a rule is met: the first for which its condition holds, else the first for which only exclusions are open.
 * Undefined where none of them is known to meet it.
 *
 * Which events a rule reads is compared by kind; predicates that choose them count as met.
 */
export function findMeeting(
	{ facts, condition, events }: RuleTrial,
	caused: readonly KnownEvent[],
	compile: ExpressionReading["compile"],
): RuleMeeting | undefined {
	let found: RuleMeeting | undefined;
	const reading: ExpressionReading = { compile, isAnchored: facts.vendor === "elastic" };
	for (const event of caused) {
		if (event.id !== null && events.size > 0 && !events.has(event.id)) continue;
		const truthOf = (fact: FactPredicate): Truth => judge(fact, event, reading);
		const truth = evaluateCondition(condition(), facts.predicates, truthOf);
		if (truth === false || (truth === undefined && found !== undefined)) continue;
		const open = new Set<string>();
		const isMet =
			truth ?? evaluateCondition(condition(), facts.predicates, allowOpen(truthOf, open));
		const values = isMet === true ? listMet(facts.predicates, truthOf) : [];
		if (values.length === 0) continue;
		if (truth === true) return { values, unless: [] };
		found = { values, unless: [...open] };
	}
	return found;
}

/** Takes it that nothing is excluded by what is not known; `open` takes the fields. */
function allowOpen(
	truthOf: (fact: FactPredicate) => Truth,
	open: Set<string>,
): (fact: FactPredicate) => Truth {
	return (fact) => {
		const known = truthOf(fact);
		if (known !== undefined || !fact.exclusion) return known;
		open.add(fact.field ?? "");
		return !fact.negated;
	};
}

function judge(fact: FactPredicate, event: KnownEvent, reading: ExpressionReading): Truth {
	if (fact.role === "computed") return undefined;
	const known = findKnown(fact, event);
	if (fact.role !== "indicator" && known === undefined) return !fact.negated;
	if (known === undefined) return undefined;
	const { op, value } = fact;
	if (value === null) return op === "exists" ? true : op === "is_null" ? false : undefined;
	if (typeof value === "object") return undefined;
	return compareKnown(op, String(value), known, reading);
}

/** Fields that hold what has a name of its own with other vendors. */
const NAMES: ReadonlyMap<string, string> = new Map([["registrykey", "registry.key"]]);

function findKnown(
	{ field, canonical, op }: FactPredicate,
	event: KnownEvent,
): KnownText | undefined {
	if (field === null) return event.words;
	const known = event.fields.get(NAMES.get(field.toLowerCase()) ?? canonical ?? "");
	// A field of single words: one of them is asked for.
	const isWord = field.endsWith("process.args") && (op === "eq" || op === "in");
	if (!isWord || known === undefined) return known;
	const words = known.texts.flatMap((text) => text.split(/\s+/));
	return knownText(known.extent === "part" ? "part" : "whole", ...words);
}

function listMet(
	facts: readonly FactPredicate[],
	truthOf: (fact: FactPredicate) => Truth,
): readonly string[] {
	const met = facts.filter(
		(fact) =>
			fact.role === "indicator" && !fact.negated && !fact.exclusion && truthOf(fact) === true,
	);
	return [...new Set(met.flatMap(({ value }) => (typeof value === "string" ? value : [])))];
}
