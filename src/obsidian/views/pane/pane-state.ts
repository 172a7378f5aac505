import { asTable, asText, ownValue } from "../../../core/formats/values";
import type { PanelChoice } from "../panels/panel-head";
import { TECHNIQUE_PANELS } from "../panels/panel-names";

/** Tabs of each kind of note. */
export const PANE_TABS = {
	technique: TECHNIQUE_PANELS,
	rule: ["techniques", "rule", "related"],
	runbook: ["techniques", "rules", "runs"],
} as const;
/** The kinds of notes that have tabs. */
export type TabbedKind = keyof typeof PANE_TABS;
/** A tab of a kind. */
export type PaneTab<Kind extends TabbedKind> = (typeof PANE_TABS)[Kind][number];

/** What a pane remembers; Obsidian keeps it with the layout of its window. */
export interface PaneState {
	/** The tab of each kind that was open last. */
	readonly tabs: { readonly [Kind in TabbedKind]: PaneTab<Kind> };
	/** Which rules are counted. */
	readonly choice: PanelChoice;
	/** The technique that a person opened from another note, null while the pane follows the active one. */
	readonly technique: string | null;
}

/** A pane that nobody has touched. */
export const FIRST_PANE_STATE: PaneState = {
	tabs: { technique: "overview", rule: "techniques", runbook: "techniques" },
	choice: { exact: false, deprecated: true },
	technique: null,
};

/** Reads what a layout kept; what is missing or of another shape gets its default. */
export function readPaneState(data: unknown): PaneState {
	const table = asTable(data) ?? {};
	const tabs = asTable(ownValue(table, "tabs")) ?? {};
	const choice = asTable(ownValue(table, "choice")) ?? {};
	const tab = <Kind extends TabbedKind>(kind: Kind): PaneTab<Kind> => {
		const known: readonly PaneTab<Kind>[] = PANE_TABS[kind];
		const kept = known.find((name) => name === ownValue(tabs, kind));
		return kept ?? FIRST_PANE_STATE.tabs[kind];
	};
	return {
		tabs: { technique: tab("technique"), rule: tab("rule"), runbook: tab("runbook") },
		choice: {
			exact: ownValue(choice, "exact") === true,
			deprecated: ownValue(choice, "deprecated") !== false,
		},
		technique: asText(ownValue(table, "technique")) ?? null,
	};
}
