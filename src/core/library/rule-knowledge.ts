import type { FieldTable } from "../model/canonical-field";
import type { QueryContext } from "../model/detection";
import type { EventTable } from "../model/event";
import { createQueryContext } from "../rules/query-context";
import type { RuleContext } from "../rules/rule-reader";
import { createEventTable } from "../taxonomy/events/create-event-table";
import { createFieldTable } from "../taxonomy/fields/create-field-table";
import type { UserField } from "../taxonomy/fields/user-field";

/** What rules are understood with. */
export interface RuleKnowledge {
	readonly context: QueryContext;
	readonly fields: FieldTable;
	readonly events: EventTable;
}

/** Makes it from the macros and lists beside the rules, and the person's own field rows. */
export function createRuleKnowledge(
	contexts: Iterable<RuleContext>,
	fields: readonly UserField[] = [],
): RuleKnowledge {
	return {
		context: createQueryContext(contexts),
		fields: createFieldTable(fields),
		events: createEventTable(),
	};
}
