import { describe, expect, it } from "vitest";
import { readTactic, splitList } from "../../../../src/core/notes/foreign/split-list";

describe("lists of other vaults", () => {
	it.each([
		[["Linux", "macOS"]],
		[["Linux, macOS"]],
		[["Linux - macOS"]],
		[["Linux", " macOS ", "Linux", "", "none"]],
	])("%j are two platforms", (values) => {
		expect(splitList(values)).toEqual(["Linux", "macOS"]);
	});

	it.each([
		["Lateral Movement", "lateral-movement"],
		["_Lateral_Movement", "lateral-movement"],
		["lateral-movement", "lateral-movement"],
		["attack.lateral_movement", "lateral-movement"],
		["attack/tactic/lateral_movement", "lateral-movement"],
		["[[Command & Control]]", "command-and-control"],
		["TA0008", "TA0008"],
		["attack.ta0008", "TA0008"],
		["T1021", undefined],
		["", undefined],
	])("%s is the tactic %s", (text, tactic) => {
		expect(readTactic(text)).toBe(tactic);
	});
});
