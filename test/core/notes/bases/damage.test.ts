import { deflateSync, inflateSync } from "fflate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openBases } from "../../../../src/core/notes/bases/open-bases";
import { packBases } from "../../../../src/core/notes/bases/pack-bases";
import type { Codec } from "../../../../src/core/ports/codec";

const codec: Codec = {
	deflate: (bytes) => Promise.resolve(deflateSync(bytes)),
	inflate(bytes, limit) {
		try {
			return Promise.resolve(inflateSync(bytes, { out: new Uint8Array(limit) }));
		} catch {
			return Promise.resolve(undefined);
		}
	},
};

/** Texts that fill several blocks and do not pack to nothing. */
const entries = new Map(
	Array.from({ length: 60 }, (_, note) => {
		const lines = Array.from(
			{ length: 1000 },
			(__, line) => `${note} ${(line * note * 7919) % 65_521}`,
		);
		return [`id${note}`, { path: `${note}.md`, text: lines.join("\n") }];
	}),
);

describe("a damaged file of merge bases", () => {
	it("gives the texts whose part is whole, and none for the rest", async () => {
		const whole = await packBases(entries, codec);
		const half = await openBases(whole.slice(0, Math.floor(whole.length * 0.8)), codec);
		const found: string[] = [];
		for (const id of half?.ids ?? []) {
			if ((await half?.textOf(id)) !== undefined) found.push(id);
		}
		expect(half?.ids).toHaveLength(entries.size);
		expect(found.length).toBeGreaterThan(0);
		expect(found.length).toBeLessThan(entries.size);
	});

	it("never gives a text that was not packed, whichever byte is wrong", async () => {
		const whole = await packBases(entries, codec);
		const place = fc.nat(whole.length - 1);
		await fc.assert(
			fc.asyncProperty(place, fc.integer({ min: 1, max: 255 }), async (at, change) => {
				const bytes = whole.slice();
				bytes[at] = (bytes[at] ?? 0) ^ change;
				const bases = await openBases(bytes, codec);
				for (const [id, { text }] of entries) {
					const read = await bases?.textOf(id);
					if (read !== undefined && bases?.hashOf(id) !== undefined) expect(read).toBe(text);
				}
			}),
			{ numRuns: 40 },
		);
	});
});
