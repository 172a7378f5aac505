import { expect, test } from "vitest";
import { draftRuleNote } from "../../../src/core/notes/rule/draft-rule-note";
import { actor, catalogOf, technique } from "../attack/stix-builder";
import { buildContext, buildRule } from "./rule/rule-builder";
import { draftAll } from "./technique/technique-notes";

const phase = { kill_chain_name: "mitre-attack", phase_name: "recon-and-prep" };

test.each([
	["Lateral Movement", "Lateral_Movement"],
	["Recon & Prep (own)", "Recon_Prep_own"],
	["Recon/Prep", "Recon/Prep"],
	["2024", "_2024"],
])("the tactic %j has one tag, in notes of techniques and of rules", (name, tag) => {
	const { catalog } = catalogOf(
		technique("T1001", { kill_chain_phases: [phase] }),
		actor("x-mitre-tactic", "TA0100", { name, x_mitre_shortname: "recon-and-prep" }),
	);
	const context = { ...buildContext(), tacticName: () => name };
	const notes = [
		draftAll(catalog).get("T1001"),
		draftRuleNote(buildRule({ tactics: ["recon-and-prep"] }), context),
	];
	const tags = notes.map((note) => note?.properties.find(({ key }) => key === "tags")?.value);
	expect(tags[0]).toEqual(["T1001", "techniques", tag]);
	expect(tags[1]).toEqual(["detection_rule", tag]);
});

test("a tactic that no catalogue describes has one name, in notes of techniques and of rules", () => {
	const own = { kill_chain_name: "mitre-attack", phase_name: "pivot-on-a-host" };
	const { catalog } = catalogOf(technique("T1001", { kill_chain_phases: [own] }));
	const context = { ...buildContext(), tacticName: () => undefined };
	const notes = [
		draftAll(catalog).get("T1001"),
		draftRuleNote(buildRule({ tactics: ["pivot-on-a-host"] }), context),
	];
	for (const note of notes)
		expect(note?.properties.find(({ key }) => key === "tactics")?.value).toEqual([
			"Pivot on a Host",
		]);
});
