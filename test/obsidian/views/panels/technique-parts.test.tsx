import { describe, expect, it } from "vitest";
import type { ExclusionPart } from "../../../../src/core/library/rule-facts";
import { EventsPanel } from "../../../../src/obsidian/views/panels/events-panel";
import { ExclusionsPanel } from "../../../../src/obsidian/views/panels/exclusions-panel";
import { FalsePositivesPanel } from "../../../../src/obsidian/views/panels/false-positives-panel";
import { FieldsPanel } from "../../../../src/obsidian/views/panels/fields-panel";
import { IndicatorsPanel } from "../../../../src/obsidian/views/panels/indicators-panel";
import { OverviewPanel } from "../../../../src/obsidian/views/panels/overview-panel";
import { RulesPanel } from "../../../../src/obsidian/views/panels/rules-panel";
import { SourcesPanel } from "../../../../src/obsidian/views/panels/sources-panel";
import { TechniqueView } from "../../../../src/obsidian/views/panels/technique-view";
import { buildPredicate, buildRule } from "../../../core/library/rule-builder";
import { click, draw, texts } from "../../support/draw";
import { buildPart, buildSources } from "../../support/panels";

const rowsOf = (el: HTMLElement): string[] =>
	Array.from(el.querySelectorAll<HTMLElement>("tbody tr[aria-rowindex]"), (row) =>
		texts(row, "td").join(" | "),
	);
const button = (el: HTMLElement, name: string): HTMLElement | undefined =>
	[...el.querySelectorAll<HTMLElement>("button, label")].find((found) =>
		found.textContent.trim().startsWith(name),
	);

describe("the overview of a technique", () => {
	const rules = [
		buildRule("1"),
		buildRule("2", { vendor: "splunk", kind: "hunt", parsed: "partial", reasons: ["a join"] }),
		buildRule("3", { parsed: "opaque", reasons: ["no parser"] }, { status: "deprecated" }),
	];

	it("counts rules by vendor, hunting queries apart, and says how many are parsed", () => {
		const { el } = draw(<OverviewPanel {...buildPart(rules)} />);
		expect(texts(el, ".detection-vault-figures div")).toEqual([
			...["Rules2", "Sigma2", "Elastic0", "Splunk0", "Kusto0", "YARA-L0"],
			...["Hunting queries1", "Deprecated or removed1", "Runbooks0"],
		]);
		expect(texts(el, ".detection-vault-shares span")).toEqual([
			"2 of 3 rules and hunting queries parsed",
			"1 in part",
			"1 opaque",
		]);
	});

	it("opens the rules that are not understood, with the reason", () => {
		const { el } = draw(<OverviewPanel {...buildPart(rules)} />);
		click(button(el, "1 opaque"));
		expect(texts(el, ".detection-vault-rule-list li")).toEqual([
			"Rule 3 Sigma · high · deprecatedno parser",
		]);
	});

	it("opens the runbooks behind their number, and closes them", () => {
		const { kind, techniques, tests } = {
			kind: "runbook",
			techniques: ["T1021"],
			tests: 1,
		} as const;
		const runbooks = ["SSH", "RDP"].map((title) => ({
			...{ kind, title, techniques, tests, path: `Runbooks/${title}.md` },
		}));
		const { el } = draw(<OverviewPanel {...buildPart(rules, {}, runbooks)} />);
		click(el.querySelector<HTMLElement>("[aria-label='Show 2 runbooks']"));
		expect(texts(el, ".detection-vault-rule-list li")).toEqual(["SSH", "RDP"]);
		click(el.querySelector<HTMLElement>("[aria-label='Close the list']"));
		expect(el.querySelector(".detection-vault-rule-list")).toBeNull();
	});
});

describe("the fields of a technique", () => {
	const rules = [
		buildRule("1", { predicates: [buildPredicate()] }),
		buildRule("2", {
			vendor: "elastic",
			predicates: [
				buildPredicate({ field: "process.args", op: "eq" }),
				buildPredicate({ field: "count", canonical: null, role: "computed", value: 5 }),
			],
		}),
	];

	it("shows a field under one name, with the vendors' spellings, operators and samples", () => {
		const { el } = draw(<FieldsPanel {...buildPart(rules)} />);
		expect(rowsOf(el)[0]).toContain("CommandLine");
		expect(rowsOf(el)[0]).toContain("Elastic: process.args");
		expect(texts(el, "tbody tr:first-child li")).toEqual(["contains 1", "is 1", "x"]);
	});

	it("marks fields that the query computes, and hides them on demand", () => {
		const { el } = draw(<FieldsPanel {...buildPart(rules)} />);
		expect(texts(el, ".detection-vault-mark")).toEqual(["computed"]);
		click(button(el, "Hide routing")?.querySelector("input"));
		expect(rowsOf(el)).toHaveLength(1);
	});
});

