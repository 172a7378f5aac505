import { expect, test } from "vitest";
import { readKustoLogsource } from "../../../../src/core/rules/kusto/read-kusto-logsource";
import { readProductName } from "../../../../src/core/rules/markdown/product-names";
import { readSourceTables } from "../../../../src/core/rules/kusto/read-source-tables";
import { recogniseKql } from "../../../../src/core/rules/kusto/recognise-kql";
import { skimKql } from "../../../../src/core/rules/kusto/skim-kql";

test.each([
	["SigninLogs\n| where a == 1", "query"],
	["// about\nunion A, B | take 1", "query"],
	["let a = 1;\nA | take a", "query"],
	["A | extend b = 1", "query"],
	["print a = 1, b = strcat('x', 2)", "query"],
	["print this page", "other"],
	["let regex = @'x';", "snippet"],
	["| where a == 1", "snippet"],
	["Get-Process | where { $_.Name -eq 'a' }", "other"],
	["$a | sort", "other"],
	["cat file | sort | uniq -c", "other"],
	["from logs-* | where a == 1 | keep b", "other"],
	["index=main | stats count by a | where count > 1", "other"],
	["Words and words | where they lead", "other"],
	["SigninLogs", "other"],
	["// comment", "other"],
])("%j looks like: %s", (text, shape) => {
	expect(recogniseKql(skimKql(text), false)).toBe(shape);
});

test("a text that is known to be KQL may be a table alone", () => {
	expect(recogniseKql(skimKql("SigninLogs"), true)).toBe("query");
	expect(recogniseKql(skimKql("// comment"), true)).toBe("other");
});

test.each([
	["Sentinel", "Sentinel"],
	["Defender XDR & Sentinel", "Defender XDR & Sentinel"],
	["Microsoft Sentinel query", "Microsoft Sentinel"],
	["Advanced Hunting query", "Advanced Hunting"],
	["Log Analytics (Sentinel)", "Log Analytics (Sentinel)"],
	["Defender For Endpoint", "Defender For Endpoint"],
	["Unified XDR:", "Unified XDR"],
	["Query", undefined],
	["Defender exclusions", undefined],
	["Sentinel Analytics Rule", undefined],
	["Endpoint", undefined],
])("%j names the product %j", (heading, product) => {
	expect(readProductName(heading)).toBe(product);
});

test.each([
	["A | take 1", ["A"]],
	["let x = A | take 1; x | join (B) on c", ["A"]],
	["let x = materialize(A | take 1);\nlet y = (x | take 1);\ny", ["A"]],
	["union isfuzzy=true A, (B | take 1), x | where c", ["A", "B", "x"]],
	["let x = dynamic(['a']);\nprint x", []],
	["externaldata(a:string)['https://example.com'] | take 1", []],
	["let f = (a:string) { A | where b == a }; f('x')", []],
	["let a = b; let b = a; a", []],
])("%j starts from the tables %j", (query, tables) => {
	expect(readSourceTables(skimKql(query))).toEqual(tables);
});

test.each([
	[["SigninLogs", "AADNonInteractiveUserSignInLogs"], "azure", "signinlogs", null],
	[["SigninLogs", "AuditLogs"], "azure", null, null],
	[["SecurityEvent", "Unknown"], null, null, null],
	[["DeviceProcessEvents"], null, null, "process_creation"],
	[["DeviceRegistryEvents"], "windows", null, "registry_event"],
	[[], null, null, null],
])(
	"the tables %j agree on product %j, service %j, category %j",
	(tables, product, service, category) => {
		expect(readKustoLogsource(tables)).toEqual({ product, service, category });
	},
);
