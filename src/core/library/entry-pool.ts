import type { EventIdentity } from "../model/event";
import { rememberTexts } from "../text/remember-texts";

/** Gives one copy of equal texts, none of which refers to the longer text that it was taken from. */
export type KeepTexts = <T extends string>(text: T) => T;

/** One copy of what many entries of a vault say. */
export interface EntryPool {
	readonly text: KeepTexts;
	/** Gives one object for equal events, so that they can be counted without comparing them. */
	readonly event: (event: EventIdentity) => EventIdentity;
}

/** Texts, and events, that the pool of one vault holds. */
const MOST = 50_000;

/** Makes a pool for the entries of one vault. */
export function createEntryPool(): EntryPool {
	// An equal text is of the same type.
	const text = rememberTexts(MOST, (kept) => kept) as KeepTexts;
	const events = rememberTexts(MOST, (): { kept?: EventIdentity } => ({}));
	return {
		text,
		event({ provider, event, title, id }) {
			const slot = events([provider, typeof event, event, title, id].join("\n"));
			return (slot.kept ??= {
				provider: text(provider),
				event: typeof event === "string" ? text(event) : event,
				title: text(title),
				id: id === null ? null : text(id),
			});
		},
	};
}
