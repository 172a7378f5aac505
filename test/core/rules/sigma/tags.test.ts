import { expect, test } from "vitest";
import { readSigmaTags } from "../../../../src/core/rules/sigma/sigma-tags";

test.each([
	["attack.t1021.004", "T1021.004"],
	["attack.T1021_004", "T1021.004"],
	["attack/T1021/004", "T1021.004"],
	["attack.t1021", "T1021"],
	["t1021.004", "T1021.004"],
])("%s is the technique %s", (tag, id) => {
	expect(readSigmaTags([tag])).toEqual({
		techniques: [id],
		tactics: [],
		others: [],
		malformed: [],
	});
});

test.each([
	["attack.lateral_movement", "lateral-movement"],
	["attack.lateral-movement", "lateral-movement"],
	["attack.ta0008", "TA0008"],
	["attack.command_and_control", "command-and-control"],
])("%s is the tactic %s", (tag, tactic) => {
	expect(readSigmaTags([tag]).tactics).toEqual([tactic]);
});

test.each(["attack.g0032", "attack.s0002", "attack.ds0009", "cve.2021-44228", "anything"])(
	"%s is another tag",
	(tag) => {
		expect(readSigmaTags([tag, tag])).toEqual({
			techniques: [],
			tactics: [],
			others: [tag],
			malformed: [],
		});
	},
);

test("an id that is none is kept and named", () => {
	expect(readSigmaTags(["attack.t123"])).toMatchObject({
		others: ["attack.t123"],
		malformed: ["attack.t123"],
	});
});
