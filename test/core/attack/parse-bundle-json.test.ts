import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseBundleJson } from "../../../src/core/attack/parse-bundle-json";

/** Puts the pieces together again, and counts them. */
function parseInPieces(text: string): { readonly value: unknown; readonly pieces: number } {
	const chunks = Array.from({ length: Math.ceil(text.length / 8) }, (_, at) =>
		text.slice(8 * at, 8 * at + 8),
	);
	const pieces = parseBundleJson(chunks, 8);
	const objects: unknown[] = [];
	for (let count = 0; ; count++) {
		const { done, value } = pieces.next();
		if (done !== true) objects.push(...value);
		else return { value: count === 0 ? value : { ...(value as object), objects }, pieces: count };
	}
}

function outcomeOf(parse: (text: string) => unknown, text: string): unknown {
	try {
		return parse(text);
	} catch {
		return "refused";
	}
}

const parseTogether = (text: string): unknown => parseInPieces(text).value;

/** Objects that begin as their fellows do, and hold others that do too. */
const member = fc.record(
	{ type: fc.jsonValue({ maxDepth: 1 }), inner: fc.array(fc.record({ type: fc.jsonValue() })) },
	{ requiredKeys: ["type"] },
);

describe("a bundle parsed in pieces", () => {
	test("is what JSON.parse gives, whatever it holds", () => {
		const objects = fc.oneof(fc.array(fc.jsonValue({ maxDepth: 3 })), fc.array(member));
		const bundle = fc.record({ before: fc.jsonValue(), objects, after: fc.jsonValue() });
		fc.assert(
			fc.property(bundle, fc.constantFrom(0, 1, "\t"), (value, indent) => {
				const text = JSON.stringify(value, null, indent);
				expect(parseTogether(text)).toEqual(JSON.parse(text));
			}),
			{ numRuns: 500 },
		);
	});

	test("refuses what JSON.parse refuses, wherever the text is damaged", () => {
		const whole = JSON.stringify({
			type: "bundle",
			objects: [
				{ a: 'quote " and \\ and ] }' },
				{ a: [1, [2], { a: 1 }, { a: 2 }] },
				{ a: '},{"a"' },
				3,
			],
			end: { objects: [1] },
		});
		fc.assert(
			fc.property(
				fc.nat(whole.length),
				fc.constantFrom("", ",", "]", "}", '"', "{", "\\"),
				(at, sign) => {
					const text = whole.slice(0, at) + sign + whole.slice(at + 1);
					expect(outcomeOf(parseTogether, text)).toEqual(outcomeOf(JSON.parse, text));
				},
			),
			{ numRuns: 3000 },
		);
	});

	test("takes the list of the top level, not one that a nested object calls the same", () => {
		const text = '{"inner": {"objects": [{"a": 1}, {"a": 2}]}, "objects": [{"a": 3}, {"a": 4}]}';
		expect(parseTogether(text)).toEqual(JSON.parse(text));
	});

	test.each([["},{"], ["}, {"], ["},\n\t\t{"]])("is cut between its objects at %j", (between) => {
		const members = Array.from({ length: 100 }, () => '"type": "tool"').join(between);
		const text = `{"objects": [{${members}}]}`;
		const { value, pieces } = parseInPieces(text);
		expect(value).toEqual(JSON.parse(text));
		expect(pieces).toBeGreaterThan(40);
	});

	test("is not cut inside an object", () => {
		const inner = Array.from({ length: 50 }, () => '{"type": 1}').join(",");
		const text = `{"objects": [{"type": [${inner}]},{"type": [${inner}]}]}`;
		expect(parseTogether(text)).toEqual(JSON.parse(text));
	});
});
