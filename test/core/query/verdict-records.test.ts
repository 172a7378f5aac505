import { expect, it } from "vitest";
import { runQuery } from "../../../src/core/query/run-query";
import { encodeOutcome } from "../../../src/core/query/encode-outcome";
import { buildVault } from "../library/technique-vault";

const RUN = [
	"---",
	"log_id: a",
	'runbook: "[[SSH - runbook]]"',
	"technique: T1021.004",
	"test_guid: 8f6c14d1-f13d-4616-b7fc-98cc69fe56ec",
	"test_name: Enable SSH",
	"outcome: detected",
	"---",
	"## Rule verdicts",
	"",
	"| Rule | Verdict | How | Evidence |",
	"| --- | --- | --- | --- |",
	"| [[A]] | fired | evaluated on 2 events | events 1 and 2 |",
	"| [[A]] | missed | observed | no alert |",
	"| Gone rule | not tested | | |",
	"",
].join("\n");

it("gives a row for each verdict of a run, with the run's own properties", () => {
	const { notes, library } = buildVault({
		"A.md": "---\nrule_id: a\ntitle: Rule A\ntechniques: [T1021.004]\n---\n",
		"SSH - runbook.md": "---\nrunbook_id: T1021.004\n---\n",
		"Test Executions/1.md": RUN,
	});
	const query = "TABLE WITHOUT ID rule, verdict, origin, counts, runbook, outcome FROM verdicts";
	const outcome = runQuery(notes, query, {
		...{ origin: null, now: "2026-11-20T00:00:00Z", records: library },
	});
	const link = (path: string): unknown => ({ $link: { path } });
	expect(encodeOutcome(outcome)).toMatchObject({
		rows: [
			[link("A.md"), "fired", "evaluated", false, link("SSH - runbook.md"), "detected"],
			[link("A.md"), "missed", "observed", true, expect.anything(), "detected"],
			["Gone rule", "not tested", "observed", true, expect.anything(), "detected"],
		],
	});
});

it("counts one row of a rule, however its links are written", () => {
	const { notes, library } = buildVault({
		"Rules/A.md": "---\nrule_id: a\ntitle: Rule A\n---\n",
		"Test Executions/1.md": RUN.replace("[[A]] | missed", "[[Rules/A\\|Rule A]] | missed"),
	});
	const outcome = runQuery(notes, "TABLE WITHOUT ID verdict FROM verdicts WHERE counts", {
		...{ origin: null, now: "2026-11-20T00:00:00Z", records: library },
	});
	expect(encodeOutcome(outcome)).toMatchObject({ rows: [["missed"], ["not tested"]] });
	expect(library.runs.ofRule("Rules/A.md").map(({ row }) => row.verdict)).toEqual(["missed"]);
});
