import { pruneBases } from "../../core/ingest/prune-bases";
import type { Command } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { openHost } from "../open-host";

/** `prune VAULT`: drops the merge bases of notes that are gone. */
export const pruneCommand: Command = {
	usage: [
		"detection-vault prune VAULT [--json]",
		"  Drops the merge bases of notes that are no longer in the vault, to save space. Such a note stays deleted;",
		"  one that comes back is taken in as a person's own.",
	].join("\n"),
	shape: { words: { least: 1, most: 1 }, options: { json: "none" } },
	async run({ words: [vault = ""], values }, streams) {
		const wrong = findVaultFault(vault);
		if (wrong !== undefined) {
			streams.err(`detection-vault prune: ${wrong}\n`);
			return 2;
		}
		const result = await pruneBases(openHost(vault, streams));
		const { pruned, kept, before, after } = result;
		const text = `Merge bases: ${pruned} dropped, ${kept} kept; ${before} bytes before, ${after} after\n`;
		streams.out(values.has("json") ? `${JSON.stringify(result)}\n` : text);
		return 0;
	},
};
