import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readText } from "../read-fixture";

test("a regression test's info names the rules that it is for", () => {
	expect(readRuleFile(openFixture("sigma/regression/info.yml"))).toEqual({
		kind: "context",
		contexts: [
			{
				what: "sigma-regression",
				name: "info",
				rules: ["0c3ad0f4-52a0-4a5e-9d3b-6a1a4a0f1b11"],
			},
		],
		problems: [],
	});
});

test("events in JSON are context, also several one behind the other", () => {
	const kind = readRuleFile(openFixture("sigma/regression/events.json"));
	expect(kind).toEqual({
		kind: "context",
		contexts: [
			{ what: "sample-event", name: "events" },
			{ what: "sample-event", name: "events" },
		],
		problems: [],
	});
});

test("a processing pipeline is named", () => {
	expect(readText("p.yml", "name: p\npriority: 10\ntransformations: []\n")).toMatchObject({
		kind: "none",
		reason: "a Sigma processing pipeline, not a rule",
	});
});

test("a Sigma rule without detection says what is missing", () => {
	expect(readRuleFile(openFixture("sigma/invalid/no-detection.yml"))).toMatchObject({
		kind: "none",
		reason: "a Sigma rule without a detection",
	});
});
