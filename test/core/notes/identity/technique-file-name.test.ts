import { expect, test } from "vitest";
import { readTechniqueFileName } from "../../../../src/core/notes/identity/technique-file-name";

test.each([
	["T1021.004", "T1021.004", "", ""],
	["T1021.004 - SSH", "T1021.004", " - ", "SSH"],
	["T1021_004_SSH", "T1021_004", "_", "SSH"],
	["SSH (T1021.004)", "T1021.004", " (", "SSH"],
])("%j names a technique at its start or end", (name, spelling, separator, title) => {
	expect(readTechniqueFileName(name)).toEqual({ spelling, separator, title });
});

test.each(["SSH", "T1021 or T1105", "T1021.004 - SSH (T1105)", "Why T1021 matters"])(
	"%j names none, or more than one, or speaks of one",
	(name) => {
		expect(readTechniqueFileName(name)).toBeUndefined();
	},
);
