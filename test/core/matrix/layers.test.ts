import { describe, expect, it } from "vitest";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { readLayers } from "../../../src/core/layers/read-layers";
import { writeNewLayer } from "../../../src/core/layers/write-layer";
import { draftLayer } from "../../../src/core/matrix/draft-layer";
import { createLayerLens } from "../../../src/core/matrix/layer-lens";
import type { Lens } from "../../../src/core/matrix/lens";
import { stepOf } from "../../../src/core/matrix/lens";
import { layOutMatrix } from "../../../src/core/matrix/matrix";
import { buildAttack, buildTechnique } from "./matrix-builder";

const attack = buildAttack(
	["T1001", "T1001.001", "T1002"].map((id) => buildTechnique(id, ["access"])),
);
const resolver = createTechniqueResolver(attack);

function lensOf(techniques: readonly object[], rest: object = {}): Lens {
	const layer = { name: "x", domain: "enterprise-attack", techniques, ...rest };
	const [read] = readLayers("x.json", JSON.stringify(layer)).layers;
	if (read === undefined) throw new Error("no layer");
	return createLayerLens(read, resolver);
}

describe("the lens of a layer", () => {
	it("has steps of whole scores where all scores are whole", () => {
		const gradient = { colors: ["#fff", "#000"], minValue: 1, maxValue: 817 };
		const scored = (score: number) => lensOf([{ techniqueID: "T1001", score }], { gradient }).steps;
		expect(scored(7)).toEqual([1, 165, 328, 491, 654]);
		expect(scored(7.5)[1]).toBeCloseTo(164.2);
		const few = { ...gradient, maxValue: 3 };
		expect(lensOf([{ techniqueID: "T1001", score: 2 }], { gradient: few }).steps).toEqual([
			1, 2, 3,
		]);
	});

	it("has the highest score of a technique's tactics and sub-techniques, none where it is switched off", () => {
		const lens = lensOf([
			{ techniqueID: "T1001", score: 10, tactic: "access" },
			{ techniqueID: "T1001", score: 20, tactic: "reach" },
			{ techniqueID: "T1001.001", score: 80 },
			{ techniqueID: "T1002", score: 5, enabled: false },
		]);
		expect(lens.valueOf("T1001", false).amount).toBe(20);
		expect(lens.valueOf("T1001", true).amount).toBe(80);
		expect(lens.valueOf("T1002", true).amount).toBeNull();
		expect(stepOf(lens, 80)).toBe(5);
		expect(stepOf(lens, 0)).toBe(1);
	});

	it("shows what is coloured or commented where nothing has a score", () => {
		const lens = lensOf([
			{ techniqueID: "T1001", color: "#ff0000" },
			{ techniqueID: "T1002", comment: "" },
		]);
		expect(lens.valueOf("T1001", false).amount).toBe(1);
		expect(lens.valueOf("T1002", false).amount).toBeNull();
	});
});

describe("a layer of a lens", () => {
	it("shows what the lens shows", () => {
		const lens = lensOf([
			{ techniqueID: "T1001.001", score: 80 },
			{ techniqueID: "T1002", score: 3 },
		]);
		const matrix = layOutMatrix(attack, "enterprise", () => true);
		const text = writeNewLayer(
			draftLayer(matrix, lens, true, {
				...{ name: "Ours", description: "Made here" },
				...{ colors: ["#111111", "#222222", "#333333"], labels: ["low", "high"] },
				comment: (_id, amount) => `score ${amount}`,
			}),
		);
		const { layers, problems } = readLayers("x.json", text);
		expect(problems).toEqual([]);
		const [layer] = layers;
		if (layer === undefined) throw new Error("no layer");
		const again = createLayerLens(layer, resolver);
		for (const id of ["T1001", "T1001.001", "T1002"]) {
			expect(again.valueOf(id, false).amount).toBe(lens.valueOf(id, true).amount);
		}
		expect(layer.techniques[0]?.comment).toBe("score 80");
		expect(layer.content["gradient"]).toMatchObject({
			colors: ["#111111", "#222222", "#333333"],
		});
	});
});
