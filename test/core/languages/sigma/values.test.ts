import { describe, expect, test } from "vitest";
import { isFull } from "../query-building";
import { readDetection, readEntry } from "./read-sigma";

describe("a Sigma value", () => {
	test.each([
		["Image: cmd.exe", ['Image eq~ "cmd.exe"']],
		["EventID: 4624", ["EventID eq~ 4624"]],
		["EventID: '4624'", ['EventID eq~ "4624"']],
		["Code: 00429", ['Code eq~ "00429"']],
		["Ratio: 1.5", ["Ratio eq~ 1.5"]],
		["Binary: 530065006e0073006500", ['Binary eq~ "530065006e0073006500"']],
		["Image|endswith: .inf", ['Image ends_with~ ".inf"']],
		["Initiated: true", ["Initiated eq~ true"]],
		["User: null", ["User is_null~"]],
		["User: ~", ["User is_null~"]],
		["User:", ["User is_null~"]],
		["User: []", ["User is_null~"]],
		["User: ''", ['User eq~ ""']],
		["User: '*'", ["User exists~"]],
		["User: '**'", ["User exists~"]],
		["User: '?*'", ['User wildcard~ "?*"']],
		["Destination Host.name: a", ['Destination Host.name eq~ "a"']],
	])("of the entry %s means %j", (entry, expected) => {
		expect(readEntry(entry)).toEqual(expected);
	});

	test.each([
		["'*a*'", 'F contains~ "a"'],
		["'a*'", 'F starts_with~ "a"'],
		["'*a'", 'F ends_with~ "a"'],
		["'a*b'", 'F wildcard~ "a*b"'],
		["'*a?'", 'F wildcard~ "*a?"'],
		["'**a'", 'F ends_with~ "a"'],
	])("with wildcards, %s, comes down to the plainest operator", (value, expected) => {
		expect(readEntry(`F: ${value}`)).toEqual([expected]);
	});

	test.each([
		[String.raw`C:\Windows\a.exe`, String.raw`C:\Windows\a.exe`, "eq"],
		[String.raw`C:\\Windows\\a.exe`, String.raw`C:\Windows\a.exe`, "eq"],
		[String.raw`\\\\host\share`, String.raw`\\host\share`, "eq"],
		[String.raw`\\host\share`, String.raw`\host\share`, "eq"],
		[String.raw`\\\host`, String.raw`\\host`, "eq"],
		[String.raw`a\*b`, "a*b", "eq"],
		[String.raw`a\?b`, "a?b", "eq"],
		[String.raw`a\\*`, "a\\", "starts_with"],
		[String.raw`a\\\*`, String.raw`a\*`, "eq"],
		[String.raw`a\\\\*`, String.raw`a\\`, "starts_with"],
		[String.raw`*\AppData\*`, String.raw`\AppData*`, "ends_with"],
		[String.raw`*\AppData\\*\a*`, String.raw`*\AppData\*\a*`, "wildcard"],
		// As pySigma shows them: a literal star has a backslash, a literal backslash none.
		[String.raw`C:\\*\x`, String.raw`C:\*\x`, "wildcard"],
		[String.raw`C:\\?\x`, String.raw`C:\?\x`, "wildcard"],
		[String.raw`C:\\\\*\x`, String.raw`C:\\*\x`, "wildcard"],
		[String.raw`C:\*\x*y`, String.raw`C:\*\x*y`, "wildcard"],
		[String.raw`C:\\\*\x*y`, String.raw`C:\\*\x*y`, "wildcard"],
		[String.raw`*C:\\*`, "C:\\", "contains"],
		[String.raw`*\\`, "\\", "ends_with"],
		["a\\", "a\\", "eq"],
		[String.raw`a\nb`, String.raw`a\nb`, "eq"],
	])("written %s has its backslashes read", (written, value, op) => {
		expect(readEntry(`F: '${written}'`)).toEqual([`F ${op}~ ${JSON.stringify(value)}`]);
	});

	test("of a list is an alternative in one predicate, whatever its type", () => {
		expect(readEntry("F: [a, 1, true, b]")).toEqual(['F eq~ "a" 1 true "b"']);
	});

	test("of a list whose wildcards differ is split by operator, in order", () => {
		const parsed = readDetection([
			"sel:",
			"  F: ['a*', b, '*c', 'd*', null, '']",
			"condition: sel",
		]);
		expect(parsed.detection).toMatchObject({
			condition: {
				kind: "or",
				name: "sel",
				parts: [
					{ predicate: { op: "starts_with", terms: [{ value: "a" }, { value: "d" }] } },
					{ predicate: { op: "eq", terms: [{ value: "b" }, { value: "" }] } },
					{ predicate: { op: "ends_with", terms: [{ value: "c" }] } },
					{ predicate: { op: "is_null", terms: [] } },
				],
			},
		});
	});

	test("that is a table or a list is kept as opaque, and what stands beside it stays", () => {
		const parsed = readDetection(["sel:", "  F: [a, [b, c]]", "  G: 1", "condition: sel"]);
		expect(isFull(parsed)).toBe(false);
		expect(parsed.tokens).toEqual({ total: 5, unconsumed: 2 });
		expect(parsed.detection).toMatchObject({
			condition: {
				kind: "and",
				parts: [
					{ kind: "or", parts: [{ kind: "predicate" }, { kind: "opaque", text: "[b, c]" }] },
					{ kind: "predicate" },
				],
			},
		});
	});
});
