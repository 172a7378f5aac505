import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

const SOURCES = [
	"--attack",
	"samples/attack",
	"--rules",
	"samples/rules",
	"--atomics",
	"samples/atomics",
];

async function makeVault(): Promise<string> {
	const vault = join(makeTemporaryFolder(), "vault");
	await runWith(["import", vault, ...SOURCES]);
	return vault;
}

function readLines(out: string): unknown[] {
	return out
		.trim()
		.split("\n")
		.map((line): unknown => JSON.parse(line));
}

describe("import", () => {
	test("prints one JSON object with the contract's numbers, progress goes to standard error", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		const { code, out, err } = await runWith(["import", vault, ...SOURCES, "--json"]);
		const result: unknown = JSON.parse(out);
		expect(result).toMatchObject({
			techniques: 13,
			rules: { sigma: 14, elastic: 9, splunk: 8, kusto: 9, "yara-l": 5 },
			runbooks: 5,
			created: 63,
			updated: 0,
			unchanged: 0,
			conflicts: 0,
			files: { read: 52, used: 47, context: 5, skipped: 0 },
			skipped: [],
		});
		expect(code).toBe(1);
		expect(out).toContain('"rule-technique-outdated"');
		expect(err).toContain("Planning notes");
	});

	test("a dry run leaves no trace", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		const { out } = await runWith(["import", vault, ...SOURCES, "--dry-run", "--json"]);
		expect(JSON.parse(out)).toMatchObject({ created: 63 });
		expect(existsSync(vault)).toBe(false);
	});

	test("a run without problems ends with 0", async () => {
		const vault = join(makeTemporaryFolder(), "vault");
		expect((await runWith(["import", vault, "--atomics", "samples/atomics"])).code).toBe(0);
	});

	test("a broken file is named with its line, and the rest goes on", async () => {
		const folder = makeTemporaryFolder();
		writeFileSync(join(folder, "broken.yml"), "title: a\nid: [\n");
		const { code, out } = await runWith([
			"import",
			join(folder, "v"),
			"--rules",
			folder,
			"samples/rules/yara-l",
		]);
		expect(code).toBe(1);
		expect(out).toMatch(/broken\.yml:\d+: not valid YAML/);
		expect(out).toContain("5 created");
	});

	test("what could not be read is told before what is worth a look, of which only the first is shown", async () => {
		const folder = makeTemporaryFolder();
		const rule =
			"title: a\nlevel: odd\nlogsource: {product: x}\ndetection: {a: {b: c}, condition: a}\n";
		for (let at = 10; at < 40; at++) writeFileSync(join(folder, `a${at}.yml`), rule);
		writeFileSync(join(folder, "z.yml"), "title: a\nid: [\n");
		const { out } = await runWith(["import", join(folder, "v"), "--rules", folder]);
		expect(out).toMatch(/Problems: \d+\n {2}\S+z\.yml:\d+: not valid YAML/);
	});

	test.each([
		[["import"], "an argument is missing"],
		[["import", "v"], "no sources"],
		[["import", "v", "--rules"], "--rules needs a value"],
		[["import", "v", "--rules", "does/not/exist"], "does not exist"],
		[["import", "v", "--unknown"], "unknown option"],
		[["nonsense"], "unknown command"],
	])("%j is wrong usage", async (args, message) => {
		const { code, out, err } = await runWith(args);
		expect(code).toBe(2);
		expect(out).toBe("");
		expect(err).toContain(message);
	});

	test("the folders of the plugin's settings are used", async () => {
		const vault = makeTemporaryFolder();
		const folder = join(vault, ".obsidian", "plugins", "detection-vault");
		mkdirSync(folder, { recursive: true });
		writeFileSync(
			join(folder, "data.json"),
			JSON.stringify({ folders: { runbooks: "Lab/Runbooks" } }),
		);
		await runWith(["import", vault, "--atomics", "samples/atomics"]);
		expect(existsSync(join(vault, "Lab", "Runbooks"))).toBe(true);
	});
});

