import { existsSync } from "node:fs";
import type { Command } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { layOutVault } from "../../node/lay-out-vault";

/** `init VAULT`: a new vault, or the plugin and the template's missing files in an existing one. */
export const initCommand: Command = {
	usage:
		"detection-vault init VAULT [--json]\n  Lays out the template vault with the plugin enabled, in a new or an existing folder.",
	shape: { words: { least: 1, most: 1 }, options: { json: "none" } },
	run({ words, values }, streams) {
		const [vault = ""] = words;
		const wrong = existsSync(vault) ? findVaultFault(vault) : undefined;
		if (wrong !== undefined) {
			streams.err(`detection-vault init: ${wrong}\n`);
			return Promise.resolve(2);
		}
		const layout = layOutVault(streams.home, vault);
		if (values.has("json")) streams.out(`${JSON.stringify(layout)}\n`);
		else {
			const kept = layout.kept.length === 0 ? "" : `, ${layout.kept.length} kept as they were`;
			streams.out(
				`${vault}: ${layout.created.length} files laid out${kept}. The plugin is enabled.\n`,
			);
		}
		return Promise.resolve(0);
	},
};
