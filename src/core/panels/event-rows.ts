import type { RuleEntry } from "../library/library-entry";
import type { EventIdentity } from "../model/event";
import type { Steps } from "../text/steps";
import { finishSteps } from "../text/steps";
import type { CountedRow } from "./count-rules";
import { countEach, createRuleCounter } from "./count-rules";

/** A kind of event that rules read. */
export type EventRow = EventIdentity & CountedRow;

/** Counts the events that rules read, most used first. */
export function countEvents(rules: readonly RuleEntry[]): readonly EventRow[] {
	return finishSteps(countEventsInSteps(rules));
}

/** Does what `countEvents` does, in pieces between which the host may breathe. */
export function* countEventsInSteps(rules: readonly RuleEntry[]): Steps<readonly EventRow[]> {
	const counter = createRuleCounter<EventIdentity>(keyOf, (_, key) => key);
	yield* countEach(rules, (rule) => {
		for (const event of rule.facts.events) counter.count(event, rule);
	});
	const rows = yield* counter.rows();
	return rows.map(({ item: { provider, event, title, id }, rules: own }) => {
		return { provider, event, title, id, rules: own };
	});
}

function keyOf({ provider, event }: EventIdentity): string {
	return `${provider}\n${event ?? ""}`;
}
