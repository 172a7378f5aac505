import { applyUndo } from "../../core/ingest/undo/apply-undo";
import { planUndo } from "../../core/ingest/undo/plan-undo";
import { previewUndo } from "../../core/ingest/undo/preview-undo";
import type { RefusedNote, UndoResult } from "../../core/ingest/undo/undo-plan";
import type { Command } from "../command";
import { findVaultFault } from "../find-vault-fault";
import { listSome } from "../list-some";
import { openHost } from "../open-host";

/** `undo VAULT`: takes the last import back. Exit 1 where a note is left alone or not all could be done. */
export const undoCommand: Command = {
	usage: [
		"detection-vault undo VAULT [--dry-run] [--json]",
		"  Undoes the last import: notes that still are what it wrote get their former text back, and notes that it made",
		"  are deleted. Notes that were edited since are left alone and named.",
	].join("\n"),
	shape: { words: { least: 1, most: 1 }, options: { "dry-run": "none", json: "none" } },
	async run({ words, values }, streams) {
		const [vault = ""] = words;
		const wrong = findVaultFault(vault);
		if (wrong !== undefined) {
			streams.err(`detection-vault undo: ${wrong}\n`);
			return 2;
		}
		const host = openHost(vault, streams);
		const plan = await planUndo(host);
		const dryRun = values.has("dry-run");
		const result = dryRun || plan.cancelled ? previewUndo(plan) : await applyUndo(plan, host);
		if (values.has("json")) streams.out(`${JSON.stringify(result)}\n`);
		else streams.out(describeUndo(result, dryRun, plan.cancelled));
		const isTelling = result.refused.length > 0 || result.problems.length > 0;
		return isTelling || !result.isWhole || plan.cancelled ? 1 : 0;
	},
};

function describeUndo(result: UndoResult, dryRun: boolean, cancelled: boolean): string {
	const problems = result.problems.map(({ file, message }) => `${file}: ${message}`);
	if (result.imported === null) {
		return lines("There is nothing to undo.", ...listSome("Problems", problems));
	}
	const { restored, deleted, refused } = result;
	const opening = cancelled
		? ["Stopped before anything was written."]
		: dryRun
			? ["Dry run: nothing was written."]
			: result.isWhole
				? []
				: ["Stopped before the end; undo again to finish."];
	return lines(
		...opening,
		`Import of ${result.imported}`,
		`Notes: ${restored.length} put back, ${deleted.length} deleted, ${refused.length} left alone`,
		...listSome("Put back", restored),
		...listSome("Deleted", deleted),
		...listSome("Left alone", refused.map(describeRefused)),
		...listSome("Problems", problems),
	);
}

function describeRefused({ path, reason }: RefusedNote): string {
	return `${path}: ${reason} since the import`;
}

function lines(...texts: readonly string[]): string {
	return texts.map((text) => `${text}\n`).join("");
}
