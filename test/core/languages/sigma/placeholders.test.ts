import { describe, expect, test } from "vitest";
import { NO_CONTEXT } from "../query-building";
import { readDetection, readEntry } from "./read-sigma";

const context = {
	...NO_CONTEXT,
	list: (name: string) => (name === "admins" ? ["root", "adm_*"] : undefined),
};

describe("Sigma placeholders", () => {
	test("are text where expand does not ask for them", () => {
		expect(readEntry("User: '%admins%'", context)).toEqual(['User eq~ "%admins%"']);
	});

	test("are lists by name, with the entries that are known", () => {
		expect(readEntry("User|expand: '%admins%'", context)).toEqual([
			'User eq~ {"list":"admins","entries":["root","adm_*"]}',
		]);
		expect(readEntry("User|contains|expand: ['%others%', x]")).toEqual([
			'User contains~ {"list":"others"} "x"',
		]);
		expect(readEntry("User|expand: '*\\%others%'")).toEqual(['User ends_with~ "%others%"']);
	});

	test("keep the wildcards around them", () => {
		expect(readEntry("User|expand: '*%others%'")).toEqual(['User ends_with~ {"list":"others"}']);
		expect(readEntry("User|endswith|expand: '%others%*'")).toEqual([
			'User contains~ {"list":"others"}',
		]);
	});

	test("that nothing defines are reported once and lower nothing", () => {
		const parsed = readDetection(["a:", "  User|expand: ['%others%', '%others%']", "condition: a"]);
		expect(parsed.problems).toMatchObject([{ code: "query-undefined", severity: "info" }]);
		expect(parsed.tokens.unconsumed).toBe(0);
	});

	test("among text give a value for each entry", () => {
		expect(readEntry("Path|expand: 'a%admins%b'", context)).toEqual([
			'Path eq~ "arootb"',
			'Path wildcard~ "aadm_*b"',
		]);
	});

	test("among text stay as written where nothing defines them", () => {
		expect(readEntry("Path|expand: 'a%others%b'")).toEqual(['Path eq~ "a%others%b"']);
	});

	test("may be search words", () => {
		expect(readEntry("'|expand': '%others%'")).toEqual(['* match~ {"list":"others"}']);
	});

	test("a percent sign behind a backslash is one", () => {
		expect(readEntry("F|expand: '\\%plain%others%'")).toEqual(['F eq~ "%plain%others%"']);
	});
});
