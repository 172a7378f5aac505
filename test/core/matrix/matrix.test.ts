import { describe, expect, it } from "vitest";
import { layOutMatrix, listTechniques } from "../../../src/core/matrix/matrix";
import type { MatrixCell } from "../../../src/core/matrix/matrix";
import { placeNotes } from "../../../src/core/matrix/place-notes";
import { buildAttack, buildNote, buildTechnique } from "./matrix-builder";

const all = (): boolean => true;

/** A column as text: `T1(T1.001)`, an id in brackets where it only stands there for others. */
function show(cells: readonly MatrixCell[]): string {
	return cells
		.map(({ id, isShown, subs }) => {
			const own = isShown ? id : `[${id}]`;
			return subs.length === 0 ? own : `${own}(${show(subs)})`;
		})
		.join(" ");
}

describe("the matrix", () => {
	it("has the tactics in the bundle's order, a technique under each of its tactics, sub-techniques below their parent", () => {
		const data = buildAttack([
			buildTechnique("T1001", ["access", "reach"], { name: "Beta" }),
			buildTechnique("T1001.002", ["access", "reach"]),
			buildTechnique("T1001.001", ["access"]),
			buildTechnique("T1002", ["access"], { name: "alpha" }),
		]);
		const { columns, version } = layOutMatrix(data, "enterprise", all);
		expect(version).toBe("18.1");
		expect(columns.map(({ name, cells }) => [name, show(cells)])).toEqual([
			["Tactic reach", "T1001(T1001.002)"],
			["Tactic access", "T1002 T1001(T1001.001 T1001.002)"],
		]);
	});

	it("keeps the parent of a sub-technique that alone is shown, or alone has the tactic", () => {
		const data = buildAttack([
			buildTechnique("T1001", ["access"]),
			buildTechnique("T1001.001", ["access", "reach"]),
			buildTechnique("T1002", ["access"]),
		]);
		const matrix = layOutMatrix(data, "enterprise", (id) => id === "T1001.001");
		expect(matrix.columns.map(({ cells }) => show(cells))).toEqual([
			"[T1001](T1001.001)",
			"[T1001](T1001.001)",
		]);
		expect(listTechniques(matrix).map(({ id }) => id)).toEqual(["T1001.001"]);
		const whole = layOutMatrix(data, "enterprise", all);
		expect(show(whole.columns[0]?.cells ?? [])).toBe("[T1001](T1001.001)");
	});

	it("is of one domain", () => {
		const data = buildAttack([
			buildTechnique("T1001", ["access"]),
			buildTechnique("T0801", ["access"], { domain: "ics" }),
		]);
		expect(listTechniques(layOutMatrix(data, "enterprise", all))).toMatchObject([{ id: "T1001" }]);
		expect(layOutMatrix(data, "ics", all)).toMatchObject({ version: null, columns: [] });
	});
});

describe("notes of techniques that no import brought", () => {
	it("stand under the tactics they name, in any spelling, a new tactic last", () => {
		const data = placeNotes(buildAttack([buildTechnique("T1001", ["reach"])]), [
			buildNote("T9001", { name: "Own", tactics: ["tactic_access", "Odd things"] }),
			buildNote("T1001.099", { name: "Name of T1001: Mine", tactics: ["TA0002"] }),
			buildNote("T1001", { tactics: ["Elsewhere"] }),
		]);
		const { columns } = layOutMatrix(data, "enterprise", all);
		expect(columns.map(({ name, cells }) => [name, show(cells)])).toEqual([
			["Tactic reach", "T1001(T1001.099)"],
			["Tactic access", "T9001"],
			["Odd things", "T9001"],
		]);
		expect(columns[0]?.cells[0]?.subs[0]?.name).toBe("Mine");
	});

	it("make a matrix where nothing was imported", () => {
		const data = placeNotes(buildAttack([]), [buildNote("T1001", { tactics: ["B", "A"] })]);
		const { columns } = layOutMatrix(
			{ ...data, tactics: data.tactics.slice(2) },
			"enterprise",
			all,
		);
		expect(columns.map(({ name }) => name)).toEqual(["A", "B"]);
	});
});
