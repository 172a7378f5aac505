import type { UndoPlan, UndoResult } from "./undo-plan";

/** Gives the result that a plan will have if every write succeeds. */
export function previewUndo({ journal, notes, refused, problems }: UndoPlan): UndoResult {
	const pathsOf = (wanted: "restore" | "delete"): string[] =>
		notes.filter(({ action }) => action === wanted).map(({ path }) => path);
	return {
		imported: journal?.at ?? null,
		restored: pathsOf("restore"),
		deleted: pathsOf("delete"),
		refused,
		problems,
		isWhole: true,
	};
}