describe("what a technique's rules look for and exclude", () => {
	it("tells field, operator, value, rules and reach, and reach opens rules of other techniques", () => {
		const facts = { predicates: [buildPredicate({ value: "-R 22" })] };
		const rule = buildRule("1", facts);
		const other = buildRule("2", facts, { techniques: ["T1059"] });
		const { el } = draw(
			<IndicatorsPanel {...buildPart([rule], { sources: buildSources([rule, other]) })} />,
		);
		expect(rowsOf(el)).toEqual(["CommandLine | contains | -R 22 | 1 | 2"]);
		expect(el.querySelector("td code")?.textContent).toBe("-R 22");
		click(el.querySelectorAll<HTMLElement>(".detection-vault-count-button")[1]);
		expect(texts(el, ".detection-vault-rule-list a")).toEqual(["Rule 1", "Rule 2"]);
	});

	it("cuts a long value until the whole is asked for", () => {
		const rule = buildRule("1", { predicates: [buildPredicate({ value: "x".repeat(500) })] });
		const { el } = draw(<IndicatorsPanel {...buildPart([rule])} />);
		expect(el.querySelector("td code")?.textContent.length).toBeLessThan(200);
		click(button(el, "Show the whole value"));
		expect(el.querySelector("td code")?.textContent).toHaveLength(500);
	});

	it("joins the parts of a conjunction in one row", () => {
		const part = (field: string, value: string, negated = false): ExclusionPart => ({
			...{ field, canonical: null, op: "eq", value, negated },
		});
		const rule = buildRule("1", { exclusions: [[part("a", "1"), part("b", "2", true)]] });
		const { el } = draw(<ExclusionsPanel {...buildPart([rule])} />);
		expect(rowsOf(el)).toEqual(["a is 1and not b is 2 | 1"]);
	});
});

describe("the other parts of a technique", () => {
	it("lists events with number and title", () => {
		const event = { provider: "Sysmon", event: 1, title: "Process creation", id: null };
		const { el } = draw(<EventsPanel {...buildPart([buildRule("1", { events: [event] })])} />);
		expect(rowsOf(el)).toEqual(["Sysmon | Event ID 1 | Process creation | 1"]);
	});

	it("lists data sources and tables apart", () => {
		const rule = buildRule("1", { dataSources: ["Syslog"], tables: ["DeviceEvents"] });
		const { el } = draw(<SourcesPanel {...buildPart([rule])} />);
		expect(rowsOf(el)).toEqual(["Syslog | 1", "DeviceEvents | 1"]);
	});

	it("lists what is named as a false positive before what only says that there may be some", () => {
		const saying = (id: string, falsePositives: readonly string[]) =>
			buildRule(id, { falsePositives });
		const rules = [
			saying("1", ["Unknown", "Backups"]),
			saying("2", ["Unknown", "Highly unlikely"]),
			saying("3", ["Unlikely users"]),
		];
		const { el } = draw(<FalsePositivesPanel {...buildPart(rules)} />);
		expect(rowsOf(el)).toEqual([
			"Backups | 1",
			"Unlikely users | 1",
			"Unknown | 2",
			"Highly unlikely | 1",
		]);
	});

	it("lists rules by vendor, those of one on demand, and hunting queries apart", () => {
		const rules = [
			buildRule("1", { vendor: "elastic" }),
			buildRule("2", { kind: "hunt", vendor: "kusto" }),
			buildRule("3"),
		];
		const { el } = draw(<RulesPanel {...buildPart(rules)} />);
		expect(rowsOf(el)).toEqual([
			"Rule 3 | Sigma | stable | high",
			"Rule 1 | Elastic | stable | high",
			"Rule 2 | Kusto | stable | high",
		]);
		click(button(el, "Elastic"));
		expect(rowsOf(el)[0]).toBe("Rule 1 | Elastic | stable | high");
	});
});

describe("the whole panel of a technique", () => {
	it("has a heading for every part, and folds it", () => {
		const { el } = draw(<TechniqueView {...buildPart([buildRule("1")])} />);
		expect(texts(el, ".detection-vault-fold-head")).toEqual([
			...["Overview", "Events covered", "Fields filtered most", "Top indicator values"],
			...["Exclusions", "Rules", "Data sources and tables", "False positives", "Runbooks"],
		]);
		const heading = button(el, "Rules");
		const before = el.querySelectorAll("table").length;
		click(el.querySelectorAll<HTMLElement>(".detection-vault-fold-button")[5]);
		expect(heading).toBeDefined();
		expect(el.querySelectorAll("table")).toHaveLength(before - 1);
	});

	it("says once that there is no rule", () => {
		const { el } = draw(<TechniqueView {...buildPart([])} />);
		expect(texts(el, ".detection-vault-fold-head")).toEqual(["Overview", "Rules", "Runbooks"]);
		expect(texts(el, ".detection-vault-figures div")).toEqual(["Rules0", "Runbooks0"]);
		expect(texts(el, ".detection-vault-hint")).toEqual([
			"This vault has no rule for this technique.",
			"This vault has no runbook for this technique.",
		]);
	});

	it("opens only the overview where there are thousands of rules", () => {
		const rules = Array.from({ length: 1001 }, (_, index) => buildRule(String(index)));
		const { el } = draw(<TechniqueView {...buildPart(rules)} />);
		expect(el.querySelectorAll(".detection-vault-fold-button[aria-expanded=true]")).toHaveLength(1);
	});
});
