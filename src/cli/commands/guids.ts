import { giveGuids } from "../../core/notes/runbook/give-guids";
import { createFileNotes } from "../../node/file-notes";
import type { Command } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { plainLine } from "../plain-line";

/** `guids VAULT NOTE…`: a GUID for each own test of runbooks that has none. Exit 1 where a note could not be written. */
export const guidsCommand: Command = {
	usage: [
		"detection-vault guids VAULT NOTE… [--json]",
		"  Gives every test of your own in these runbook notes (paths in the vault) a GUID where it has none, so that",
		"  recorded runs can be matched to it.",
	].join("\n"),
	shape: { words: { least: 2, most: Number.MAX_SAFE_INTEGER }, options: { json: "none" } },
	async run({ words: [vault = "", ...paths], values }, streams) {
		const wrong = findVaultFault(vault);
		if (wrong !== undefined) {
			streams.err(`detection-vault guids: ${wrong}\n`);
			return 2;
		}
		const notes = createFileNotes(vault);
		let isWhole = true;
		for (const path of paths) {
			const text = await notes.readNote(path);
			if (text === undefined) {
				streams.err(`detection-vault guids: ${path}: there is no such note\n`);
				isWhole = false;
				continue;
			}
			const { text: after, given } = giveGuids(text, () => crypto.randomUUID());
			if (given.length > 0 && !(await notes.writeNote(path, after, text))) isWhole = false;
			for (const { name, guid } of given) {
				const row = { note: path, test: name, guid };
				const shown = `${plainLine(`${guid} ${name} (${path})`)}\n`;
				streams.out(values.has("json") ? `${JSON.stringify(row)}\n` : shown);
			}
		}
		return isWhole ? 0 : 1;
	},
};
