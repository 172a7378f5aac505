import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBundleJson } from "../../../src/core/attack/parse-bundle-json";
import { finishSteps } from "../../../src/core/text/steps";

function parseInPieces(text: string): unknown {
	return finishSteps(parseBundleJson(text, 8));
}

function outcomeOf(parse: (text: string) => unknown, text: string): unknown {
	try {
		return parse(text);
	} catch {
		return "refused";
	}
}

describe("a bundle parsed in pieces", () => {
	test("is what JSON.parse gives, whatever it holds", () => {
		const bundle = fc.record({
			before: fc.jsonValue(),
			objects: fc.array(fc.jsonValue({ maxDepth: 3 })),
			after: fc.jsonValue(),
		});
		fc.assert(
			fc.property(bundle, fc.constantFrom(0, 1, "\t"), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				expect(parseInPieces(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: 500 },
		);
	});

	test("refuses what JSON.parse refuses, wherever the text is damaged", () => {
		const whole = JSON.stringify({
			type: "bundle",
			objects: [{ a: 'quote " and \\ and ] }' }, [1, [2]], "x,y", 3, null],
			end: { objects: [1] },
		});
		fc.assert(
			fc.property(
				fc.nat(whole.length),
				fc.constantFrom("", ",", "]", "}", '"', "{", "\\"),
				(at, sign) => {
					const text = whole.slice(0, at) + sign + whole.slice(at + 1);
					expect(outcomeOf(parseInPieces, text)).toEqual(outcomeOf(JSON.parse, text));
				},
			),
			{ numRuns: 2000 },
		);
	});

	test("takes the list of the top level, not one that a nested object calls the same", () => {
		const text = '{"inner": {"objects": [1, 2, 3]}, "objects": [4, 5, 6]}';
		expect(parseInPieces(text)).toEqual(JSON.parse(text));
	});

	test("yields between pieces", () => {
		const steps = parseBundleJson(`{"objects": [${"{}, ".repeat(99)}{}]}`, 8);
		let pieces = 0;
		while (steps.next().done !== true) pieces++;
		expect(pieces).toBeGreaterThan(20);
	});
});
