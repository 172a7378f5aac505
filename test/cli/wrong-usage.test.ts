import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

const SOURCE = "samples/rules/sigma/filters";

function makeFile(text = "no vault"): string {
	const file = join(makeTemporaryFolder(), "file");
	writeFileSync(file, text);
	return file;
}

describe("help", () => {
	test("comes on standard output when it is asked for, on standard error when nothing is", async () => {
		const asked = await runWith(["help"]);
		expect(asked).toMatchObject({ code: 0, err: "" });
		expect(await runWith([])).toEqual({ code: 2, out: "", err: asked.out });
	});

	test.each([
		["help", "undo"],
		["undo", "--help"],
		["undo", "-h"],
		["-h", "undo"],
	])("%s %s shows one command", async (...args) => {
		const { code, out } = await runWith(args);
		expect(code).toBe(0);
		expect(out).toMatch(/^detection-vault undo VAULT/);
		expect(out).not.toContain("detection-vault import");
	});

	test("an unknown command is told with the one that is near, or with all", async () => {
		const near = await runWith(["imprt"]);
		expect(near).toMatchObject({ code: 2, out: "" });
		expect(near.err).toMatch(/^detection-vault: unknown command imprt; did you mean import\?\n/);
		const far = await runWith(["help", "frobnicate"]);
		expect(far.code).toBe(2);
		expect(far.err).toContain("the commands are init, import,");
	});

	test("the version is that of the package", async () => {
		const home = makeTemporaryFolder();
		writeFileSync(join(home, "manifest.json"), '{ "version": "1.2.3" }');
		expect(await runWith(["--version"], "", home)).toEqual({ code: 0, out: "1.2.3\n", err: "" });
		expect((await runWith(["--version"], "", makeTemporaryFolder())).code).toBe(3);
	});
});

describe("a vault that is a file", () => {
	test.each([
		["init"],
		["import", "--rules", SOURCE],
		["undo"],
		["prune"],
		["guids", "note.md"],
		["panel", "T1110"],
		["query", "LIST"],
		["executions"],
	])("is refused by %s", async (name, ...rest) => {
		const file = makeFile();
		const { code, out, err } = await runWith([name, file, ...rest]);
		expect([code, out]).toEqual([2, ""]);
		expect(err).toContain(`detection-vault ${name}: ${file} is a file: a vault is a folder\n`);
	});
});

describe("init", () => {
	test.each(["[", '{"a": 1}'])(
		"leaves a vault alone whose list of plugins reads %s, and names the list",
		async (text) => {
			const vault = makeTemporaryFolder();
			mkdirSync(join(vault, ".obsidian"));
			writeFileSync(join(vault, ".obsidian/community-plugins.json"), text);
			const { code, err } = await runWith(["init", vault]);
			expect(code).toBe(3);
			expect(err).toContain("community-plugins.json is not a list of plugins");
			expect((await runWith(["query", vault, "LIST"])).out).toBe("id\n");
		},
	);
});

describe("query, as text", () => {
	test("keeps what it says of a query apart from the rows", async () => {
		const vault = makeTemporaryFolder();
		expect(await runWith(["query", vault, "TABL level"])).toEqual({
			code: 1,
			out: "",
			err: 'line 1, column 1: Expected TABLE, LIST, TASK or CALENDAR, found "TABL"; did you mean TABLE?\n',
		});
	});

	test("says that its note is not there, and answers", async () => {
		const { code, out, err } = await runWith([
			...["query", makeTemporaryFolder(), "= 1", "--note", "gone.md"],
		]);
		expect([code, out]).toEqual([0, "1\n"]);
		expect(err).toBe("detection-vault query: --note gone.md: there is no such note\n");
	});
});

describe("inspect", () => {
	test("says why a file holds no rule, and ends with 1 where an argument holds none", async () => {
		const folder = makeTemporaryFolder();
		const file = join(folder, "rule.yml");
		writeFileSync(file, "title: No detection\nlogsource:\n  product: linux\n");
		const alone = await runWith(["inspect", file, "--json"]);
		expect([alone.code, alone.out]).toEqual([1, ""]);
		expect(alone.err).toContain(`  ${file}: a Sigma rule without a detection`);
		const empty = makeTemporaryFolder();
		const both = await runWith(["inspect", folder, empty, SOURCE, "--json"]);
		expect(both.code).toBe(1);
		expect(both.err).toContain(`detection-vault inspect: ${folder} holds no rule\n`);
		expect(both.err).toContain(`detection-vault inspect: ${empty} holds no rule\n`);
		expect(both.err).not.toContain(`${SOURCE} holds no rule`);
	});

	test("other files beside rules are named and change nothing", async () => {
		const folder = makeTemporaryFolder();
		writeFileSync(join(folder, "README.md"), "# Rules\n");
		writeFileSync(
			join(folder, "rule.yml"),
			"title: A\nlogsource:\n  product: linux\ndetection:\n  a:\n    b: c\n  condition: a\n",
		);
		const { code, err } = await runWith(["inspect", folder, "--json"]);
		expect(code).toBe(0);
		expect(err).toContain("Without a rule: 1\n");
		expect(err).toContain("README.md");
	});
});