describe("init", () => {
	test("lays out the template and enables the plugin, keeping what is there", async () => {
		const home = makeTemporaryFolder();
		mkdirSync(join(home, "vault-template", ".obsidian"), { recursive: true });
		writeFileSync(join(home, "vault-template", "Start.md"), "template");
		for (const name of ["main.js", "manifest.json", "styles.css"])
			writeFileSync(join(home, name), name);
		const vault = makeTemporaryFolder();
		mkdirSync(join(vault, ".obsidian"));
		writeFileSync(join(vault, "Start.md"), "mine");
		writeFileSync(join(vault, ".obsidian", "community-plugins.json"), '["other"]');
		const { code } = await runWith(["init", vault], "", home);
		expect(code).toBe(0);
		expect(readFileSync(join(vault, "Start.md"), "utf8")).toBe("mine");
		const plugins = readFileSync(join(vault, ".obsidian", "community-plugins.json"), "utf8");
		expect(JSON.parse(plugins)).toEqual(["other", "detection-vault"]);
		expect(readFileSync(join(vault, ".obsidian/plugins/detection-vault/main.js"), "utf8")).toBe(
			"main.js",
		);
	});

	test("says what to do where the plugin is not built", async () => {
		const home = makeTemporaryFolder();
		mkdirSync(join(home, "vault-template"));
		const { code, err } = await runWith(["init", makeTemporaryFolder()], "", home);
		expect(code).toBe(3);
		expect(err).toContain("npm run build");
	});
});

describe("query", () => {
	test("gives columns and rows as JSON", async () => {
		const vault = await makeVault();
		const query =
			'TABLE WITHOUT ID title AS "Rule", level FROM #T1021_001 WHERE vendor = "sigma" SORT title';
		const { code, out } = await runWith(["query", vault, query, "--json"]);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toEqual({
			type: "table",
			columns: ["Rule", "level"],
			rows: [
				["Remote Desktop Logon From A Public Address", "medium"],
				["Remote Desktop Port Forwarded With Plink", "high"],
			],
			failed: [],
		});
	});

	test("an inline expression gives a value, at the time and in the note that are told", async () => {
		const vault = await makeVault();
		const note = "Techniques/T1110 - Brute Force.md";
		const at = ["--now", "2026-03-01T00:00:00Z", "--note", note];
		expect(
			JSON.parse((await runWith(["query", vault, "= this.name", ...at, "--json"])).out),
		).toEqual({
			type: "value",
			value: "Brute Force",
		});
	});

	test("a mistake comes with line and column, and ends with 1", async () => {
		const vault = makeTemporaryFolder();
		const { code, out } = await runWith(["query", vault, "TABLE level\nFROM", "--json"]);
		expect(code).toBe(1);
		expect(JSON.parse(out)).toMatchObject({ error: { kind: "parse", line: 2 } });
	});

	test("a batch answers each line over one index", async () => {
		const vault = await makeVault();
		const lines = [
			{ note: null, query: "LIST FROM #atomic_test" },
			{ note: null, query: "nonsense" },
		];
		const input = `${lines.map((line) => JSON.stringify(line)).join("\n")}\nnot json\n`;
		const { code, out } = await runWith(["query", vault, "--batch"], input);
		expect(code).toBe(1);
		expect(readLines(out)).toMatchObject([
			{ type: "list" },
			{ error: { kind: "parse" } },
			{ error: { kind: "parse" } },
		]);
	});

	test("rules are understood where a query asks for what they say", async () => {
		const vault = await makeVault();
		const query = "TABLE WITHOUT ID length(rows) > 0 FROM predicates AND #T1021_004 GROUP BY true";
		const { code, out } = await runWith(["query", vault, query, "--json"]);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({ rows: [[true]] });
		const lines = [query, "LIST FROM tests LIMIT 1", "LIST FROM events LIMIT 0"];
		const input = lines.map((line) => JSON.stringify({ note: null, query: line })).join("\n");
		const batch = await runWith(["query", vault, "--batch"], input);
		expect(readLines(batch.out)).toMatchObject([
			{ rows: [[true]] },
			{ rows: [[{ $link: {} }]] },
			{ rows: [] },
		]);
	});

	test("EXPLAIN gives numbers of rows, and hints are told apart from the rows", async () => {
		const vault = await makeVault();
		const { out } = await runWith(["query", vault, "EXPLAIN LIST FROM #atomic_test", "--json"]);
		expect(JSON.parse(out)).toMatchObject({
			type: "table",
			columns: ["step", "how", "rows"],
			rows: [
				["#atomic_test", "tag index", 5],
				["LIST", "shows 1 column", 5],
			],
		});
		const shown = await runWith(["query", vault, "TABLE WITHOUT ID statsu FROM rules LIMIT 1"]);
		expect(shown).toEqual({
			code: 0,
			err: 'hint: line 1, column 18: no row has a field "statsu"; did you mean status?\n',
			out: "statsu\n-\n",
		});
	});

	test("a query can come from standard input", async () => {
		const { code, out } = await runWith(["query", makeTemporaryFolder(), "-", "--json"], "= 1 + 1");
		expect([code, JSON.parse(out)]).toEqual([0, { type: "value", value: 2 }]);
	});
});

