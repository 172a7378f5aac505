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
