import { expect, test } from "vitest";
import { readRuleFile } from "../../../../src/core/rules/read-rule-file";
import { openFixture, readText } from "../read-fixture";

test("in a folder of lists every text is one, without its comments", () => {
	expect(readRuleFile(openFixture("yara-l/reference_lists/admin_tools"))).toEqual({
		kind: "context",
		contexts: [
			{
				what: "reference-list",
				name: "admin_tools",
				values: ["psexec.exe", "Juicy Potato", "paexec.exe"],
			},
		],
		problems: [],
	});
});

test("elsewhere a list is known by its indicators", () => {
	expect(readRuleFile(openFixture("yara-l/ranges.txt"))).toMatchObject({
		kind: "context",
		contexts: [{ name: "ranges", values: ["10.0.0.0/8", "192.168.0.0/16"] }],
	});
	expect(readRuleFile(openFixture("yara-l/notes.txt")).kind).toBe("none");
	expect(readText("docs/words.txt", "one\ntwo\n").kind).toBe("none");
});

test("a list that was given alone may hold any words", () => {
	expect(readText("tool_regex", "^mimi.*$\nrubeus\\.exe\n")).toMatchObject({
		kind: "context",
		contexts: [{ name: "tool_regex", values: ["^mimi.*$", "rubeus\\.exe"] }],
	});
});
