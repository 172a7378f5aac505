import { describe, expect, it } from "vitest";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import type { TechniqueEntry } from "../../../src/core/library/library-entry";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { encodePanel } from "../../../src/core/panels/encode-panel";
import type { PanelSources, TechniquePanel } from "../../../src/core/panels/technique-panel";
import { buildTechniquePanel } from "../../../src/core/panels/technique-panel";
import { buildRule } from "../library/rule-builder";

const note = (id: string): TechniqueEntry => ({
	...{ kind: "technique", id, name: `Name of ${id}`, path: `Techniques/${id}.md` },
	...{ tactics: [], platforms: [] },
});

/** A vault in which T1028 was revoked for T1021, and T1030 for nothing. */
function openSources(notes: readonly string[]): PanelSources {
	const knowledge = createRuleKnowledge([]);
	const library = createVaultLibrary(knowledge);
	for (const id of notes) library.keep(note(id));
	library.keep(buildRule("new", {}, { techniques: ["T1021"] }));
	library.keep(buildRule("old", {}, { techniques: ["T1028"] }));
	const technique = { id: "T1021", name: "Remote Services", parent: null, parentName: null };
	const resolver = createTechniqueResolver({
		...EMPTY_ATTACK_DATA,
		techniques: [{ ...technique, domain: "enterprise", tactics: [] }],
		retired: [
			{ id: "T1028", name: "Windows Remote Management", successor: "T1021", url: null },
			{ id: "T1030", name: "Gone", successor: null, url: null },
		],
	});
	return { library, knowledge, resolver };
}

const told = (panel: TechniquePanel | undefined): unknown =>
	panel && [panel.technique.id, panel.replaced?.id ?? null, panel.rules.map(({ id }) => id)];

describe("the panel of a revoked technique", () => {
	it("is its successor's, whether or not its old note still stands", () => {
		for (const notes of [["T1021"], ["T1021", "T1028"], []]) {
			const panel = buildTechniquePanel(openSources(notes), "T1028", false);
			expect(told(panel)).toEqual(["T1021", "T1028", ["new", "old"]]);
		}
	});

	it("knows the old note", () => {
		const sources = openSources(["T1028"]);
		const panel = buildTechniquePanel(sources, "T1028", false);
		expect(panel?.replaced?.note?.path).toBe("Techniques/T1028.md");
		expect(panel && encodePanel(panel, sources, false)).toMatchObject({
			technique: { id: "T1021", replaces: "T1028" },
		});
	});

	it("stays its own where nothing replaced it", () => {
		expect(told(buildTechniquePanel(openSources(["T1030"]), "T1030", false))).toEqual([
			"T1030",
			null,
			[],
		]);
	});
});

describe("the panel of a technique in use", () => {
	it("replaces nothing, in whatever spelling it is asked for", () => {
		for (const asked of ["T1021", "t1021"])
			expect(told(buildTechniquePanel(openSources([]), asked, false))).toEqual([
				"T1021",
				null,
				["new", "old"],
			]);
	});
});
