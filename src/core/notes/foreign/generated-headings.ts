import type { NoteKind } from "../../model/note";
import { comparable } from "../../text/comparable";

/**
 * Headings that generators write into every note of a kind: our own notes', the catalogue vault's, and those of three public
 * generators of ATT&CK vaults (2023 to 2026). Everything else is an author's.
 */
const HEADINGS: Readonly<Record<NoteKind, ReadonlySet<string>>> = {
	technique: comparables([
		"Description",
		"Detection",
		"Defenses Bypassed",
		"Defense Bypassed",
		"Data Sources",
		"Data Components",
		"Detection Rule",
		"Detection Rules",
		"Rule Testing",
		"Detection Strategy",
		"Detection Strategies",
		"Procedure Examples",
		"Procedures",
		"Mitigations",
		"Groups",
		"Software",
		"Groups and Software",
		"Campaigns",
		"Sub-techniques",
		"Targeted Assets",
		"Tactic",
		"Tactics",
		"Platforms",
		"Permissions Required",
		"Effective Permissions",
		"References",
		"D3FEND",
		"Workspace",
	]),
	rule: comparables([
		"Description",
		"Techniques",
		"Rule",
		"False positives",
		"Tests",
		"Related rules",
		"References",
		"Settings",
		"Deprecation",
		"Setup",
		"Investigation guide",
		"Explanation",
		"How to implement",
		"Risk",
		"Drilldown searches",
		"Log source",
		"Taxonomy",
		"Trigger",
		"Recommended actions",
		"Hunting notes",
	]),
	runbook: comparables([
		"Description from ATT&CK",
		"Atomic Tests",
		"Inputs",
		"Prerequisites",
		"Run",
		"Cleanup",
		"Cleanup Commands",
		"Check Prereq Commands",
		"Get Prereq Commands",
		"Run it with these steps!",
	]),
};

/** Starts of headings that go on with a name. */
const STARTS: Readonly<Record<NoteKind, RegExp | null>> = {
	technique: null,
	rule: null,
	runbook:
		/^(?:Test:|Atomic Test #\d|\[Description from ATT&CK\]|Attack Commands:|Run it with|Dependencies:|Description:)/,
};

/** Sections whose text upstream wrote, with headings of its own in it. */
const WITH_HEADINGS: Readonly<Record<NoteKind, RegExp | null>> = {
	technique: null,
	rule: /^(?:Setup|Investigation guide|How to implement|Explanation|Hunting notes)$/i,
	runbook: /^Atomic Test #\d/,
};

/** Whether whatever heading stands below this one is the generator's too. */
export function holdsGeneratedHeadings(kind: NoteKind, heading: string): boolean {
	return WITH_HEADINGS[kind]?.test(heading) === true;
}

/** Whether a heading is one that a generator writes into every note of the kind. */
export function isGeneratedHeading(kind: NoteKind, heading: string): boolean {
	return HEADINGS[kind].has(comparable(heading)) || STARTS[kind]?.test(heading) === true;
}

function comparables(headings: readonly string[]): ReadonlySet<string> {
	return new Set(headings.map(comparable));
}
