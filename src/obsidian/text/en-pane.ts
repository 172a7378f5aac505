import type { FormatNumber } from "./counts";

/** Text of the technique pane. */
export function paneText(number: FormatNumber) {
	return {
		title: "Technique pane",
		tabs: {
			technique: {
				overview: "Overview",
				events: "Events",
				fields: "Fields",
				indicators: "Indicators",
				exclusions: "Exclusions",
				rules: "Rules",
				"data-sources": "Data sources",
				"false-positives": "False positives",
				runbooks: "Runbooks",
			},
			rule: { techniques: "Techniques", rule: "This rule", related: "Related rules" },
			runbook: { techniques: "Technique", rules: "Rules", runs: "Runs" },
		},
		tabsOf: { technique: "Technique", rule: "Rule", runbook: "Runbook" },
		kinds: { rule: "Rule", runbook: "Runbook" },
		techniquesNamed: "Techniques this note names",
		times: (count: number) => (count === 1 ? "once" : `${number(count)} times`),
		former: (id: string) => `named as ${id}, which is revoked`,
		openNote: (id: string) => `Open the note of ${id}`,
		notImported: "not imported",
		back: "Back to the active note",
		ofRule: { rules: "Other rules:", none: "No other rule names it." },
		ofRunbook: { rules: "Rules:", none: "No rule names it." },
		vendorRules: (vendor: string, count: number) => `${vendor} ${number(count)}`,
		noTechniques: "This note names no technique. Add its id to the property techniques.",
		noRuns: "No run of this runbook is recorded yet. A run is a note that links here.",
		outcomes: {
			blocked: "blocked",
			detected: "detected",
			"not-detected": "not detected",
			tbd: "not decided",
		},
		nothing: {
			title: "No note is open",
			hint: "Open a technique, a rule or a runbook, and what the vault knows of it shows here.",
		},
		noMentions: {
			title: "This note names no technique",
			hint: "Write an id such as T1021.004, link to a technique, or go to one:",
		},
		empty: {
			title: "The vault has no techniques yet",
			hint: "Import ATT&CK and detection rules first.",
		},
		goToTechnique: "Go to technique",
		importSources: "Import sources",
	};
}
