import { describe, expect, it } from "vitest";
import type { IdentifiedKind } from "../../../../src/core/notes/identity/note-identity";
import {
	CALLOUT_TECHNIQUE,
	CATALOGUE_RULE,
	CATALOGUE_RUNBOOK,
	CATALOGUE_TECHNIQUE,
	identifyFixture,
} from "../foreign/note-fixtures";

const SHAPES: readonly (readonly [string, IdentifiedKind, string, string])[] = [
	[CATALOGUE_TECHNIQUE, "technique", "T1070.003", "marked"],
	[CATALOGUE_RULE, "rule", "0c1d2e3f-4a5b-4c6d-8e7f-901a2b3c4d5e", "marked"],
	[CATALOGUE_RUNBOOK, "runbook", "T1070.003", "marked"],
	[CALLOUT_TECHNIQUE, "technique", "T1070.003", "marked"],
	[
		"path-links/kb/mitre/attack/techniques/T1070.003-Clear_Command_History.md",
		"technique",
		"T1070.003",
		"marked",
	],
	[
		"flat/kb/attack/techniques/T1070.003-clear_command_history.md",
		"technique",
		"T1070.003",
		"marked",
	],
	["plain-names/techniques/Clear Command History.md", "technique", "T1070.003", "marked"],
	[
		"no-front-matter/Box/T1070.003 - Clear Command History.md",
		"technique",
		"T1070.003",
		"inferred",
	],
	["no-front-matter/Box/T1070.003.md", "runbook", "T1070.003", "inferred"],
	[
		"no-front-matter/Box/History File Emptied.md",
		"rule",
		"0c1d2e3f-4a5b-4c6d-8e7f-901a2b3c4d5e",
		"inferred",
	],
];

describe("notes in other vaults' shapes", () => {
	it.each(SHAPES)("%s is a %s", (path, kind, id, certainty) => {
		expect(identifyFixture(path)).toMatchObject({
			kind,
			id,
			certainty,
			broken: null,
			problems: [],
		});
	});
});

describe("notes that are none of the kinds", () => {
	it.each([
		"callout/Tactics/Stealth - TA0005.md",
		"plain-names/mitigations/Restrict Histories.md",
		"other/Incident 2026-03-04 T1070.003.md",
		"other/Overview.md",
		"README.md",
	])("%s is left alone", (path) => {
		expect(identifyFixture(path)).toMatchObject({ kind: null, id: null, problems: [] });
	});

	it("a record of a run is an execution, not the technique or runbook that it names", () => {
		expect(identifyFixture("other/2026-03-04 0920 T1070.003 1f0b3c52.md")).toMatchObject({
			kind: "execution",
			id: "run-1",
		});
	});
});
