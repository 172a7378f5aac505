import type { FormatNumber } from "./counts";
import { sourcesText } from "./en-settings-sources";

/** Text of the settings tab. */
export function settingsText(number: FormatNumber) {
	return {
		folders: {
			heading: "Folders",
			techniques: {
				name: "Techniques",
				desc: "One note for each technique. Notes that exist already stay where they are and are found again by their id.",
			},
			rules: {
				name: "Detection rules",
				desc: "One note for each rule, in a folder for each vendor.",
			},
			runbooks: { name: "Testing runbooks", desc: "The tests of each technique." },
			executions: {
				name: "Test executions",
				desc: "Recorded runs of a test. Keep it apart from the runbooks, whose tables would list the runs too.",
			},
			home: {
				name: "Home",
				desc: "Dashboards, import reports, and what the next import and the panels need to remember.",
			},
			dashboards: {
				name: "Start page and dashboards",
				desc: "Adds those that the home folder does not have. Files that are there stay as they are.",
				button: "Add",
			},
			placeholder: "Folder",
		},
		problems: {
			empty: "Name a folder.",
			leaves: "The folder has to lie in the vault: no .. and no / at the start.",
			hidden: "Obsidian does not see folders that start with a full stop.",
			characters: 'A folder cannot have any of these in its name: \\ : * ? " < > | # ^ [ ]',
			ending: "A folder's name cannot end in a space or a full stop.",
			same: (name: string) => `This folder is taken already: ${name}.`,
			inside: (name: string) => `This folder and that of “${name}” lie inside each other.`,
		},
		queries: {
			heading: "Queries",
			drawDataview: {
				name: "Draw Dataview blocks",
				desc: "Shows dataview blocks as tables in reading view. Where the Dataview plugin is on, its blocks are left to it either way.",
			},
		},
		sources: {
			heading: "Import sources",
			attackVersion: {
				name: "ATT&CK version",
				desc: "For a bundle that does not state its version, such as one older than v9. Leave it empty otherwise.",
				placeholder: "19.1",
				problem: "A version is a number such as 19 or 19.1.",
			},
			import: {
				name: "Import",
				desc: "Choose sources, look at what would change, then write the notes.",
			},
			importButton: "Import sources",
			...sourcesText(number),
		},
		index: {
			heading: "Index",
			rebuild: {
				name: "Rebuild index",
				desc: "Reads every note again. Needed only when a table shows something else than the notes say.",
			},
			rebuildButton: "Rebuild",
		},
	};
}
