import { describe, expect, it } from "vitest";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { createVaultLibrary } from "../../../src/core/library/vault-library";
import { createRuleKnowledge } from "../../../src/core/library/rule-knowledge";
import { gatherRecords } from "../../../src/core/matrix/matrix-records";
import { buildRule } from "../library/rule-builder";
import { buildAttack, buildNote, buildTechnique } from "./matrix-builder";

describe("the records of a matrix", () => {
	it("hold the vault's own techniques, and stay the same objects where nothing changed", () => {
		const attack = buildAttack([buildTechnique("T1001", ["access"])]);
		const resolver = createTechniqueResolver(attack);
		const library = createVaultLibrary(createRuleKnowledge([], []));
		library.keep(buildRule("1"));
		library.keep(buildNote("T9001", { tactics: ["Tactic access"] }));
		const first = gatherRecords(library, attack, resolver);
		expect(first.attack.techniques.map(({ id }) => id)).toEqual(["T1001", "T9001"]);
		expect(first.rules).toHaveLength(1);
		library.keep(buildRule("2"));
		const second = gatherRecords(library, attack, resolver, { attack, records: first });
		expect(second.attack).toBe(first.attack);
		expect(second.notes).toBe(first.notes);
		expect(second.rules).toHaveLength(2);
		const third = gatherRecords(library, attack, resolver, { attack, records: second });
		expect(third.rules).toBe(second.rules);
		expect(third.ruleGroups()).toBe(second.ruleGroups());
		expect(second.ruleGroups()).not.toBe(first.ruleGroups());
		expect(second.ruleGroups().of("T1021", true)).toEqual(second.rules);
	});
});
