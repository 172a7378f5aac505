import { describe, expect, test } from "vitest";
import { queryNeedsRecords } from "../../../src/core/query/needs-records";
import { runQuery } from "../../../src/core/query/run-query";
import { askRecords, NOTES, openNotes } from "./support/records-vault";

const vault = openNotes(NOTES);
const rowsOf = (query: string) => askRecords(vault, query).rows;

describe("FROM a kind of note", () => {
	test.each([
		["techniques", ["T1021.004 - SSH"]],
		["rules", ["Copies", "SSH"]],
		["RUNBOOKS", ["SSH"]],
		["executions", ["First"]],
		["rules or executions", ["Copies", "SSH", "First"]],
		["-rules and #T1021_004", ["SSH", "First", "T1021.004 - SSH"]],
		['!(rules or "Runs") and "Runs"', []],
		["techniques//only\n", ["T1021.004 - SSH"]],
	])("%s", (source, names) => {
		expect(rowsOf(`TABLE WITHOUT ID file.name FROM ${source}`)).toEqual(
			names.map((name) => [name]),
		);
	});

	test("needs no library", () => {
		const outcome = runQuery(vault.index, "LIST FROM rules", { origin: null, now: 0 });
		expect(outcome).toMatchObject({ type: "list", rows: [[{}], [{}]] });
	});

	test.each([
		"LIST FROM Rules",
		"LIST FROM rules-of-mine",
		"LIST FROM rulesets",
		"LIST FROM rules2",
	])("%s is as wrong as ever", (query) => {
		expect(askRecords(vault, query).error?.kind).toBe("parse");
	});
});

describe("FROM predicates", () => {
	test("gives a row for each value, in the order of each rule's text", () => {
		expect(
			rowsOf(
				'TABLE WITHOUT ID rule, field, canonical, op, value, valuekind, negated, exclusion FROM predicates WHERE file.name = "SSH"',
			),
		).toEqual([
			["[[SSH]]", "Image", "process.executable", "ends_with", "\\ssh.exe", "value", false, false],
			["[[SSH]]", "CommandLine", "process.command_line", "contains", " -R ", "value", false, false],
			["[[SSH]]", "CommandLine", "process.command_line", "contains", " -L ", "value", false, false],
			[
				"[[SSH]]",
				"CommandLine",
				"process.command_line",
				"eq",
				"ParentCommandLine",
				"ref",
				false,
				false,
			],
			["[[SSH]]", "User", "user.name", "eq", "svc", "value", true, true],
			[
				"[[SSH]]",
				"ParentImage",
				"process.parent.executable",
				"ends_with",
				"\\cmd.exe",
				"value",
				true,
				true,
			],
		]);
	});

	test("has the note first, techniques as links where they have a note, and the note's fields behind its own", () => {
		expect(
			askRecords(
				vault,
				'TABLE techniques, technique, level, vendor, language, parsed, role, line, file.folder FROM predicates WHERE value = " -R "',
			),
		).toMatchObject({
			columns: [
				"File",
				"techniques",
				"technique",
				"level",
				"vendor",
				"language",
				"parsed",
				"role",
				"line",
				"file.folder",
			],
			rows: [
				["[[SSH]]", ["[[T1021.004 - SSH]]", "T9999"], ["[[T1021.004 - SSH]]", "T9999"], "high"]
					.concat([...["sigma", "sigma", "full", "indicator"]] as never[])
					.concat([15, "Rules"] as never[]),
			],
		});
	});

	test("counts who looks for the same in the whole vault", () => {
		expect(
			rowsOf('TABLE WITHOUT ID value, indicator, reach FROM predicates AND "Rules/Copies"'),
		).toEqual([
			["\\ssh.exe", true, 2],
			[1, false, null],
		]);
	});

	test("is narrowed down by the notes that other sources name", () => {
		expect(rowsOf('LIST FROM #T1021_004 and (predicates and -"Rules/Copies")')).toHaveLength(6);
		expect(rowsOf("LIST FROM predicates and runbooks")).toEqual([]);
	});

	test("sees none of its fields change type where a note has a property of that name", () => {
		const odd = openNotes({
			"a.md": (NOTES["Rules/SSH.md"] ?? "").replace(
				"level: high",
				"level: high\nvalue: mine\nline: x",
			),
		});
		expect(askRecords(odd, "LIST value FROM predicates LIMIT 1").rows).toEqual([
			["[[a]]", "\\ssh.exe"],
		]);
	});
});

describe("FROM events, exclusions and tests", () => {
	test("gives the events that rules read", () => {
		expect(
			rowsOf(
				'TABLE WITHOUT ID rule, provider, event, title, canonical FROM events AND "Rules/SSH"',
			),
		).toContainEqual(["[[SSH]]", "Sysmon", 1, "Process creation", "process.create"]);
	});

	test("gives conjunctions that are excluded as one row", () => {
		expect(
			rowsOf("TABLE WITHOUT ID rule, exclusion, parts.field, parts.value FROM exclusions"),
		).toEqual([
			[
				"[[SSH]]",
				'process.parent.executable ends_with "\\cmd.exe" and user.name eq "svc"',
				["User", "ParentImage"],
				["svc", "\\cmd.exe"],
			],
		]);
	});

	test("gives the atomic tests of runbooks with a link to their place", () => {
		expect(
			rowsOf(
				"TABLE WITHOUT ID runbook, name, guid, executor, elevation, platforms, line, technique FROM tests",
			),
		).toEqual([
			[
				"[[SSH#t-1f0b3c52|Open a $session]]",
				...["Open a $session", "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01", "sh", true],
				...[["Linux", "macOS"], 8, ["[[T1021.004 - SSH]]"]],
			],
			[
				"[[SSH#Test Close it 2f0b3c52|Close it]]",
				...["Close it", "2f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01", "manual", false],
				...[[], 17, ["[[T1021.004 - SSH]]"]],
			],
		]);
	});
});

describe("records in the wrong place", () => {
	test.each([
		["LIST FROM predicates or #a", 11, "predicates and (… or …)"],
		["LIST FROM #a and -events", 19, "cannot be left out"],
		["LIST FROM #a or (#b and tests)", 25, "and (… or …)"],
		["LIST FROM predicates and events", 26, "a query of its own"],
		["TASK FROM predicates", 11, "by TABLE or LIST"],
	])("%s is refused there", (query, column, message) => {
		const { error } = askRecords(vault, query);
		expect(error).toMatchObject({ kind: "execution", line: 1, column });
		expect(error?.message).toContain(message);
	});

	test("without a library there is no answer yet", () => {
		const outcome = runQuery(vault.index, "LIST FROM events", { origin: null, now: 0 });
		expect(outcome).toMatchObject({
			type: "error",
			error: { kind: "execution", line: 1, column: 11, message: /still being read/ },
		});
	});

	test("a query says beforehand whether it needs one", () => {
		expect(queryNeedsRecords("LIST FROM #a AND predicates")).toBe(true);
		expect(queryNeedsRecords("EXPLAIN LIST FROM -tests")).toBe(true);
		expect(queryNeedsRecords("LIST FROM rules")).toBe(false);
		expect(queryNeedsRecords("LIST FRM predicates")).toBe(false);
		expect(queryNeedsRecords("= 1")).toBe(false);
	});
});

test("a row that fails is named with its note", () => {
	const { failed } = askRecords(vault, "LIST value + 1 FROM predicates WHERE lower(value) != 1");
	expect(failed).toEqual([expect.objectContaining({ note: "Rules/Copies.md", column: "WHERE" })]);
});
