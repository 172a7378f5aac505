import { describe, expect, it } from "vitest";
import { EMPTY_ATTACK_DATA, toAttackData } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { buildFixtures } from "./attack-fixtures";

const files = ["v19-stix-2.1-enterprise.json", "v10-stix-2.1-ics.json"];
const resolver = createTechniqueResolver(toAttackData(buildFixtures(files).catalog));

describe("a technique id", () => {
	it.each([
		["T1685.001", "T1685.001", false, true],
		["t1685_001", "T1685.001", false, true],
		["T1562", "T1685", true, true],
		["T1562.002", "T1685.001", true, true],
		["T9004", "T9004", true, true],
		["T9001", "T9001", true, true],
		["T4040", "T4040", false, false],
		["not an id", "not an id", false, false],
		["__proto__", "__proto__", false, false],
	])("%s means %s", (asked, id, outdated, known) => {
		expect(resolver.resolve(asked)).toEqual({ id, outdated, known });
	});

	it("leads to the technique that it means today", () => {
		expect(resolver.find("T1562")?.name).toBe("Disable or Modify Tools");
		expect(resolver.find("T9004")).toBeUndefined();
	});
});

describe("a tactic", () => {
	it.each([
		["TA0112", "Defense Impairment"],
		["defense-impairment", "Defense Impairment"],
		["defense_impairment", "Defense Impairment"],
		["Defense Impairment", "Defense Impairment"],
		["execution-ics", "Execution"],
		["command-and-control", "Command and Control"],
		["Command And Control", "Command And Control"],
		["lateral_movement", "Lateral Movement"],
		["TA9999", "TA9999"],
	])("%s is called %s", (word, name) => {
		expect(resolver.tacticName(word)).toBe(name);
	});

	it("has a name before any bundle was read", () => {
		const { tacticName, resolve } = createTechniqueResolver(EMPTY_ATTACK_DATA);
		expect(tacticName("defense-evasion")).toBe("Defense Evasion");
		expect(resolve("T1021.004")).toEqual({ id: "T1021.004", outdated: false, known: false });
	});
});
