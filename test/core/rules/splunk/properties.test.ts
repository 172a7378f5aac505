import fc from "fast-check";
import { expect, test } from "vitest";
import { dump } from "js-yaml";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";

const keys = fc.constantFrom(
	..."name,id,search,type,status,date,version,description,how_to_implement,known_false_positives,data_source,tags".split(
		",",
	),
	..."mitre_attack_id,analytic_story,asset_type,rba,risk_objects,message,tests,attack_data,drilldown_searches".split(
		",",
	),
	..."detect,splunk,correlation_rule,mappings,definition,arguments,filename,narrative,sourcetype,__proto__,toString".split(
		",",
	),
);
const value = fc.letrec((tie) => ({
	any: fc.oneof(
		{ depthSize: "small" },
		fc.constantFrom<unknown>(
			"T1059",
			"index=main | stats count",
			"TTP",
			"`m(1)`",
			1,
			-1.5,
			null,
			true,
			"",
		),
		fc.string(),
		fc.array(tie("any"), { maxLength: 4 }),
		fc.dictionary(keys, tie("any"), { maxKeys: 10 }),
	),
}));

test("no table makes the reader throw, and its text is kept whole", () => {
	fc.assert(
		fc.property(fc.dictionary(keys, value.any, { minKeys: 3, maxKeys: 14 }), (table) => {
			const text = dump(table);
			const kind = readRuleFile({ file: "a.yml", path: "a.yml", text });
			if (kind.kind !== "rules") return;
			for (const rule of kind.reading.rules) expect(text.includes(rule.text)).toBe(true);
		}),
		{ numRuns: 500 },
	);
});

test("no text makes the readers of configurations, searches and Markdown throw, and a rule's text is part of its file's", () => {
	const piece = fc.constantFrom(
		...[
			"[Rule]",
			"[default]",
			"[a] b",
			"search =",
			" index=main Image=*x.exe",
			"| stats count by host",
		],
		...[
			"\\",
			"\n",
			"\n\n",
			"# Title: A",
			"// T1059",
			"```spl",
			"```",
			"## Query",
			"`m(1)`",
			"alert.track = 1",
		],
		...[
			'action.correlationsearch.annotations = {"mitre_attack": ["T1003"]}',
			"alert.severity = 9",
			"\0",
		],
	);
	const text = fc.array(fc.oneof({ weight: 9, arbitrary: piece }, fc.string()), { maxLength: 30 });
	fc.assert(
		fc.property(
			text,
			fc.constantFrom("savedsearches.conf", "a.spl", "a.md", "a.txt"),
			(parts, path) => {
				const whole = parts.join("\n");
				const kind = readRuleFile({ file: path, path, text: whole });
				if (kind.kind !== "rules") return;
				for (const rule of kind.reading.rules) {
					expect(whole.includes(rule.text)).toBe(true);
					for (const query of rule.queries) expect(query.line).toBeGreaterThanOrEqual(rule.line);
				}
			},
		),
		{ numRuns: 1000 },
	);
});
