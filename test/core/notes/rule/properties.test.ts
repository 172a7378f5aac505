import { expect, test } from "vitest";
import type { PropertyValue } from "../../../../src/core/model/note";
import { draftRuleNote } from "../../../../src/core/notes/rule/draft-rule-note";
import type { Rule } from "../../../../src/core/model/rule";
import { buildContext, buildRule } from "./rule-builder";

function propertiesOf(rule: Partial<Rule>): ReadonlyMap<string, PropertyValue> {
	const { properties } = draftRuleNote(buildRule(rule), buildContext());
	return new Map(properties.map(({ key, value }) => [key, value]));
}

test("properties stand in the order of the note format", () => {
	const full = propertiesOf({
		status: "test",
		level: "high",
		confidence: "0.8",
		techniques: ["T1021.004"],
		tactics: ["lateral-movement"],
		logsource: { product: "linux", service: "sshd", category: "login" },
		dataSources: ["Logs"],
		tables: ["logs-*"],
		author: "Ada Lovelace",
		license: "DRL-1.1",
		sourceRef: "7",
		created: "2024-05-01",
		lastModified: "2025-01-31",
	});
	expect([...full.keys()].join(" ")).toBe(
		"rule_id vendor language title status level confidence techniques tactics logsrc_product " +
			"logsrc_service logsrc_category data_sources tables author license source source_ref " +
			"created last_modified tags",
	);
});

test("a property without a value is left out, but for those that tables show", () => {
	expect(propertiesOf({ language: null })).toEqual(
		new Map<string, PropertyValue>([
			["rule_id", "0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11"],
			["vendor", "sigma"],
			["title", "A rule"],
			["status", null],
			["level", null],
			["logsrc_product", null],
			["source", "rules/a.yml"],
			["tags", ["detection_rule"]],
		]),
	);
});

test("techniques are those in use, tactics are display names", () => {
	const properties = propertiesOf({
		techniques: ["T1562", "T1685", "T9999"],
		tactics: ["lateral-movement", "command-and-control", "TA0112"],
	});
	expect(properties.get("techniques")).toEqual(["T1685", "T9999"]);
	expect(properties.get("tactics")).toEqual(["Lateral Movement", "Command and Control", "TA0112"]);
});

test("tags are the type, techniques, tactics and upstream's own, made legal, each once", () => {
	const properties = propertiesOf({
		techniques: ["T1021.004"],
		tactics: ["lateral-movement", "command-and-control"],
		otherTags: [
			"cve.2021-44228",
			"car.2016-04-005",
			"attack.g0032",
			"Use Case: Threat Detection",
			"OS: Windows",
			"Lateral Movement",
			"2024",
			"Überwachung!",
			"***",
		],
	});
	expect(properties.get("tags")).toEqual([
		"detection_rule",
		"T1021_004",
		"Lateral_Movement",
		"Command_and_Control",
		"cve_2021-44228",
		"car_2016-04-005",
		"attack_g0032",
		"Use_Case/Threat_Detection",
		"OS/Windows",
		"_2024",
		"Überwachung",
	]);
});

test("a draft says where the note belongs", () => {
	const draft = draftRuleNote(buildRule({ vendor: "yara-l", title: "A: b/c" }), buildContext());
	expect(draft).toMatchObject({
		kind: "rule",
		id: "0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11",
		folder: "YARA-L",
		baseName: "A - b_c",
	});
});
