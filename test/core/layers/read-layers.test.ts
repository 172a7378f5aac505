import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLayers } from "../../../src/core/layers/read-layers";
import { writeLayer, writeNewLayer } from "../../../src/core/layers/write-layer";

/** A layer with every field of format 4.5. */
const WHOLE = {
	name: "Hunt of the quarter",
	versions: { attack: "18", navigator: "5.2.0", layer: "4.5" },
	domain: "enterprise-attack",
	description: "What we looked for",
	customDataURL: "https://bundles.example/own.json",
	filters: { platforms: ["Linux", "ESXi"] },
	sorting: 3,
	layout: {
		layout: "flat",
		showID: true,
		showName: false,
		showAggregateScores: true,
		countUnscored: false,
		aggregateFunction: "max",
		expandedSubtechniques: "annotated",
	},
	hideDisabled: true,
	techniques: [
		{
			techniqueID: "T1021",
			score: 12,
			color: "#aa3377",
			comment: "see the runbook",
			enabled: true,
			metadata: [{ name: "owner", value: "blue" }, { divider: true }, { name: "x", value: "y" }],
			links: [{ label: "note", url: "https://notes.example/1" }, { divider: true }],
			showSubtechniques: true,
		},
		{ techniqueID: "T1021.004", tactic: "lateral-movement", score: 0 },
		{ techniqueID: "T1021.004", tactic: "persistence", enabled: false },
	],
	gradient: { colors: ["#ffffff", "#66b1ff", "#000000"], minValue: -5, maxValue: 50 },
	legendItems: [{ label: "hunted", color: "#66b1ff" }],
	showTacticRowBackground: true,
	tacticRowBackground: "#205b8f",
	selectTechniquesAcrossTactics: false,
	selectSubtechniquesWithParent: false,
	selectVisibleTechniques: true,
	metadata: [{ name: "quarter", value: "3" }, { divider: true }],
	links: [{ label: "wiki", url: "https://wiki.example" }],
};

const read = (layer: unknown) => readLayers("a.json", JSON.stringify(layer));

