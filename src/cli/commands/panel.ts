import { DEFAULT_FOLDERS } from "../../core/model/settings";
import { encodePanel } from "../../core/panels/encode-panel";
import { buildTechniquePanel } from "../../core/panels/technique-panel";
import { normaliseTechniqueId } from "../../core/text/technique-ids";
import { createFileNotes } from "../../node/file-notes";
import { openLibrary } from "../../node/open-library";
import { readVaultFolders } from "../../node/vault-settings";
import type { Command } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { showPanel } from "../show-panel";
import { tellProblems } from "../tell-problems";

/** `panel VAULT TECHNIQUE…`: what the vault holds for techniques, one line of JSON each. */
export const panelCommand: Command = {
	usage: [
		"detection-vault panel VAULT TECHNIQUE… [--exact] [--rules] [--json]",
		"  Shows what a vault holds for a technique, its sub-techniques counted in unless --exact.",
	].join("\n"),
	shape: {
		words: { least: 2, most: Number.MAX_SAFE_INTEGER },
		options: { exact: "none", rules: "none", json: "none" },
	},
	async run({ words: [vault = "", ...asked], values }, streams) {
		const unknown = asked.find((word) => normaliseTechniqueId(word) === undefined);
		const wrong = unknown === undefined ? findVaultFault(vault) : `${unknown} is no technique id`;
		if (wrong !== undefined) {
			streams.err(`detection-vault panel: ${wrong}\n`);
			return 2;
		}
		const store = createFileNotes(vault);
		const { sources, problems } = await openLibrary(
			store,
			readVaultFolders(vault) ?? DEFAULT_FOLDERS,
		);
		let isWhole = tellProblems(problems, streams);
		for (const word of asked) {
			const id = normaliseTechniqueId(word) ?? word;
			const panel = buildTechniquePanel(sources, id, values.has("exact"));
			if (panel === undefined) {
				streams.err(`detection-vault panel: no note of the vault knows ${id}\n`);
				isWhole = false;
			} else if (values.has("json")) {
				streams.out(`${JSON.stringify(encodePanel(panel, sources, values.has("rules")))}\n`);
			} else streams.out(showPanel(panel, sources));
		}
		return isWhole ? 0 : 1;
	},
};
