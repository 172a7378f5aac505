import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeInPieces, decodeText, decodeTextInSteps } from "../../../src/core/formats/decode";
import { finishSteps } from "../../../src/core/text/steps";

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);

test("reads UTF-8, with and without a byte order mark", () => {
	expect(decodeText(new TextEncoder().encode("é\r\n"))).toEqual({ ok: true, text: "é\r\n" });
	expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ ok: true, text: "a" });
});

test("reads UTF-16 with a byte order mark", () => {
	expect(decodeText(bytes(0xff, 0xfe, 0x61, 0, 0x62, 0))).toEqual({ ok: true, text: "ab" });
	expect(decodeText(bytes(0xfe, 0xff, 0, 0x61, 0, 0x62))).toEqual({ ok: true, text: "ab" });
});

test("names the line of the first byte that is not UTF-8", () => {
	expect(decodeText(bytes(0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x74))).toMatchObject({
		ok: false,
		line: 3,
	});
});

test("refuses binary files", () => {
	expect(decodeText(bytes(0x50, 0x4b, 3, 4, 0, 0))).toMatchObject({ ok: false, line: 1 });
});

test("an empty file is empty text", () => {
	expect(decodeText(bytes())).toEqual({ ok: true, text: "" });
});

test("a large text decoded in pieces is the same text, and breaks no character in two", () => {
	const text = "aé漢😀\n".repeat(300_000);
	const bytes = new TextEncoder().encode(text);
	expect(finishSteps(decodeTextInSteps(bytes))).toEqual({ ok: true, text });
	const broken = bytes.slice();
	broken[broken.length - 3] = 0xff;
	expect(finishSteps(decodeTextInSteps(broken))).toEqual(decodeText(broken));
});

test("pieces of any size are whole characters, and only the mark at the beginning is left out", () => {
	const text = fc.string({ unit: fc.constantFrom("a", "é", "漢", "😀", "\uFEFF", "\n") });
	fc.assert(
		fc.property(text, fc.integer({ min: 4, max: 9 }), (written, size) => {
			const encoded = new TextEncoder().encode(written);
			const pieces = [...decodeInPieces(encoded, size)];
			expect({ ok: true, text: pieces.join("") }).toEqual(decodeText(encoded));
			expect(pieces.join("")).not.toContain("\uFFFD");
		}),
	);
	const utf16 = bytes(0xff, 0xfe, 0x61, 0, 0x62, 0);
	expect([...decodeInPieces(utf16, 4)]).toEqual(["ab"]);
	expect(() => [...decodeInPieces(bytes(0x61, 0x80, 0x80, 0x80, 0x80, 0x80), 4)]).toThrow();
});