describe("a layer of ATT&CK Navigator", () => {
	it("is understood, and written as it was read", () => {
		const { layers, problems } = read(WHOLE);
		expect(problems).toEqual([]);
		const [layer] = layers;
		if (layer === undefined) throw new Error("no layer");
		expect(layer).toMatchObject({ domain: "enterprise", attackVersion: "18", bounds: [-5, 50] });
		expect(layer.techniques[0]).toEqual({
			...{ id: "T1021", tactic: null, score: 12, color: "#aa3377" },
			...{ comment: "see the runbook", isEnabled: true },
		});
		expect(layer.techniques[2]).toMatchObject({ score: null, isEnabled: false });
		const written = writeLayer(layer);
		expect(JSON.parse(written)).toEqual(WHOLE);
		expect(Object.keys(JSON.parse(written) as object)).toEqual(Object.keys(WHOLE));
	});

	it("keeps fields that no format names", () => {
		const own = { ...WHOLE, viewMode: { a: [1] }, techniques: [{ techniqueID: "T1", ours: 1 }] };
		const [layer] = read(own).layers;
		expect(layer?.content).toEqual(own);
	});

	it("may be one of several in a file", () => {
		const { layers } = read([WHOLE, { ...WHOLE, name: "Second" }]);
		expect(layers.map(({ name }) => name)).toEqual(["Hunt of the quarter", "Second"]);
		expect(layers.map(({ content }) => content)).toEqual([WHOLE, { ...WHOLE, name: "Second" }]);
	});

	it.each([
		["4.0", { version: "4.0", domain: "mitre-enterprise" }, undefined],
		["4.1", { versions: { attack: "8", navigator: "4.2", layer: "4.1" } }, "8"],
		["4.2", { versions: { attack: 9, navigator: "4.3", layer: "4.2" } }, "9"],
		["4.3", { versions: { attack: "11", navigator: "4.6.4", layer: "4.3" } }, "11"],
		["4.4", { versions: { attack: "13", navigator: "4.8.2", layer: "4.4" } }, "13"],
		["none", { versions: undefined }, undefined],
	])("of format %s becomes one of format 4.5", (_name, old, attack) => {
		const whole = Object.fromEntries(Object.entries(WHOLE).filter(([key]) => key !== "versions"));
		const { layers, problems } = read({ ...whole, ...old });
		expect(problems).toEqual([]);
		const [layer] = layers;
		expect(layer?.content).toMatchObject({
			...whole,
			versions: { navigator: "4.9.0", layer: "4.5", ...(attack === undefined ? {} : { attack }) },
		});
		expect(layer?.content).not.toHaveProperty("version");
	});

	it("of a later format than 4 is left out, and the format named", () => {
		const { layers, problems } = read({ ...WHOLE, versions: { layer: "5.0" } });
		expect(layers).toEqual([]);
		expect(problems).toMatchObject([{ code: "layer-field", severity: "error" }]);
		expect(problems[0]?.message).toContain("5.0");
	});

	it("loses fields that do not hold what the format says, and each is told", () => {
		const { layers, problems } = read({
			...WHOLE,
			sorting: 7,
			gradient: { colors: ["#fff"], minValue: 0, maxValue: 1 },
			techniques: [{ techniqueID: "T1021", score: "12", enabled: "no" }, { score: 1 }, "T1"],
		});
		const [layer] = layers;
		const written = layer?.content;
		expect(written?.["techniques"]).toEqual([{ techniqueID: "T1021", score: 12 }]);
		expect(written).not.toHaveProperty("sorting");
		expect(written).not.toHaveProperty("gradient");
		expect(problems.map(({ message }) => message.replace(/^[^"]*/, ""))).toEqual([
			'"sorting" does not hold what the format says, and is left out',
			'"gradient" does not hold what the format says, and is left out',
			'"enabled" is left out',
			"",
			"",
		]);
	});

	it("keeps the texts of a list of texts", () => {
		const { layers } = read({ ...WHOLE, filters: { platforms: ["Linux", 7, null, "macOS"] } });
		expect(layers[0]?.content["filters"]).toEqual({ platforms: ["Linux", "macOS"] });
	});

	it("that is no JSON is told with its line", () => {
		expect(readLayers("a.json", '{\n "name": }').problems).toMatchObject([
			{ code: "read-syntax", line: 2 },
		]);
	});

	it("never throws", () => {
		fc.assert(
			fc.property(fc.json(), (json) => {
				readLayers("a.json", json);
			}),
		);
		const like = fc.record(
			Object.fromEntries(Object.keys(WHOLE).map((key) => [key, fc.jsonValue()])),
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(like, (layer) => {
				for (const each of read({ ...WHOLE, ...layer }).layers) {
					expect(read(each.content).problems).toEqual([]);
				}
			}),
		);
	});
});

describe("a new layer", () => {
	it("is read back without a problem, its sub-techniques unfolded", () => {
		const written = writeNewLayer({
			...{ name: "Rules", description: "", domain: "ics", attackVersion: "18.1" },
			techniques: [
				{ id: "T1021", score: 3, comment: "three", metadata: [] },
				{ id: "T1021.004", score: 1, comment: "", metadata: [{ name: "a", value: "b" }] },
			],
			...{ bounds: [1, 50], colors: ["#ffffff", "#000000"] },
			legend: [{ label: "1", color: "#ffffff" }],
		});
		const { layers, problems } = readLayers("new.json", written);
		expect(problems).toEqual([]);
		expect(layers).toMatchObject([{ domain: "ics", attackVersion: "18", bounds: [1, 50] }]);
		expect(layers[0]?.content["techniques"]).toEqual([
			{ techniqueID: "T1021", score: 3, comment: "three", showSubtechniques: true },
			{ techniqueID: "T1021.004", score: 1, metadata: [{ name: "a", value: "b" }] },
		]);
	});
});
