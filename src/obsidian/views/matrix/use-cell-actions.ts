import { useMemo } from "preact/hooks";
import type { Matrix } from "../../../core/matrix/matrix";
import type { MatrixRecords } from "../../../core/matrix/matrix-records";
import { useLatest } from "../table/use-latest";
import { useHost } from "../view-host";
import type { CellActions } from "./cell-actions";
import { showCellMenu } from "./cell-menu";
import type { MatrixCounts } from "./matrix-model";

/** Makes what a person can do to a cell; the same object between drawings. */
export function useCellActions(parts: {
	readonly records: MatrixRecords;
	readonly counts: MatrixCounts | undefined;
	readonly matrix: Matrix;
	readonly unfolded: ReadonlySet<string>;
	/** The folds that a person chose. */
	readonly onFolds: (change: (unfolded: readonly string[]) => readonly string[]) => void;
	/** Lists the notes behind a technique; absent where there is no place for the list. */
	readonly list?: (technique: string) => void;
}): CellActions {
	const host = useHost();
	const { links, texts } = host;
	const { records, counts, matrix, unfolded } = parts;
	const toggle = useLatest((id: string) =>
		parts.onFolds((now) => (unfolded.has(id) ? now.filter((each) => each !== id) : [...now, id])),
	);
	const open = useLatest((id: string, event: MouseEvent | KeyboardEvent) => {
		const note = records.notes.get(id);
		if (note !== undefined) links.open(note.path, event);
	});
	const preview = useLatest((id: string, event: MouseEvent, anchor: HTMLElement) => {
		const note = records.notes.get(id);
		if (note !== undefined) links.preview(note.path, event, anchor);
	});
	const showMenu = useLatest((id: string, event: MouseEvent, cell: HTMLElement) => {
		const { matrix: words } = texts;
		const note = records.notes.get(id);
		const technique = matrix.columns
			.flatMap(({ cells }) => cells.flatMap((top) => [top, ...top.subs]))
			.find((each) => each.id === id);
		showCellMenu(event, cell, words.menu, {
			open:
				note &&
				((inNewTab) => links.open(note.path, new MouseEvent(inNewTab ? "auxclick" : "click"))),
			notes: parts.list === undefined ? 0 : (counts?.notesOf(id).length ?? 0),
			showNotes: () => parts.list?.(id),
			fold:
				technique === undefined || technique.subs.length === 0
					? undefined
					: {
							title: unfolded.has(id) ? words.fold(id) : words.unfold(id),
							run: () => toggle(id),
						},
			copyId: () => host.copy(id),
			copyName: () => host.copy(technique?.name ?? id),
		});
	});
	return useMemo(() => ({ open, preview, showMenu, toggle }), [open, preview, showMenu, toggle]);
}
