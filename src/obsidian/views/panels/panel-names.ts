/** Panels of a technique, in the order in which `technique` shows them. */
export const TECHNIQUE_PANELS = [
	"overview",
	"events",
	"fields",
	"indicators",
	"exclusions",
	"rules",
	"data-sources",
	"false-positives",
	"runbooks",
] as const;
/** One part of what a vault holds for a technique. */
export type TechniquePart = (typeof TECHNIQUE_PANELS)[number];

/** Panels of the rule whose note they stand in. */
const RULE_PANELS = ["rule", "related"] as const;
/** One of them. */
export type RulePanelName = (typeof RULE_PANELS)[number];

/** The panel of the runbook whose note it stands in. */
export const RUNBOOK_PANEL = "runbook";

/** A panel of a technique: one part, or all of them. */
export type TechniquePanelName = TechniquePart | "technique";

/** Every panel that there is, for a person who misspelt one. */
export const PANEL_NAMES: readonly string[] = [
	"technique",
	...TECHNIQUE_PANELS,
	...RULE_PANELS,
	RUNBOOK_PANEL,
];

/** Whether a panel of that name shows something of a technique. */
export function isTechniquePanel(name: string): name is TechniquePanelName {
	return name === "technique" || TECHNIQUE_PANELS.some((panel) => panel === name);
}

/** Whether a panel of that name shows something of a rule. */
export function isRulePanel(name: string): name is RulePanelName {
	return RULE_PANELS.some((panel) => panel === name);
}
