import type { EventIdentity } from "../../model/event";
import type { FieldReader, FieldReaders } from "./record-row";
import { RULE_FIELDS } from "./rule-fields";

/** The fields of a row of `events`: one kind of event that a rule reads. */
export const EVENT_FIELDS: FieldReaders<EventIdentity> = new Map<
	string,
	FieldReader<EventIdentity>
>([
	...RULE_FIELDS,
	["provider", ({ provider }) => provider],
	["event", ({ event }) => event],
	["title", ({ title }) => title],
	["canonical", ({ id }) => id],
]);