describe("panel", () => {
	test("counts the rules of a technique by vendor, and its runbooks", async () => {
		const vault = await makeVault();
		const { code, out } = await runWith(["panel", vault, "T1021.004", "--json"]);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			technique: { id: "T1021.004", name: "SSH" },
			scope: "with sub-techniques",
			rules: { total: 8 },
			runbooks: [{ tests: 2, lastRun: null }],
		});
	});

	test("rolls sub-techniques up unless told not to", async () => {
		const vault = await makeVault();
		const totals = async (...options: string[]): Promise<unknown> =>
			JSON.parse((await runWith(["panel", vault, "T1021", "--json", ...options])).out);
		expect(await totals()).toMatchObject({ rules: { total: 12 } });
		expect(await totals("--exact")).toMatchObject({ scope: "exact", rules: { total: 2 } });
	});

	test("an unknown technique is a problem, a word that is none wrong usage", async () => {
		const vault = makeTemporaryFolder();
		expect((await runWith(["panel", vault, "T9999"])).code).toBe(1);
		expect((await runWith(["panel", vault, "SSH"])).code).toBe(2);
	});
});

describe("inspect", () => {
	test("gives one line for each rule, in the contract's shape", async () => {
		const { code, out } = await runWith([
			"inspect",
			"samples/rules/sigma/linux/ssh_auth_failures.yml",
			"--json",
		]);
		expect(code).toBe(0);
		expect(readLines(out)).toMatchObject([
			{
				file: "samples/rules/sigma/linux/ssh_auth_failures.yml",
				vendor: "sigma",
				language: "sigma",
				id: "3f6d8e50-9b85-4bfb-8d58-5f1d9c0f5c12",
				level: "informational",
				status: "test",
				confidence: null,
				techniques: ["T1110"],
				tactics: ["Credential Access"],
				parsed: "full",
				problems: [],
				predicates: [
					{ field: null, op: "match", value: "Failed password", negated: false, line: 16 },
					{ field: null, op: "match", value: "Invalid user", negated: false, line: 17 },
				],
			},
			{ id: "9d8a3b63-8f8e-4a2a-8c2c-4b7c1a8e5d13", level: "medium" },
		]);
	});

	test("shows a person one space between words, an event without a number too", async () => {
		const { out } = await runWith(["inspect", "samples/rules"]);
		expect(out).toMatch(/^ {2}reads /m);
		expect(out).not.toMatch(/^ {2}reads .* {2}/m);
	});

	test("names what cannot be read and goes on", async () => {
		const folder = makeTemporaryFolder();
		writeFileSync(join(folder, "a.zip"), "no zip");
		const { code, out, err } = await runWith(["inspect", folder, "samples/rules/yara-l", "--json"]);
		expect(code).toBe(1);
		expect(err).toContain("not a zip archive");
		expect(readLines(out)).toHaveLength(5);
	});
});
