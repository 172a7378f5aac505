import fc from "fast-check";
import { expect, test } from "vitest";
import { splitJsonValues } from "../../../src/core/rules/json-values";

test("objects of a list are found with their own texts and lines", () => {
	const text = '[\n  {"a": "}]"},\n  {"b": [{"c": 1}]}\n]';
	expect(splitJsonValues(text, 1)).toEqual([
		{ text: '{"a": "}]"}', line: 2 },
		{ text: '{"b": [{"c": 1}]}', line: 3 },
	]);
});

test("objects one behind the other are found", () => {
	expect(splitJsonValues('{"a":1}\n{"b":"\\"}"}', 0).map(({ text }) => text)).toEqual([
		'{"a":1}',
		'{"b":"\\"}"}',
	]);
});

test("the objects of any list are what parsing the whole gives", () => {
	fc.assert(
		fc.property(fc.array(fc.dictionary(fc.string(), fc.jsonValue())), fc.nat(2), (list, space) => {
			const found = splitJsonValues(JSON.stringify(list, null, space), 1);
			expect(found.map(({ text }) => JSON.stringify(JSON.parse(text)))).toEqual(
				list.map((value) => JSON.stringify(value)),
			);
		}),
	);
});
