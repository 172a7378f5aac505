import { describe, expect, test } from "vitest";
import { readEntry } from "./read-sigma";

function base64(bytes: Uint8Array): string {
	return Buffer.from(bytes).toString("base64");
}

describe("encoded Sigma values", () => {
	test.each(["a", "ab", "abc", "foo.bar", "\u00e4\u20ac\u{1F600}", String.raw`http:\\`])(
		"base64 of %j is that of its UTF-8 bytes",
		(text) => {
			const value = base64(Buffer.from(text.replaceAll("\\\\", "\\")));
			expect(readEntry(`F|base64: '${text}'`)).toEqual([`F eq~ ${JSON.stringify(value)}`]);
		},
	);

	test("base64offset gives what stays of the text at each of three places", () => {
		expect(readEntry("F|base64offset|contains: 'http://'")).toEqual([
			'F contains~ "aHR0cDovL" "h0dHA6Ly" "odHRwOi8v"',
		]);
	});

	test.each(["x", "xy", "xyz", "longer text", "\u00e4"])(
		"every variant of %j occurs in the encoding of the text at its place",
		(text) => {
			const [shown = ""] = readEntry(`F|base64offset: '${text}'`);
			const variants: unknown = JSON.parse(
				`[${shown.slice("F eq~ ".length).replaceAll('" "', '","')}]`,
			);
			expect(variants).toHaveLength(3);
			const texts = Array.isArray(variants) ? variants.map(String) : [];
			["", "!", "!!"].forEach((before, offset) => {
				expect(base64(Buffer.from(`${before}${text}???`))).toContain(texts[offset]);
			});
		},
	);

	test.each([
		["wide", [0x61, 0, 0x62, 0]],
		["utf16le", [0x61, 0, 0x62, 0]],
		["utf16be", [0, 0x61, 0, 0x62]],
		["utf16", [0xff, 0xfe, 0x61, 0, 0x62, 0]],
	])("%s before base64 encodes in two bytes", (word, bytes) => {
		const value = base64(Uint8Array.from(bytes));
		expect(readEntry(`F|${word}|base64: ab`)).toEqual([`F eq~ ${JSON.stringify(value)}`]);
	});

	test("bytes that are not encoded further are characters", () => {
		expect(readEntry("F|wide: ab")).toEqual([`F eq~ ${JSON.stringify("a\0b\0")}`]);
	});
});
