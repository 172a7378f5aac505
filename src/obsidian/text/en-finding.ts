import type { FormatNumber } from "./counts";

/** Text of what finds techniques: the search over them, suggestions, jumps. */
export function findingText(number: FormatNumber) {
	return {
		placeholder: "Find a technique by id, name, alias or tactic",
		none: "No technique matches.",
		notReady: "The vault is still being read.",
		noTechniques: "The vault knows no techniques yet. Import ATT&CK first.",
		notImported: "not imported",
		noNote: (id: string) => `${id} has no note in this vault. Import ATT&CK to get one.`,
		noEditor: "No note is open for editing.",
		rules: (count: number) => (count === 1 ? "1 rule" : `${number(count)} rules`),
		tests: (count: number) => (count === 1 ? "1 test" : `${number(count)} tests`),
		keys: {
			...{ move: "to move", open: "to open", newTab: "to open in a new tab" },
			...{ insert: "to insert a link", dismiss: "to dismiss" },
		},
		settings: {
			heading: "Finding techniques",
			suggest: {
				name: "Suggest techniques while typing",
				desc: "Offers a link when you type the start of an id, such as T1021, outside of code and links.",
			},
			linkPlainIds: {
				name: "Link plain technique ids",
				desc: "Shows ids such as T1021.004 as links in reading view. The notes themselves stay as they are.",
			},
		},
	};
}
