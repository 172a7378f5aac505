import type { UndoResult } from "../../core/ingest/undo/undo-plan";
import type { CliCommand, CliParts } from "./cli-parts";
import { hasFlag } from "./cli-parts";

/** Undoes the last import; it only says what it would do unless told to write. */
export function undoCommand({ imports, texts }: CliParts): CliCommand {
	const { flags } = texts;
	return {
		name: "undo",
		description: texts.undo.description,
		flags: { write: { description: flags.write }, json: { description: flags.json } },
		async run(data) {
			const write = hasFlag(data, "write");
			const result = await imports.runUndo(write);
			if (result === undefined) return texts.busy;
			if (hasFlag(data, "json")) return JSON.stringify({ written: write, ...result });
			return describeUndo(result, write, texts.undo);
		},
	};
}

function describeUndo(
	result: UndoResult,
	write: boolean,
	texts: CliParts["texts"]["undo"],
): string {
	const { imported, restored, deleted, refused, problems, isWhole } = result;
	const told = problems.map(({ file, message }) => `${file}: ${message}`);
	if (imported === null) return [texts.nothing, ...told].join("\n");
	return [
		!write ? texts.dryRun(imported) : isWhole ? texts.done(imported) : texts.unfinished,
		texts.notes(restored.length, deleted.length, refused.length),
		...refused.map(({ path, reason }) => `${path}: ${texts.reasons[reason]}`),
		...told,
	].join("\n");
}
