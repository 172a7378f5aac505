import { describe, expect, it } from "vitest";
import { draftCampaign } from "../../../src/core/executions/draft-campaign";
import { linkRun } from "../../../src/core/executions/link-run";
import { matchRun, suggestTests } from "../../../src/core/executions/match-run";
import { maskLikelySecrets } from "../../../src/core/executions/mask-secrets";
import { changeInputs, readLabInputs } from "../../../src/core/executions/read-lab-inputs";
import { recordRun } from "../../../src/core/executions/record-run";
import { indexTests } from "../../../src/core/executions/test-index";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import { runQuery } from "../../../src/core/query/run-query";
import { NO_RUN_FACTS } from "../../../src/core/model/execution";
import { buildVault } from "../library/technique-vault";
import { GUID, OTHER_GUID, RUNBOOK } from "./run-vault";

const INPUTS = [
	"### Inputs",
	"",
	"| Name | Description | Type | Default | This lab |",
	"| --- | --- | --- | --- | --- |",
	"| vm_host | Host | string | atomic.local | esx-01 |",
	"| vm_user | User | string | root |  |",
	"| vm_pass | Password | string | pass |  |",
	"| proxy | Proxy | string |  |  |",
	"| login | Account | string | (masked) |  |",
	"",
].join("\n");

const { library } = buildVault({ "SSH - runbook.md": RUNBOOK });
const tests = indexTests(
	library.runbooksOf(() => true),
	(id) => id,
);
const test = tests.byGuid(GUID);
const same = (id: string): string => id;

describe("a recorded run", () => {
	it("is a note beside the others, with its verdicts, inputs and what the person wrote", () => {
		if (test === undefined) throw new Error("no test");
		const { path, text } = recordRun(
			{
				facts: {
					...{ ...NO_RUN_FACTS, technique: "T1021.004", testGuid: GUID, host: "LAB.corp" },
					...{ started: "2026-11-02T09:20:25Z", logSource: "manual" },
				},
				...{ test, campaign: "Q4", evidence: "Seen.", findings: "" },
				inputs: [{ name: "vm_host", value: "esx-01", isSecret: false }],
				verdicts: [
					{
						path: "Rules/A.md",
						title: "A",
						verdict: "fired",
						how: "observed",
						evidence: "#12 | x",
					},
				],
			},
			{
				folder: "Test Executions",
				linkTo: (note) => note.replace(/\.md$/, ""),
				isTaken: (note) => note === "Test Executions/2026-11-02 0920 T1021.004 8f6c14d1.md",
			},
		);
		expect(path).toBe("Test Executions/2026-11-02 0920 T1021.004 8f6c14d1 2.md");
		expect(text).toContain(`log_id: ${GUID}/2026-11-02T09:20:25Z/lab\n`);
		expect(text).toContain('campaign: "[[Q4]]"\n');
		expect(text).toContain("| [[Rules/A\\|A]] | fired | observed | \\#12 \\| x |");
		expect(text).toContain("| vm_host | esx-01 |");
		expect(text).toContain("fired: 1\n");
	});

	it("takes this lab's inputs, else the defaults, and no secret", () => {
		const text = RUNBOOK.replace("## Test: ESXi - Log in", `\n${INPUTS}\n## Test: ESXi - Log in`);
		expect(readLabInputs(text, GUID)).toEqual([
			{ name: "vm_host", value: "esx-01", isSecret: false },
			{ name: "vm_user", value: "root", isSecret: false },
			{ name: "vm_pass", value: "(masked)", isSecret: true },
			{ name: "proxy", value: "", isSecret: false },
			{ name: "login", value: "(masked)", isSecret: false },
		]);
		const typed = new Map([
			["vm_host", "curl --password hunter2"],
			["vm_pass", "hunter2"],
		]);
		expect(changeInputs(readLabInputs(text, GUID), typed).map(({ value }) => value)).toEqual([
			"curl --password (masked)",
			"root",
			"(masked)",
			"",
			"(masked)",
		]);
		expect(readLabInputs(text, OTHER_GUID)).toEqual([]);
	});
});

