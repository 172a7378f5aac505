/** A cell by its place in a grid; row -1 is the header. */
export interface CellPlace {
	readonly row: number;
	readonly column: number;
}

/** How large a grid is, and how many rows of it are in sight. */
export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	readonly page: number;
}

/** A key with what is held down beside it. */
export interface GridKey {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
	readonly shiftKey: boolean;
	readonly altKey: boolean;
}

/** Gives the cell that a key leads to (keys of the grid pattern, ARIA practices 1.2); undefined for a key that leads nowhere. */
export function moveCell(key: GridKey, from: CellPlace, size: GridSize): CellPlace | undefined {
	if (key.altKey || key.shiftKey) return undefined;
	const to = key.ctrlKey || key.metaKey ? jump(key.key, from, size) : step(key.key, from, size);
	if (to === undefined) return undefined;
	return {
		row: Math.max(-1, Math.min(size.rows - 1, to.row)),
		column: Math.max(0, Math.min(size.columns - 1, to.column)),
	};
}

function step(key: string, { row, column }: CellPlace, size: GridSize): CellPlace | undefined {
	switch (key) {
		case "ArrowUp":
			return { row: row - 1, column };
		case "ArrowDown":
			return { row: row + 1, column };
		case "ArrowLeft":
			return { row, column: column - 1 };
		case "ArrowRight":
			return { row, column: column + 1 };
		case "Home":
			return { row, column: 0 };
		case "End":
			return { row, column: size.columns - 1 };
		case "PageUp":
			return { row: Math.max(0, row - size.page), column };
		case "PageDown":
			return { row: row + size.page, column };
		default:
			return undefined;
	}
}

function jump(key: string, { row, column }: CellPlace, size: GridSize): CellPlace | undefined {
	switch (key) {
		case "Home":
			return { row: 0, column: 0 };
		case "End":
			return { row: size.rows - 1, column: size.columns - 1 };
		case "ArrowUp":
			return { row: 0, column };
		case "ArrowDown":
			return { row: size.rows - 1, column };
		case "ArrowLeft":
			return { row, column: 0 };
		case "ArrowRight":
			return { row, column: size.columns - 1 };
		default:
			return undefined;
	}
}

/** Gives the next cell in reading order, or the one before, in one of some columns; undefined at the end of the table. */
export function nextCell(
	from: CellPlace,
	direction: 1 | -1,
	columns: readonly number[],
	rows: number,
): CellPlace | undefined {
	const ahead = columns.filter((column) => (column - from.column) * direction > 0);
	const column = direction === 1 ? ahead[0] : ahead.at(-1);
	if (column !== undefined) return { row: from.row, column };
	const first = direction === 1 ? columns[0] : columns.at(-1);
	const row = from.row + direction;
	return first === undefined || row < 0 || row >= rows ? undefined : { row, column: first };
}
