import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findJsonFault } from "../../../src/core/formats/json-fault";

/** What makes up JSON, and a little more. */
const signs = Array.from('{}[],:"\\u0a1.-e tnrul');

function parses(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

describe("findJsonFault", () => {
	it.each([
		["", 0, "the text is empty"],
		["  \n", 0, "the text is empty"],
		['{"a": 1', 7, "the text ends before the last bracket is closed"],
		['{"a": "b', 8, "the text ends in the middle of a string"],
		['["\\', 3, "the text ends in the middle of a string"],
		["[1,]", 3, 'unexpected "]"'],
		['{"a" 1}', 5, 'unexpected "1"'],
		["[1}", 2, 'unexpected "}"'],
		['{"a": undefined}', 6, 'unexpected "u"'],
		["[tru", 4, "the text ends before the last bracket is closed"],
		['["a\nb"]', 3, "a string holds a control character"],
		['["\\x"]  ', 2, "a string holds an unknown escape"],
		["[] []", 3, 'unexpected "["'],
		["[01]", 2, 'unexpected "1"'],
	])("%j", (text, offset, reason) => {
		expect(findJsonFault(text)).toEqual({ offset, reason });
	});

	it("finds a fault exactly where JSON.parse does", () => {
		const cut = fc
			.tuple(fc.json(), fc.nat(), fc.constantFrom("", ",", "}", '"', "\\", "x", "1", "\n"))
			.map(
				([text, at, sign]) =>
					text.slice(0, at % (text.length + 1)) + sign + text.slice(at % (text.length + 1)),
			);
		const short = fc.string({ unit: fc.constantFrom(...signs), maxLength: 12 });
		fc.assert(
			fc.property(fc.oneof(fc.json(), cut, short), (text) => {
				expect(findJsonFault(text) === undefined).toBe(parses(text));
			}),
			{ numRuns: 2000 },
		);
	});
});
