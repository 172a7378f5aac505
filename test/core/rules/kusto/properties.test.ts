import fc from "fast-check";
import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { skimKql } from "../../../../src/core/rules/kusto/skim-kql";
import { splitKql } from "../../../../src/core/rules/kusto/split-kql";

const piece = fc.constantFrom(
	..."# ,## ,### ,#,```,````,~~~,kql,C#,Query,Sentinel,Defender XDR,Description,MITRE ATT&CK,---,|,| ,--|--".split(
		",",
	),
	..."T1059.001,t1003_002,**,Technique,:,//,Advanced Hunting query,Title: x,let x = ,;,SigninLogs,where a == 1".split(
		",",
	),
	..."(,),[,],{,},',\",@',h@\",\\,union,join kind=inner,print,/*,<!--,title: [a".split(","),
	"\n",
	"\n\n",
	"\r\n",
	" ",
	"\u200B",
	"\uFEFF",
	"\u0000",
	",",
);
const text = fc.array(fc.oneof({ weight: 5, arbitrary: piece }, fc.string()), { maxLength: 60 });
const path = fc.constantFrom(
	"a.md",
	"README.md",
	"a b.kql",
	"T1059.txt",
	"x.kusto",
	"x",
	"y.bicep",
);

test("no text makes the readers throw, and what they give is verbatim and in its place", () => {
	fc.assert(
		fc.property(path, text, (name, parts) => {
			const whole = parts.join("");
			const kind = readRuleFile({ file: name, path: name, text: whole });
			if (kind.kind !== "rules") return;
			const lines = whole.split("\n");
			for (const rule of kind.reading.rules) {
				expect(rule.title).not.toBe("");
				expect(whole.includes(rule.text)).toBe(true);
				for (const query of rule.queries) {
					expect(rule.text.includes(query.text)).toBe(true);
					expect(lines[query.line - 1]).toContain(query.text.split("\n")[0]);
				}
			}
		}),
		{ numRuns: 600 },
	);
});

test("tokens cover all that is no white space, in order", () => {
	fc.assert(
		fc.property(text, (parts) => {
			const whole = parts.join("");
			let end = 0;
			for (const token of skimKql(whole)) {
				expect(whole.slice(end, token.start).replace(/[\s\u200B-\u200D\u2060]/g, "")).toBe("");
				expect(token.end).toBeGreaterThan(token.start);
				({ end } = token);
			}
			expect(whole.slice(end).replace(/[\s\u200B-\u200D\u2060]/g, "")).toBe("");
		}),
	);
});

test("parts follow each other and are found again alone", () => {
	fc.assert(
		fc.property(text, (parts) => {
			const whole = parts.join("");
			let before = 0;
			for (const part of splitKql(whole)) {
				expect(part.start).toBeGreaterThanOrEqual(before);
				expect(part.code).toBeGreaterThanOrEqual(part.start);
				expect(part.end).toBeGreaterThan(part.code);
				before = part.end;
				expect(splitKql(whole.slice(part.start, part.end))).toHaveLength(1);
			}
		}),
	);
});

const keys = fc.constantFrom(
	..."name,displayName,id,query,queryCondition,queryText,detectionAction,alertTemplate,mitreTechniques,severity,tactics".split(
		",",
	),
	..."relevantTechniques,techniques,requiredDataConnectors,dataTypes,tags,metadata,author,kind,type,properties,resources".split(
		",",
	),
	..."functionAlias,watchlistAlias,__proto__,constructor,description,entityMappings,version".split(
		",",
	),
);
const json = fc.letrec((tie) => ({
	value: fc.oneof(
		{ depthSize: "small" },
		fc.constantFrom<unknown>(
			"T1059",
			"SigninLogs | take 1",
			"x/alertRules",
			"Scheduled",
			1,
			null,
			true,
			"",
		),
		fc.array(tie("value"), { maxLength: 4 }),
		fc.dictionary(keys, tie("value"), { maxKeys: 8 }),
	),
}));

test("no JSON or YAML makes the readers throw", () => {
	fc.assert(
		fc.property(json.value, fc.constantFrom("a.json", "a.yaml"), (value, name) => {
			const whole = JSON.stringify(value, null, 1);
			const kind = readRuleFile({ file: name, path: name, text: whole });
			if (kind.kind !== "rules") return;
			for (const rule of kind.reading.rules) expect(whole.includes(rule.text)).toBe(true);
		}),
		{ numRuns: 400 },
	);
});
