import { expect, test } from "vitest";
import { readText, rulesOf } from "../read-fixture";

const HEAD = ["version: 2.0", "uuid: 5f0c1c9e-3a5e-4a5d-9e0e-000000000001", "rule: Odd shell"];

test("a rule with the field names of Sekoia's dialect has its title, id, techniques and data sources", () => {
	const text = [
		...HEAD,
		"sources: see https://example.org/a http://example.org/b",
		"detection:",
		"  selection:",
		"    process.name: odd.exe",
		"  condition: selection",
		"alert_severity: 75",
		"attack: [T1059.001, nothing]",
		"data_sources:",
		"  - Process monitoring",
		"tags: [lab]",
		"",
	].join("\n");
	const { rules, problems } = rulesOf(readText("odd.yml", text));
	expect(problems).toEqual([]);
	expect(rules).toMatchObject([
		{
			id: "5f0c1c9e-3a5e-4a5d-9e0e-000000000001",
			title: "Odd shell",
			techniques: ["T1059.001"],
			otherTags: ["lab", "nothing"],
			dataSources: ["Process monitoring"],
			references: ["https://example.org/a", "http://example.org/b"],
			prose: [{ heading: "Alert severity" }],
			level: null,
			text,
		},
	]);
});

test("a chain in that dialect is named", () => {
	const text = [...HEAD, "correlation: |", "  name: one", ""].join("\n");
	expect(readText("chain.yml", text)).toMatchObject({
		kind: "none",
		reason: "a chain of Sigma rules in Sekoia's dialect",
	});
});

test("a rule with a title of its own keeps its fields", () => {
	const text =
		"title: Own\nuuid: a\nrule: b\nlogsource: {product: x}\ndetection: {s: {A: 1}, condition: s}\n";
	expect(rulesOf(readText("own.yml", text)).rules).toMatchObject([
		{ id: "sigma:own.yml:1", title: "Own" },
	]);
});
