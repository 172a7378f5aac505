import type { MatrixSlot } from "./matrix-slots";
import type { CellWords } from "./lens-words";
import { memo } from "../memo";
import { useHost } from "../view-host";

/** What a cell shows and how it is now. */
export interface MatrixCellProps {
	readonly slot: MatrixSlot;
	/** From 0. */
	readonly column: number;
	readonly tactic: string;
	readonly words: CellWords;
	readonly hasNote: boolean;
	readonly isActive: boolean;
	readonly isFound: boolean;
	readonly isUnfolded: boolean;
}

/** One technique under one tactic. What is done to it is heard by the grid. Numbers and signs are drawn by the style sheet: its name says them in words. */
export const MatrixCell = memo(function MatrixCell(props: MatrixCellProps) {
	const { slot, column, tactic, words, hasNote, isActive, isFound, isUnfolded } = props;
	const { matrix: texts } = useHost().texts;
	const { cell, parent } = slot;
	const isCounted = cell.isShown;
	const isFolding = parent === null && cell.subs.length > 0;
	const spoken = [
		`${cell.id} ${cell.name}`,
		tactic,
		...(isCounted ? [words.spoken] : []),
		...(hasNote ? [] : [texts.noNote]),
	].join(", ");
	const classes = [
		"detection-vault-matrix-cell",
		isCounted && isFound ? `is-${words.tone}` : "is-step-0",
		parent === null ? "" : "is-sub",
		isFound ? "" : "is-dim",
		hasNote ? "" : "is-without-note",
	];
	return (
		<div
			role="gridcell"
			class={classes.filter(Boolean).join(" ")}
			style={{ gridColumn: column + 1 }}
			aria-colindex={column + 1}
			aria-label={spoken}
			aria-expanded={isFolding ? isUnfolded : undefined}
			tabIndex={isActive ? 0 : -1}
			data-technique={cell.id}
			data-column={column}
		>
			<span class="detection-vault-matrix-text">
				<span class="detection-vault-matrix-top">
					<span class="detection-vault-matrix-id">{cell.id}</span>
					{isCounted ? (
						<span
							class="detection-vault-matrix-value"
							data-amount={words.amount}
							data-sign={words.sign}
						/>
					) : null}
				</span>
				{/* What is read as one text needs a blank between the two. */ " "}
				<span class="detection-vault-matrix-name">{cell.name}</span>
			</span>
			{isFolding ? (
				<button
					type="button"
					class="detection-vault-matrix-fold"
					tabIndex={-1}
					data-count={cell.subs.length}
					aria-label={isUnfolded ? texts.fold(cell.id) : texts.unfold(cell.id)}
				/>
			) : null}
		</div>
	);
});
