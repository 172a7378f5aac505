import { expect, test } from "vitest";
import {
	createRuleId,
	normaliseLevel,
	normaliseTactic,
	statusFromFolder,
} from "../../../src/core/rules/rule-metadata";

test("an id that is made stands on the file name, not on the folder", () => {
	expect(createRuleId("kusto", "a/b/Rare sign-ins.kql", 2)).toBe("kusto:Rare sign-ins.kql:2");
	expect(createRuleId("kusto", "Rare sign-ins.kql", 2)).toBe("kusto:Rare sign-ins.kql:2");
});

test("an id that is made does not depend on how a file system keeps accents", () => {
	expect(createRuleId("kusto", "cafe\u0301.kql", 1)).toBe(
		createRuleId("kusto", "caf\u00e9.kql", 1),
	);
});

test.each([
	["Informational", "informational"],
	["info", "informational"],
	["Low", "low"],
	["moderate", "medium"],
	["HIGH", "high"],
	["critical ", "critical"],
	["urgent", null],
	[undefined, null],
])("the severity %s is %s", (word, level) => {
	expect(normaliseLevel(word)).toBe(level);
});

test.each([
	["rules/_deprecated/a.toml", "deprecated"],
	["sigma/deprecated/windows/a.yml", "deprecated"],
	["rules-unsupported/a.yml", "unsupported"],
	["unsupported/a.yml", "unsupported"],
	["rules/deprecated.yml", null],
	["rules/undeprecated/a.yml", null],
])("%s states %s", (path, status) => {
	expect(statusFromFolder(path)).toBe(status);
});

test.each([
	["Lateral Movement", "lateral-movement"],
	["Lateral_Movement", "lateral-movement"],
	["_Privilege_Escalation", "privilege-escalation"],
	["LateralMovement", "lateral-movement"],
	["CommandAndControl", "command-and-control"],
	["Command & Control", "command-and-control"],
	["lateral-movement", "lateral-movement"],
	["ta0008", "TA0008"],
	["t1021", undefined],
	["", undefined],
])("the tactic %s is %s", (text, tactic) => {
	expect(normaliseTactic(text)).toBe(tactic);
});
