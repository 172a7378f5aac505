import type { CellReading } from "./read-cells";
import type { Matrix } from "./matrix";
import { compareCodeUnits } from "../text/compare";

/** A technique that lacks something. */
export interface Gap {
	readonly id: string;
	/** With the parent's name: `Remote Services: SSH`. */
	readonly name: string;
	/** Names, in the matrix's order. */
	readonly tactics: readonly string[];
}

/** Lists the gaps of a matrix by id; cells that only hold their sub-techniques are none. */
export function listGaps(matrix: Matrix, cells: ReadonlyMap<string, CellReading>): readonly Gap[] {
	const gaps = new Map<string, { id: string; name: string; tactics: string[] }>();
	for (const column of matrix.columns) {
		for (const top of column.cells) {
			for (const cell of [top, ...top.subs]) {
				if (!cell.isShown || cells.get(cell.id)?.isGap !== true) continue;
				const known = gaps.get(cell.id);
				if (known !== undefined) known.tactics.push(column.name);
				else
					gaps.set(cell.id, {
						id: cell.id,
						name: cell === top ? cell.name : `${top.name}: ${cell.name}`,
						tactics: [column.name],
					});
			}
		}
	}
	return [...gaps.values()].sort((a, b) => compareCodeUnits(a.id, b.id));
}

/** Counts the techniques among which gaps are looked for: those shown, each once. */
export function countShown({ columns }: Matrix): number {
	const shown = new Set<string>();
	for (const { cells } of columns) {
		for (const cell of cells.flatMap((top) => [top, ...top.subs])) {
			if (cell.isShown) shown.add(cell.id);
		}
	}
	return shown.size;
}

/**
 * Writes gaps as a Markdown list, one technique a line with its tactics.
 *
 * `pathOf` gives a technique's note, undefined where it has none. ATT&CK's words become plain text: nothing in them is a link or a tag.
 */
export function writeGapList(
	gaps: readonly Gap[],
	pathOf: (technique: string) => string | undefined,
): string {
	return gaps
		.map(({ id, name, tactics }) => {
			const title = `${id} ${plain(name)}`;
			const path = pathOf(id);
			const link = path === undefined ? title : `[[${path.replace(/\.md$/, "")}|${title}]]`;
			return `- ${link} (${tactics.map(plain).join(", ")})\n`;
		})
		.join("");
}

function plain(text: string): string {
	return text
		.replace(/[\p{Cc}[\]|<>`#$%{}\\^*_~=]/gu, " ")
		.replace(/ {2,}/g, " ")
		.trim();
}
