import { describe, expect, it } from "vitest";
import { readLayers } from "../../../src/core/layers/read-layers";

const LAYER = { name: "Own", domain: "enterprise-attack", versions: { layer: "4.5" } };
const read = (layer: unknown) => readLayers("Layers/own hunt.json", JSON.stringify(layer));
const messages = (layer: unknown): readonly string[] =>
	read(layer).problems.map(({ message }) => message);
const contentOf = (layer: unknown) => read(layer).layers[0]?.content;

describe("a layer of an older format", () => {
	it.each([
		[0, { layout: "side", showID: false, showName: true }],
		[1, { layout: "side", showID: true, showName: false }],
		[2, { layout: "mini", showID: false, showName: false }],
	])("before 4.0 becomes one of 4.5, its view mode %d a layout", (viewMode, layout) => {
		const { layers, problems } = read({
			...{ name: "Old", version: "2.2", domain: "mitre-enterprise", viewMode },
			filters: { stages: ["act"], platforms: ["windows", "mac", "Azure AD"] },
			techniques: [{ techniqueID: "T1086", tactic: "execution", score: 3 }],
		});
		expect(problems).toEqual([]);
		expect(layers).toMatchObject([
			{ domain: "enterprise", techniques: [{ id: "T1086", tactic: "execution", score: 3 }] },
		]);
		expect(layers[0]?.content).toEqual({
			...{ name: "Old", domain: "enterprise-attack", layout },
			versions: { navigator: "4.9.0", layer: "4.5" },
			filters: { stages: ["act"], platforms: ["Windows", "macOS", "Azure AD"] },
			techniques: [{ techniqueID: "T1086", tactic: "execution", score: 3 }],
		});
	});

	it("may state it as a number", () => {
		expect(read({ name: "Old", version: 3, domain: "mitre-mobile" }).layers).toMatchObject([
			{ domain: "mobile" },
		]);
	});
});

describe("a layer that a script wrote", () => {
	it("of a later minor format is read, and that is told", () => {
		expect(messages({ ...LAYER, versions: { layer: "4.6" } })).toEqual([
			"the layer has format 4.6, and is read as 4.5",
		]);
	});

	it.each(["Enterprise", "Enterprise-Attack", "mitre-enterprise", "MITRE ATT&CK Enterprise"])(
		"may call its domain %s",
		(domain) => {
			expect(messages({ ...LAYER, domain })).toEqual([]);
			expect(contentOf({ ...LAYER, domain })).toMatchObject({ domain: "enterprise-attack" });
		},
	);

	it("without name and domain has its file's name and is enterprise, both told", () => {
		const bare = { techniques: [{ techniqueID: "T1021", score: 1 }] };
		expect(read(bare).layers).toMatchObject([{ name: "own hunt", domain: "enterprise" }]);
		expect(messages(bare)).toHaveLength(2);
	});

	it("may hold null where it has nothing", () => {
		const techniques = [
			{ techniqueID: "T1021", score: null, color: null, metadata: null, comment: null },
			{ techniqueID: "T1021.004", score: "", tactic: null },
		];
		expect(messages({ ...LAYER, gradient: null, techniques })).toEqual([]);
		expect(contentOf({ ...LAYER, techniques })).toMatchObject({
			techniques: [{ techniqueID: "T1021" }, { techniqueID: "T1021.004" }],
		});
	});

	it("may write numbers and flags as text, and texts as numbers", () => {
		const techniques = [
			{ techniqueID: "T1021", enabled: "False", comment: 5, metadata: [{ name: "n", value: 1 }] },
		];
		expect(messages({ ...LAYER, techniques })).toEqual([]);
		expect(contentOf({ ...LAYER, techniques })).toMatchObject({
			techniques: [{ enabled: false, comment: "5", metadata: [{ name: "n", value: "1" }] }],
		});
	});

	it("may name a tactic as people do", () => {
		const techniques = [{ techniqueID: "T1021", tactic: "Lateral Movement" }];
		expect(read({ ...LAYER, techniques }).layers[0]?.techniques).toMatchObject([
			{ tactic: "lateral-movement" },
		]);
	});

	it("tells parts of a field that are left out, and what is no technique", () => {
		const techniques = [
			{ techniqueID: "T1021", links: [{ label: "no address" }, { divider: true }] },
			{ techniqueID: "TA0008" },
		];
		expect(messages({ ...LAYER, techniques })).toEqual([
			'the layer, T1021: the field "links: item 1" is left out',
			'the layer: technique 2 is named "TA0008", which is no technique\'s id',
		]);
		expect(messages({ ...LAYER, techniques: { T1021: 1 } })).toHaveLength(1);
	});

	it.each([
		...[{ name: "not one" }, { type: "bundle", objects: [] }, "text", null],
		...[{ title: "A report", techniques: ["T1021"] }, { techniques: [{ id: "T1021" }] }],
	])("is none: %j", (value) => {
		expect(read(value).layers).toEqual([]);
		expect(messages(value)).toEqual(["this is no layer of ATT&CK Navigator"]);
	});
});
