import { expect, test } from "vitest";
import { EMPTY_ATTACK_DATA } from "../../../src/core/attack/attack-data";
import { createTechniqueResolver } from "../../../src/core/attack/technique-resolver";
import { askRecords, NOTES, openNotes } from "./support/records-vault";

const techniques = createTechniqueResolver({
	...EMPTY_ATTACK_DATA,
	techniques: [
		{
			id: "T1021.004",
			name: "SSH",
			parent: "T1021",
			parentName: "Remote Services",
			domain: "enterprise",
			tactics: ["lateral-movement"],
		},
	],
	retired: [
		{ id: "T1184", name: "SSH hijacking", successor: "T1021.004", url: null },
		{ id: "T1061", name: "Graphical interface", successor: null, url: null },
	],
});

const OLD = `---
runbook_id: old
title: Old ids
techniques: [T1184, T1021.004, T1061, t9999]
tags: [atomic_test]
---
## Test: One
- GUID: 3f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01
`;

const QUERY = 'TABLE WITHOUT ID techniques FROM tests AND "Runbooks/Old"';

test("a record links to a revoked technique's successor, each technique once", () => {
	const vault = openNotes({ ...NOTES, "Runbooks/Old.md": OLD });
	expect(askRecords(vault, QUERY, techniques).rows).toEqual([
		[["[[T1021.004 - SSH]]", "T1061", "T9999"]],
	]);
});

test("without knowledge of ATT&CK an id means itself", () => {
	const vault = openNotes({ ...NOTES, "Runbooks/Old.md": OLD });
	expect(askRecords(vault, QUERY).rows).toEqual([
		[["T1184", "[[T1021.004 - SSH]]", "T1061", "T9999"]],
	]);
});
