import fc from "fast-check";
import { expect, test } from "vitest";
import { readText, rulesOf } from "../read-fixture";

const SIGMA = `title: Denied connections
logsource:
  product: firewall
detection:
  selection:
    action: deny
  condition: selection`;

const ELASTIC = `{
  "rule_id": "8a0c6f3e-0000-4000-8000-000000000001",
  "name": "Odd query string", "type": "query", "language": "kuery", "query": "url.query:*script*"
}`;

function fence(info: string, text: string): string {
	return ["```" + info, text, "```", ""].join("\n");
}

const WRITE_UP = `# Port scans

Some words.

${fence("yaml", SIGMA)}
## Elsewhere

${fence("json", ELASTIC)}`;

test("rules that stand whole in a write-up's fences are read, each with its line", () => {
	const { rules } = rulesOf(readText("notes/port-scans.md", WRITE_UP));
	expect(rules.map(({ vendor, title, line }) => [vendor, title, line])).toEqual([
		["sigma", "Denied connections", 6],
		["elastic", "Odd query string", 18],
	]);
	expect(rules.map(({ text }) => text)).toEqual([SIGMA, ELASTIC]);
	expect(rules.map(({ queries }) => queries.map(({ line }) => line))).toEqual([[6], [20]]);
});

test("two rules of one vendor without ids have ids of their own", () => {
	const text = fence("yaml", SIGMA) + fence("sigma", SIGMA.replace("Denied", "Other"));
	const ids = rulesOf(readText("a.md", text)).rules.map(({ id }) => id);
	expect(new Set(ids).size).toBe(2);
});

test.each(["", "yml", "YAML", "yaml title=rule.yml", "sigma"])("the fence may say %j", (info) => {
	expect(rulesOf(readText("a.md", fence(info, SIGMA))).rules).toHaveLength(1);
});

test("a fence in a list is indented", () => {
	const text = fence("yaml", SIGMA).replace(/^(?=.)/gm, "   ");
	expect(rulesOf(readText("a.md", `1. First\n\n${text}`)).rules).toMatchObject([
		{ title: "Denied connections", line: 4 },
	]);
});

test("a query in KQL beside them stays a rule", () => {
	const kql = fence("kql", 'CommonSecurityLog\n| where DeviceAction == "deny"');
	const { rules } = rulesOf(
		readText("a.md", `# Denied\n\n## Query\n\n${kql}\n${fence("yaml", SIGMA)}`),
	);
	expect(rules.map(({ vendor }) => vendor)).toEqual(["kusto", "sigma"]);
});

test("a fault in a fence has the line that it has in the Markdown", () => {
	const text = `# Denied\n\n${fence("yaml", `${SIGMA}\nlevel: wild`)}`;
	expect(rulesOf(readText("a.md", text)).problems).toMatchObject([{ line: 11 }]);
});

test.each([
	["README.md", WRITE_UP],
	["rule-template.md", WRITE_UP],
	["a.md", fence("python", SIGMA)],
	["a.md", fence("yaml", "detection: off\nname: other")],
	["a.md", "detection: nothing\n"],
])("%s states no rule (%#)", (path, text) => {
	expect(readText(path, text).kind).toBe("none");
});

test("no Markdown makes the reader throw", () => {
	const part = fc.constantFrom("```yaml", "```", "~~~", SIGMA, ELASTIC, "detection:", "# a", "  ");
	fc.assert(
		fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
			expect(["rules", "none"]).toContain(readText("a.md", parts.join("\n")).kind);
		}),
	);
});

test("YARA-L is also said to be YARA; rules of that are none", () => {
	const rule =
		'rule a {\n  events:\n    $e.metadata.event_type = "USER_LOGIN"\n  condition:\n    $e\n}';
	const plain = 'rule b { strings: $events = "x" condition: $events }';
	const { rules } = rulesOf(readText("a.md", fence("yara", rule) + fence("yara", plain)));
	expect(rules.map(({ vendor, line }) => [vendor, line])).toEqual([["yara-l", 2]]);
});
