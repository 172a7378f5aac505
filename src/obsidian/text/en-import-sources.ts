/** Text of the step in which sources are chosen. */
export function importSourcesText() {
	return {
		kinds: {
			attack: {
				name: "ATT&CK",
				hint: "STIX bundles as MITRE publishes them: enterprise-attack.json, mobile or ICS, or a zip of them.",
			},
			rules: {
				name: "Detection rules",
				hint: "Sigma, Elastic, Splunk, Kusto and YARA-L: a rule repository as a folder or zip, or single files. The vendor is recognised.",
			},
			atomics: {
				name: "Atomic Red Team",
				hint: "The atomics folder of the repository, or a zip of it.",
			},
			notes: {
				name: "Notes from another vault",
				hint: "Technique, rule and runbook notes, with what their authors wrote in them.",
			},
			executions: {
				name: "Execution logs",
				hint: "Logs of test runs: ATTiRe 1.1 (JSON) and the CSV of Invoke-AtomicRedTeam. A log may be imported again: no run is doubled.",
			},
		},
		choose: {
			files: "Choose files",
			folder: "Choose folder",
			vault: "From this vault",
			web: "From the web",
			/** Names a button for screen readers, where four groups have one of the same name. */
			button: (action: string, kind: string) => `${action}: ${kind}`,
			drop: "or drop files here",
			remove: (name: string) => `Remove ${name}`,
			version: "ATT&CK version, where the bundle does not state it",
			versionPlaceholder: "19.1",
			restore: "Make notes again that you deleted",
			again: (name: string) => `Use ${name} again`,
			download: (name: string) => `Download ${name}`,
			allow: (name: string, hosts: string) => `Allow the download of ${name} from ${hosts}`,
			added: (name: string) => `Added: ${name}`,
			all: "Use all remembered sources",
			allHint: (count: number) =>
				count === 1
					? "1 source can be opened again."
					: `${String(count)} sources can be opened again.`,
			last: (name: string, when: string) => `Last time: ${name}, ${when}`,
			/** Which state of a source was read, behind its name. */
			stamped: (name: string, stamp: string) => `${name} (${stamp})`,
			stamps: {
				version: (version: string) => `version ${version}`,
				commit: (commit: string) => `commit ${commit.slice(0, 7)}`,
				newest: (day: string) => `newest file of ${day}`,
			},
			vaultPlaceholder: "Type the name of a folder, zip or file",
			nothingDropped: "Nothing that was dropped is a file or folder.",
			gone: (path: string) => `There is no ${path} in this vault any more.`,
			review: "Review changes",
			needed: "Choose at least one source.",
			offline: "Everything stays on this device: nothing is downloaded or sent.",
			online: (hosts: string) => `To be downloaded from: ${hosts}. Nothing of this vault is sent.`,
		},
	};
}
