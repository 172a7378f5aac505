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
