import { expect, test } from "vitest";
import {
	findTechniqueIds,
	normaliseTechniqueId,
	parentTechniqueId,
	techniqueTag,
} from "../../../src/core/text/technique-ids";

test.each([
	["T1021.004", "T1021.004"],
	["t1021_004", "T1021.004"],
	["T1021/004", "T1021.004"],
	[" T1021 ", "T1021"],
	["T102", undefined],
	["TA0008", undefined],
	["T1021.0040", undefined],
	["XT1021", undefined],
])("%s is the id %s", (text, id) => {
	expect(normaliseTechniqueId(text)).toBe(id);
});

test("finds ids in every spelling, in order, without doubles", () => {
	const text =
		"attack.t1059.001, #T1021_004 https://attack.mitre.org/techniques/T1021/004/ T1003 xT1234 T99999";
	expect(findTechniqueIds(text)).toEqual(["T1059.001", "T1021.004", "T1003"]);
});

test("gives the parent and the tag", () => {
	expect(parentTechniqueId("T1021.004")).toBe("T1021");
	expect(parentTechniqueId("T1021")).toBe("T1021");
	expect(techniqueTag("T1021.004")).toBe("T1021_004");
});
