import { existsSync } from "node:fs";
import { applyUndo } from "../../core/ingest/undo/apply-undo";
import { planUndo } from "../../core/ingest/undo/plan-undo";
import { previewUndo } from "../../core/ingest/undo/preview-undo";
import type { RefusedNote, UndoResult } from "../../core/ingest/undo/undo-plan";
import type { Command } from "../command";
import { openHost } from "../open-host";
import { plainLine } from "../plain-line";

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
		if (!existsSync(vault)) {
			streams.err(`detection-vault undo: ${vault} does not exist\n`);
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

const SHOWN = 20;

function describeUndo(result: UndoResult, dryRun: boolean, cancelled: boolean): string {
	const problems = result.problems.map(({ file, message }) => `${file}: ${message}`);
	if (result.imported === null) {
		return `There is nothing to undo.\n${list("Problems", problems)}`;
	}
	const { restored, deleted, refused } = result;
	const opening = cancelled
		? "Stopped before anything was written.\n"
		: dryRun
			? "Dry run: nothing was written.\n"
			: result.isWhole
				? ""
				: "Stopped before the end; undo again to finish.\n";
	return [
		opening,
		`Import of ${result.imported}\n`,
		`Notes: ${restored.length} put back, ${deleted.length} deleted, ${refused.length} left alone\n`,
		list("Put back", restored),
		list("Deleted", deleted),
		list("Left alone", refused.map(describeRefused)),
		list("Problems", problems),
	].join("");
}

function describeRefused({ path, reason }: RefusedNote): string {
	return `${path}: ${reason} since the import`;
}

function list(heading: string, items: readonly string[]): string {
	if (items.length === 0) return "";
	const rest = items.length - SHOWN;
	const more = rest > 0 ? [`  … and ${rest} more (--json lists all)`] : [];
	const shown = items.slice(0, SHOWN).map((item) => `  ${plainLine(item)}`);
	return `${[`${heading}: ${items.length}`, ...shown, ...more].join("\n")}\n`;
}