describe("a run without a test", () => {
	const naming = { technique: "T1021.004", testGuid: null, testName: null, testNumber: null };

	it("is matched by GUID before all, and a GUID that nothing has is not overruled", () => {
		expect(matchRun({ ...naming, testGuid: OTHER_GUID }, tests, same)?.number).toBe(2);
		const unknown = { ...naming, testGuid: "x", testName: "ESXi - Log in", testNumber: 2 };
		expect(matchRun(unknown, tests, same)).toBeUndefined();
		expect(matchRun({ ...unknown, testGuid: null }, tests, same)?.number).toBe(2);
		expect(
			matchRun({ ...naming, testName: "Another", testNumber: 2 }, tests, same),
		).toBeUndefined();
	});

	it("gets suggestions, the same name first", () => {
		const run = { ...naming, technique: "T1059", testName: "esxi: log IN" };
		expect(suggestTests(run, tests, same).map(({ known, why }) => [known.number, why])).toEqual([
			[2, ["name"]],
			[1, ["words"]],
		]);
		const kin = { ...naming, technique: "T1021.001" };
		expect(suggestTests(kin, tests, same).map(({ why }) => why)).toEqual([
			["parent-technique"],
			["parent-technique"],
		]);
	});

	it("is linked in its front matter alone where the person rewrote the rest", () => {
		if (test === undefined) throw new Error("no test");
		const before = "---\nlog_id: a\nrunbook: # none\ntest_guid:\nmine: 1\n---\nMy words.\n";
		const after = linkRun(before, test, (path) => path.replace(/\.md$/, ""));
		expect(after).toContain('runbook: "[[SSH - runbook]]" # none\n');
		expect(after).toContain(`test_guid: ${GUID}\nmine: 1\n`);
		expect(after).toContain("---\nMy words.\n");
		expect(linkRun("---\n: [\n---\n", test, same)).toBeUndefined();
	});
});

describe("secrets", () => {
	it.each([
		["net user bob P@ssw0rd! /add", "net user bob (masked) /add"],
		["sshpass -p hunter2 ssh lab", "sshpass -p (masked) ssh lab"],
		["curl -H 'Authorization: Bearer abc.def-123'", "curl -H 'Authorization: Bearer (masked)'"],
		["psexec DOMAIN/user:s3cret@host", "psexec DOMAIN/user:(masked)@host"],
		["https://bob:s3cret@host/x", "https://bob:(masked)@host/x"],
		['$env:API_KEY = "abc def"', '$env:API_KEY = "(masked)"'],
		["aad3b435b51404eeaad3b435b51404ee:31d6cfe0d16ae931b73c59d7e0c089c0", "(masked)"],
		["ConvertTo-SecureString 'x' -AsPlainText", "ConvertTo-SecureString '(masked)' -AsPlainText"],
	])("are masked in %s", (text, masked) => {
		expect(maskLikelySecrets(text).text).toBe(masked);
		expect(maskLikelySecrets(masked).text).toBe(masked);
	});

	it.each([
		"Get-Service sshd",
		"reg add HKLM\\X /v Key /d 1",
		"-Password $secret",
		"pass #{vm_pass}",
	])("are not seen in %s", (text) => {
		expect(maskLikelySecrets(text)).toEqual({ text, masked: 0 });
	});
});

it("a campaign's note gathers the runs and verdicts that link to it", () => {
	const campaign = draftCampaign("Q4", "2026-11-02");
	const run = (name: string, link: string) =>
		`---\nlog_id: ${name}\ntest_guid: ${GUID}\ncampaign: "${link}"\nstarted: "2026-11-02T09:20:25Z"\noutcome: detected\n---\n## Rule verdicts\n| Rule | Verdict |\n|-|-|\n| A | fired |\n`;
	const vault = buildVault({
		"Campaigns/Q4.md": campaign,
		"1.md": run("1", "[[Q4]]"),
		"2.md": run("2", "[[Q3]]"),
	});
	const queries = [...campaign.matchAll(/```detection-vault\n([^`]*)```/g)].map(([, text]) => text);
	expect(queries).toHaveLength(3);
	for (const query of queries) {
		const outcome = runQuery(vault.notes, query ?? "", {
			...{ origin: "Campaigns/Q4.md", now: "2026-11-20T00:00:00Z", records: vault.library },
		});
		expect(encodeOutcome(outcome)).toMatchObject({ rows: [expect.anything()], failed: [] });
	}
});

it("a verdict's row says whether its run is stale", () => {
	const run = (started: string) =>
		`---\nlog_id: ${started || "x"}\ntest_guid: ${GUID}\nstarted: "${started}"\n---\n## Rule verdicts\n| Rule | Verdict |\n|-|-|\n| A | fired |\n`;
	const vault = buildVault({
		"1.md": run("2026-11-02T09:20:25Z"),
		"2.md": run("2026-08-01T09:20:25Z"),
		"3.md": run(""),
	});
	const staleOf = (options: object) =>
		encodeOutcome(
			runQuery(vault.notes, "TABLE WITHOUT ID stale FROM verdicts SORT file.path", {
				...{ origin: null, now: "2026-11-20T00:00:00Z", records: vault.library },
				...options,
			}),
		);
	expect(staleOf({})).toMatchObject({ rows: [[false], [true], [null]] });
	expect(staleOf({ staleBefore: "2026-11-03T00:00:00Z" })).toMatchObject({
		rows: [[true], [true], [null]],
	});
});
