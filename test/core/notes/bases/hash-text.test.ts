import { expect, it } from "vitest";
import { hashBytes, hashText } from "../../../../src/core/notes/bases/hash-text";

it("does not ask where in memory bytes lie", () => {
	const bytes = new TextEncoder().encode("detection");
	for (const start of [0, 1, 2, 3]) {
		const shifted = new Uint8Array(start + bytes.length);
		shifted.set(bytes, start);
		expect(hashBytes(shifted.subarray(start))).toBe(hashText("detection"));
		expect(hashBytes(Buffer.from(shifted).subarray(start))).toBe(hashText("detection"));
	}
});

it("gives the hash of a text's UTF-8, however long the text and whatever was hashed before", () => {
	for (const text of [
		"é漢😀".repeat(100_000),
		"é漢😀".repeat(10),
		"a",
		"",
		"detection".repeat(7_281),
	])
		expect(hashText(text)).toBe(hashBytes(new TextEncoder().encode(text)));
});
