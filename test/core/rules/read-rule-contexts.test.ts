import { expect, test } from "vitest";
import { readRuleContexts } from "../../../src/core/rules/read-rule-contexts";

const read = (text: string) => readRuleContexts("data/rule-context.json", text);

test("macros and lists are read, what is neither is passed over", () => {
	const list = { what: "reference-list", name: "admins", values: ["a", "b"] };
	expect(
		read(JSON.stringify([list, { what: "else", name: "x" }, { what: "splunk-macro" }, 1])),
	).toEqual({
		contexts: [list],
		problems: [],
	});
});

test("a text that is no JSON is told with file and line", () => {
	expect(read("[\n<<<<<<< ours\n]")).toMatchObject({
		contexts: [],
		problems: [{ file: "data/rule-context.json", line: 2, code: "read-syntax" }],
	});
});

test("JSON that is no list is told", () => {
	expect(read("{}").problems).toMatchObject([{ code: "read-unrecognised", line: null }]);
});
