import { describe, expect, it } from "vitest";
import { createComparingLens, MEETINGS } from "../../../src/core/matrix/compare-lenses";
import type { Lens } from "../../../src/core/matrix/lens";
import { NOTHING } from "../../../src/core/matrix/lens";
import { countShown, listGaps, writeGapList } from "../../../src/core/matrix/list-gaps";
import { layOutMatrix } from "../../../src/core/matrix/matrix";
import { readCells } from "../../../src/core/matrix/read-cells";
import { writeMatrixCsv } from "../../../src/core/matrix/write-matrix-csv";
import { buildAttack, buildTechnique } from "./matrix-builder";

const lensOf = (amounts: Readonly<Record<string, number>>): Lens => ({
	...{ unit: "count", steps: [1, 5] },
	valueOf(id) {
		const amount = amounts[id];
		return amount === undefined ? NOTHING : { amount, notes: [`Rules/${id}.md`] };
	},
});

const attack = buildAttack([
	buildTechnique("T1001", ["reach", "access"], { name: "=cmd|'/c calc'!A0" }),
	buildTechnique("T1001.001", ["access"], { name: "[[Secret]] #tag" }),
	buildTechnique("T1002", ["access"]),
]);
const ids = attack.techniques.map(({ id }) => id);
const matrix = layOutMatrix(attack, "enterprise", () => true);
const rules = lensOf({ T1001: 7, "T1001.001": 1 });
const used = lensOf({ T1001: 1, T1002: 2 });
const single = { first: rules, second: null, isRolledUp: true, asking: "second" as const };

describe("the cells of a matrix", () => {
	it("have an amount and its step under one lens", () => {
		const cells = readCells(ids, single);
		expect(cells.get("T1001")?.first).toEqual({ amount: 7, step: 2 });
		expect(cells.get("T1002")?.first.step).toBe(0);
		expect([...cells].filter(([, { isGap }]) => isGap).map(([id]) => id)).toEqual(["T1002"]);
	});

	it("compare two lenses; a gap is what only the asking one has", () => {
		const cells = readCells(ids, { ...single, second: used });
		expect(ids.map((id) => cells.get(id)?.meeting)).toEqual(["both", "first", "second"]);
		expect(listGaps(matrix, cells).map(({ id }) => id)).toEqual(["T1002"]);
		const turned = readCells(ids, { ...single, second: used, asking: "first" });
		expect(listGaps(matrix, turned).map(({ id }) => id)).toEqual(["T1001.001"]);
		const lens = createComparingLens(rules, used);
		for (const id of ids)
			expect(MEETINGS[lens.valueOf(id, true).amount ?? 0]).toBe(cells.get(id)?.meeting);
	});
});

describe("gaps", () => {
	const gaps = listGaps(matrix, readCells(ids, { ...single, first: lensOf({}) }));

	it("are listed once, with all their tactics and the parent's name", () => {
		expect(gaps.map(({ id, tactics }) => [id, tactics.length])).toEqual([
			...[["T1001", 2] as const, ["T1001.001", 1] as const, ["T1002", 1] as const],
		]);
		expect(gaps[1]?.name).toBe("=cmd|'/c calc'!A0: [[Secret]] #tag");
	});

	it("are some of the techniques shown, each of which counts once", () => {
		expect(countShown(matrix)).toBe(3);
		const filtered = layOutMatrix(attack, "enterprise", (id) => id === "T1002");
		expect(countShown(filtered)).toBe(1);
	});

	it("become a Markdown list in which names are only text", () => {
		const list = writeGapList(gaps, (id) => (id === "T1002" ? "Techniques/T1002.md" : undefined));
		expect(list).toBe(
			[
				"- T1001 cmd '/c calc'!A0 (Tactic reach, Tactic access)",
				"- T1001.001 cmd '/c calc'!A0: Secret tag (Tactic access)",
				"- [[Techniques/T1002|T1002 Name of T1002]] (Tactic access)",
				"",
			].join("\n"),
		);
	});
});

describe("a matrix as CSV", () => {
	it("has a line for each technique under each tactic, and nothing that a spreadsheet would run", () => {
		const cells = readCells(ids, { ...single, second: used });
		const csv = writeMatrixCsv(matrix, cells, {
			headers: ["Tactic", "ID", "Technique", "Part of"],
			lenses: ["Rules", "+Used"],
		});
		expect(csv.split("\r\n")).toEqual([
			"Tactic,ID,Technique,Part of,Rules,'+Used",
			"Tactic reach,T1001,'=cmd|'/c calc'!A0,,7,1",
			"Tactic access,T1001,'=cmd|'/c calc'!A0,,7,1",
			"Tactic access,T1001.001,[[Secret]] #tag,T1001,1,",
			"Tactic access,T1002,Name of T1002,,,2",
			"",
		]);
	});
});
