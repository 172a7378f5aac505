import type { GridKey } from "../table/move-cell";

/** A cell of the drawn matrix. */
export interface MatrixPlace {
	readonly column: number;
	readonly row: number;
}

/**
 * Gives the cell that a key leads to (keys of the grid pattern, ARIA practices 1.2); undefined for a key that leads nowhere.
 *
 * `heights` has the number of cells of each column, `page` that of the rows in sight. Columns without cells are passed over.
 */
export function moveInMatrix(
	{ key, ctrlKey, metaKey, shiftKey, altKey }: GridKey,
	from: MatrixPlace,
	heights: readonly number[],
	page: number,
): MatrixPlace | undefined {
	if (altKey || shiftKey) return undefined;
	const isFar = ctrlKey || metaKey;
	const last = (heights[from.column] ?? 1) - 1;
	const inColumn = (row: number): MatrixPlace => ({
		column: from.column,
		row: Math.max(0, Math.min(last, row)),
	});
	switch (key) {
		case "ArrowUp":
			return inColumn(isFar ? 0 : from.row - 1);
		case "ArrowDown":
			return inColumn(isFar ? last : from.row + 1);
		case "PageUp":
			return inColumn(from.row - page);
		case "PageDown":
			return inColumn(from.row + page);
		case "ArrowLeft":
			return isFar ? edge(heights, 1, from.row) : beside(from, heights, -1);
		case "ArrowRight":
			return isFar ? edge(heights, -1, from.row) : beside(from, heights, 1);
		case "Home":
			return edge(heights, 1, isFar ? 0 : from.row);
		case "End":
			return edge(heights, -1, isFar ? Infinity : from.row);
		default:
			return undefined;
	}
}

function beside(
	{ column, row }: MatrixPlace,
	heights: readonly number[],
	direction: 1 | -1,
): MatrixPlace {
	for (let next = column + direction; next >= 0 && next < heights.length; next += direction) {
		const height = heights[next] ?? 0;
		if (height > 0) return { column: next, row: Math.min(row, height - 1) };
	}
	return { column, row };
}

/** The first column with cells from one end. */
function edge(heights: readonly number[], direction: 1 | -1, row: number): MatrixPlace {
	const start = direction === 1 ? -1 : heights.length;
	return beside({ column: start, row }, heights, direction);
}
