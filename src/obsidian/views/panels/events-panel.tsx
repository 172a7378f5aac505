import { useMemo } from "preact/hooks";
import type { EventIdentity } from "../../../core/model/event";
import type { EventRow } from "../../../core/panels/event-rows";
import { countEventsInSteps } from "../../../core/panels/event-rows";
import type { Texts } from "../../text/en";
import { useHost } from "../view-host";
import { CountedPart, rulesColumn } from "./counted-part";
import type { PartProps } from "./panel-props";
import type { PanelColumn } from "./table/panel-column";
import { useRows } from "./use-rows";

/** The events that a technique's rules read. */
export function EventsPanel({ panel, limit }: PartProps) {
	const { panel: text } = useHost().texts;
	const { rules } = panel;
	const rows = useRows(rules.length, () => countEventsInSteps(rules), [rules]);
	const columns = useMemo(
		(): readonly PanelColumn<EventRow>[] => [
			...eventColumns(text),
			rulesColumn(text.columns.rules),
		],
		[text],
	);
	return (
		<CountedPart
			name={text.titles.events}
			nameRows={text.distinct.events}
			empty={text.empty.events}
			columns={columns}
			rows={rows}
			keyOf={eventKey}
			limit={limit}
		/>
	);
}

/** Gives the columns that say what an event is. */
export function eventColumns(text: Texts["panel"]): readonly PanelColumn<EventIdentity>[] {
	const { columns } = text;
	return [
		{ name: columns.provider, value: ({ provider }) => provider },
		{ name: columns.event, value: ({ event }) => nameEvent(event, text), width: 20 },
		{ name: columns.title, value: ({ title }) => title },
	];
}

/** Writes an event's number or name; the word for any where the rule reads all of the provider's. */
function nameEvent(event: EventIdentity["event"], text: Texts["panel"]): string {
	if (event === null) return text.anyEvent;
	return typeof event === "number" ? text.eventNumber(event) : event;
}

/** Gives a text that stays the same for an event while notes change. */
export function eventKey({ provider, event }: EventIdentity): string {
	return `${provider}\n${event ?? ""}`;
}
