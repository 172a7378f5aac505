import { describe, expect, test } from "vitest";
import { parseKuery } from "../../../../src/core/languages/kuery/parse-kuery";
import { conditionOf, isFull, NO_CONTEXT, showPredicates } from "../query-building";

const show = (text: string): readonly string[] => {
	const parsed = parseKuery(text, NO_CONTEXT);
	expect(parsed.problems).toEqual([]);
	expect(isFull(parsed)).toBe(true);
	return showPredicates(parsed);
};

describe("values", () => {
	test.each([
		["agent.type: filebeat", ['agent.type eq "filebeat"']],
		["agent.type : filebeat", ['agent.type eq "filebeat"']],
		['agent.type:"file beat"', ['agent.type eq "file beat"']],
		["message: disk is full", ['message eq "disk is full"']],
		["process.pid: 4711", ["process.pid eq 4711"]],
		["score: -0.5", ["score eq -0.5"]],
		["is.new: true and is.old: false", ["is.new eq true", "is.old eq false"]],
		['is.new: "true" and code: "12"', ['is.new eq "true"', 'code eq "12"']],
		["user.id: null", ["user.id is_null"]],
		["code: 0042", ['code eq "0042"']],
		["host.ip: 10.0.0.1", ['host.ip eq "10.0.0.1"']],
		["@timestamp: 2026-01-05", ['@timestamp eq "2026-01-05"']],
		['"odd field": a', ['odd field eq "a"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("wildcards stand in unquoted values alone", () => {
	test.each([
		["file.path: *", ["file.path exists"]],
		["file.path: /tmp/*", ['file.path starts_with "/tmp/"']],
		["file.name: *.key", ['file.name ends_with ".key"']],
		["file.name: *secret*", ['file.name contains "secret"']],
		["file.name: a*z", ['file.name wildcard "a*z"']],
		['file.name: "*.key"', ['file.name eq "*.key"']],
		["file.name: what?", ['file.name eq "what?"']],
		["file.name: \\*.key", ['file.name eq "*.key"']],
		["title: *blue moon*", ['title contains "blue moon"']],
		["process.*: curl", ['process.* eq "curl"']],
		["process.*: *", ["process.* exists"]],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("escapes", () => {
	test.each([
		["user.id: *\\:x-*", ['user.id contains ":x-"']],
		["path: C\\:\\\\Temp\\\\*", ['path starts_with "C:\\\\Temp\\\\"']],
		['text: "say \\"hi\\"\\n"', ['text eq "say \\"hi\\"\\n"']],
		["letter: \\u0041\\u00df", ['letter eq "A\u00df"']],
		["word: \\and", ['word eq "and"']],
		["word: a \\or b", ['word eq "a or b"']],
		["tab: a\\tb\\{\\}", ['tab eq "a\\tb{}"']],
		['path: "D:\\Data"', ['path eq "D:\\\\Data"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("ranges", () => {
	test("compare with numbers, dates and quoted values", () => {
		expect(show('a > 5 and b >= 1.5 and c < now-1d and d <= "2026-01-01"')).toEqual([
			"a gt 5",
			"b ge 1.5",
			'c lt "now-1d"',
			'd le "2026-01-01"',
		]);
	});
});

describe("lists of values", () => {
	test.each([
		["a: (x or y or z)", ['a eq "x" "y" "z"']],
		["a: (x and y)", ['a eq "x"', 'a eq "y"']],
		["a: (x or y*) ", ['a eq "x"', 'a starts_with "y"']],
		["a: (x* or y or z* or w)", ['a starts_with "x" "z"', 'a eq "y" "w"']],
		["a: (not x)", ['!a eq "x"']],
		["a: not x", ['!a eq "x"']],
		["a: (* and not (x or y*))", ["a exists", '!a eq "x"', '!a starts_with "y"']],
		["a: ((x or y) and not z)", ['a eq "x" "y"', '!a eq "z"']],
		['a: (1 or "1" or true)', ['a eq 1 "1" true']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test("end with their bracket: an `or` behind a bare value joins conditions", () => {
		expect(show("a: x or y")).toEqual(['a eq "x"', '* match "y"']);
	});
});

describe("conditions", () => {
	test("bind not before and before or, in any case", () => {
		const { detection } = parseKuery("NOT a: 1 AND b: 2 Or c: 3", NO_CONTEXT);
		expect(detection).toMatchObject({
			condition: { kind: "or", parts: [{ kind: "and", parts: [{ kind: "not" }, {}] }, {}] },
		});
	});

	test("nested fields stand under their path", () => {
		expect(show('items: { name: "x" and tags: { key: (a or b) } } and z: 1')).toEqual([
			'items.name eq "x"',
			'items.tags.key eq "a" "b"',
			"z eq 1",
		]);
	});

	test("a value without a field is looked for everywhere", () => {
		expect(show('error "disk full"'.replace(" ", " or "))).toEqual([
			'* match "error"',
			'* match "disk full"',
		]);
		expect(show("some words and fail*")).toEqual(['* match "some words"', '* starts_with "fail"']);
	});

	test.each([
		['*: "evil"', ['* match "evil"']],
		["*:(evil or bad*) and not *:x", ['* match "evil"', '* starts_with "bad"', '!* match "x"']],
	])("%s is looked for in all fields", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});

	test.each(["", "  \n", "*", "*:*"])("%j restricts nothing", (text) => {
		expect(conditionOf(parseKuery(text, NO_CONTEXT))).toEqual({ kind: "always" });
	});

	test("keywords are values where no condition can be joined", () => {
		expect(show("a: or")).toEqual(['a eq "or"']);
		expect(show("not: x")).toEqual(['not eq "x"']);
	});
});

describe("lists of values", () => {
	test.each([
		["a: (x or y* or *z or 5 or w)", ['a eq "x" 5 "w"', 'a starts_with "y"', 'a ends_with "z"']],
		["a: (x or y and not z)", ['a eq "x"', 'a eq "y"', '!a eq "z"']],
		["a: (* or null)", ["a exists", "a is_null"]],
		["a: ((x or y) or z)", ['a eq "x" "y" "z"']],
		["a: (one two or \\or)", ['a eq "one two" "or"']],
	])("%s", (text, expected) => {
		expect(show(text)).toEqual(expected);
	});
});

describe("spans", () => {
	test("a predicate covers its whole comparison, a term its value", () => {
		const text = 'x: 1 and name: (alpha or "beta")';
		const condition = conditionOf(parseKuery(text, NO_CONTEXT));
		const second = condition.kind === "and" ? condition.parts[1] : undefined;
		if (second?.kind !== "predicate") throw new Error("no predicate");
		const { span, terms } = second.predicate;
		expect(text.slice(span.start, span.end)).toBe('name: (alpha or "beta")');
		expect(terms.map(({ at }) => at)).toEqual([text.indexOf("alpha"), text.indexOf('"beta"')]);
	});
});

describe("what breaks the grammar", () => {
	test("a missing operator is reported and read as and", () => {
		const parsed = parseKuery("a: x b: y", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['a eq "x"', 'b eq "y"']);
		expect(parsed.problems).toMatchObject([{ code: "query-syntax", span: { start: 5, end: 6 } }]);
	});

	test.each([
		['a == "b" and c: 1', ["c eq 1"]],
		['a in ("b", "c") and d: 1', ["d eq 1"]],
		['a like "b*" or d: 1', ["d eq 1"]],
	])("%s invents nothing", (text, expected) => {
		const parsed = parseKuery(text, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(expected);
		expect(parsed.problems.length).toBeGreaterThan(0);
		expect(isFull(parsed)).toBe(false);
	});

	test("signs in front of a condition are reported and read as operators, elsewhere they are words", () => {
		const parsed = parseKuery("a: x y && b: 1 || (c: 2 and d: p && q)", NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual(['a eq "x y"', "b eq 1", "c eq 2", 'd eq "p && q"']);
		expect(conditionOf(parsed)).toMatchObject({ kind: "or", parts: [{ kind: "and" }, {}] });
		expect(parsed.problems.map(({ span }) => span.start)).toEqual([7, 15]);
		expect(isFull(parsed)).toBe(true);
	});

	test("a backslash that escapes nothing is reported at its place and kept", () => {
		const parsed = parseKuery(String.raw`a: x\\y\:z or b: p\q`, NO_CONTEXT);
		expect(showPredicates(parsed)).toEqual([String.raw`a eq "x\\y:z"`, String.raw`b eq "p\\q"`]);
		expect(parsed.problems).toMatchObject([{ severity: "warning", span: { start: 18, end: 19 } }]);
	});

	test.each([
		["a: (x or y", ['a eq "x" "y"']],
		["a: x) and b: y", ['a eq "x"', 'b eq "y"']],
		["a: x and", ['a eq "x"']],
		["a: and: b: x", []],
		['a: "open', ['a eq "open"']],
		['a: ("open', ['a eq "open"']],
		["a: () and b: 1", ["b eq 1"]],
		["a: (x or ) and b: 1", ['a eq "x"', "b eq 1"]],
		["a: : x", []],
		["()", []],
	])("%s keeps what is understood", (text, expected) => {
		const parsed = parseKuery(text, NO_CONTEXT);
		if (expected.length > 0) expect(showPredicates(parsed)).toEqual(expected);
		expect(parsed.problems.length).toBeGreaterThan(0);
	});
});
