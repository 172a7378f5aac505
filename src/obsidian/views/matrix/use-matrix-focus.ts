import type { RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLatest } from "../table/use-latest";
import type { MatrixPlace } from "./move-in-matrix";
import type { SlotColumn } from "./matrix-slots";

interface Chosen {
	readonly tactic: string;
	readonly technique: string;
}

/** Which cell of the matrix the Tab key stops at, and the focus on it. */
export interface MatrixFocus {
	readonly active: MatrixPlace;
	/** Makes a technique's cell the active one and gives it the focus, once it is drawn. */
	readonly moveTo: (tactic: string, technique: string) => void;
	readonly onFocusIn: (event: FocusEvent) => void;
	readonly onFocusOut: (event: FocusEvent) => void;
}

/** Keeps the focus on its technique, by roving tabindex, while cells come, go and move. */
export function useMatrixFocus(
	body: RefObject<HTMLElement | null>,
	columns: readonly SlotColumn[],
): MatrixFocus {
	const [chosen, setChosen] = useState<Chosen | undefined>(undefined);
	const isAsked = useRef(false);
	const isInside = useRef(false);
	const last = useRef<MatrixPlace>({ column: 0, row: 0 });
	const active = placeOf(chosen, columns, last.current);
	last.current = active;
	useLayoutEffect(() => {
		const element = body.current;
		if (element === null) return;
		const isLost = isInside.current && !element.contains(element.doc.activeElement);
		if (!isAsked.current && !isLost) return;
		const id = columns[active.column]?.slots[active.row]?.cell.id;
		const cell = element.querySelector<HTMLElement>(
			`[data-column="${active.column}"][data-technique="${id ?? ""}"]`,
		);
		cell?.focus({ preventScroll: true });
		if (isAsked.current) cell?.scrollIntoView({ block: "nearest", inline: "nearest" });
		isAsked.current = false;
	});
	return {
		active,
		moveTo: useLatest((tactic, technique) => {
			isAsked.current = true;
			setChosen({ tactic, technique });
		}),
		onFocusIn: useLatest((event) => {
			isInside.current = true;
			const target = event.target as Node | null;
			if (target?.instanceOf(Element) !== true) return;
			const cell = target.closest<HTMLElement>("[data-technique]");
			const technique = cell?.dataset["technique"];
			const tactic = columns[Number(cell?.dataset["column"])]?.column.shortName;
			if (technique === undefined || tactic === undefined) return;
			if (chosen?.technique !== technique || chosen.tactic !== tactic)
				setChosen({ tactic, technique });
		}),
		onFocusOut: useLatest((event) => {
			const element = body.current;
			const next = event.relatedTarget as Node | null;
			if (element === null || (next !== null && element.contains(next))) return;
			if (next !== null) isInside.current = false;
			// A cell that moves loses the focus for a moment, and gets it back when it is drawn.
			else
				element.win.setTimeout(
					() => (isInside.current = element.contains(element.doc.activeElement)),
				);
		}),
	};
}

function placeOf(
	chosen: Chosen | undefined,
	columns: readonly SlotColumn[],
	last: MatrixPlace,
): MatrixPlace {
	const first = Math.max(
		0,
		columns.findIndex(({ slots }) => slots.length > 0),
	);
	if (chosen === undefined) return { column: first, row: 0 };
	const column = columns.findIndex(({ column }) => column.shortName === chosen.tactic);
	const slots = columns[column]?.slots ?? [];
	if (slots.length === 0) return { column: first, row: 0 };
	const row = slots.findIndex(({ cell }) => cell.id === chosen.technique);
	return { column, row: row === -1 ? Math.min(last.row, slots.length - 1) : row };
}
