import type { FormatNumber } from "./counts";

/** Text of the remembered sources in the settings. */
export function sourcesText(number: FormatNumber) {
	const files = (count: number) => (count === 1 ? "1 file" : `${number(count)} files`);
	const problems = (count: number) => (count === 1 ? "1 problem" : `${number(count)} problems`);
	return {
		updateAll: {
			name: "Update",
			desc: "Works out one plan over all remembered sources that can be opened again, and downloads those that are switched on. Nothing is written before you have seen it.",
			button: "Update",
		},
		remembered: "Remembered sources",
		nothing: "No source is remembered yet. Import one, or add one here.",
		add: {
			name: "Add source",
			placeholder: "Choose where the source comes from",
			vault: (kind: string) => `From this vault: ${kind}`,
			published: (name: string, kind: string) => `Download: ${name} (${kind})`,
			address: (kind: string) => `Download from another address: ${kind}`,
			unnamed: "New address",
			vaultPlaceholder: "Type the name of a folder, zip or file",
		},
		places: {
			vault: "In this vault",
			outside: "Chosen from outside the vault",
			online: "Downloaded",
			offline: "Download is off",
		},
		last: {
			name: "Last import",
			never: "Never imported",
			failed: "Last download failed",
			imported: (day: string) => `Imported on ${day}`,
			result: (day: string, skipped: number, found: number) =>
				`${day}: ${files(skipped)} skipped, ${problems(found)}`,
		},
		path: {
			name: "Path in this vault",
			desc: "A folder, a zip or a file.",
			problems: {
				absent: "There is nothing at this path in the vault.",
				ending: "A file of this kind holds no such source.",
			},
		},
		outside: {
			name: "Outside the vault",
			desc: "Such a place can only be named, not opened again. Choose it anew in the import, or put it into the vault.",
		},
		online: {
			name: "Download over the network",
			desc: (hosts: string) =>
				hosts === ""
					? "Give an address first."
					: `Off until you switch it on. The file is then asked for when you import, never by itself, from: ${hosts}. Nothing of this vault is sent.`,
			aliases: ["online", "fetch", "internet"],
		},
		address: {
			name: "Address",
			desc: "A repository, branch, tag or commit on GitHub, or a file. Another address is switched on anew.",
		},
		order: {
			name: "Order",
			desc: (place: number, count: number) => `${number(place)} of ${number(count)}`,
			up: "Move up",
			down: "Move down",
		},
	};
}
