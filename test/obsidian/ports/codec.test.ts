import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Codec } from "../../../src/core/ports/codec";
import { createCodec, FFLATE_CODEC } from "../../../src/obsidian/ports/codec";

const codecs: [string, Codec][] = [
	["the codec of this device", createCodec()],
	["the codec for devices without streams", FFLATE_CODEC],
];

describe.each(codecs)("%s", (_name, codec) => {
	it("gives back what was packed", async () => {
		await fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
				expect(await codec.inflate(await codec.deflate(bytes), bytes.length)).toEqual(bytes);
			}),
			{ numRuns: 30 },
		);
	});

	it("gives nothing where the bytes grow beyond the limit", async () => {
		const packed = await codec.deflate(new Uint8Array(1_000_000));
		expect(await codec.inflate(packed, 999_999)).toBeUndefined();
		expect((await codec.inflate(packed, 1_000_000))?.length).toBe(1_000_000);
	});

	it("gives nothing for damaged bytes", async () => {
		const packed = await codec.deflate(
			new TextEncoder().encode("a text that is packed".repeat(50)),
		);
		expect(await codec.inflate(packed.subarray(0, packed.length - 4), 10_000)).toBeUndefined();
		expect(await codec.inflate(new Uint8Array([0xff, 0xff, 0xff]), 10_000)).toBeUndefined();
	});
});

it("reads with one codec what the other wrote", async () => {
	const bytes = new TextEncoder().encode("merge base ".repeat(200));
	const [ours, fallback] = [createCodec(), FFLATE_CODEC];
	expect(await fallback.inflate(await ours.deflate(bytes), 10_000)).toEqual(bytes);
	expect(await ours.inflate(await fallback.deflate(bytes), 10_000)).toEqual(bytes);
});
