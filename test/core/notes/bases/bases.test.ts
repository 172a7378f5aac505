import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseBase } from "../../../../src/core/notes/bases/choose-base";
import { hashText } from "../../../../src/core/notes/bases/hash-text";
import { indexEnd, openBases } from "../../../../src/core/notes/bases/open-bases";
import { packBases } from "../../../../src/core/notes/bases/pack-bases";
import { createTestCodec } from "../../../support/codec";

const codec = createTestCodec();

const entries = fc
	.dictionary(
		fc.string({ minLength: 1 }),
		fc.record({
			path: fc.string(),
			text: fc.string({ unit: "grapheme", maxLength: 200 }),
			place: fc.option(fc.string({ minLength: 1 }), { nil: undefined }),
		}),
	)
	.map((table) => new Map(Object.entries(table)));

describe("merge bases", () => {
	test("what is packed is opened", async () => {
		await fc.assert(
			fc.asyncProperty(entries, async (map) => {
				const bases = await openBases(await packBases(map, codec), codec);
				expect(bases?.ids).toEqual([...map.keys()].sort());
				for (const [id, { path, text, place }] of map) {
					expect(await bases?.textOf(id)).toBe(text);
					expect(bases?.pathOf(id)).toBe(path);
					expect(bases?.placeOf(id)).toBe(place);
					expect(bases?.hashOf(id)).toBe(hashText(text));
				}
			}),
		);
	});

	test("the order of entries does not matter", async () => {
		await fc.assert(
			fc.asyncProperty(entries, async (map) => {
				const turned = new Map([...map].reverse());
				expect(await packBases(turned, codec)).toEqual(await packBases(map, codec));
			}),
		);
	});

	test("a file without places is as it was before there were any", async () => {
		const map = new Map([["a", { path: "a.md", text: "text" }]]);
		const bytes = await packBases(map, codec);
		const index = await codec.inflate(bytes.subarray(8, indexEnd(bytes)), 1000);
		expect(JSON.parse(new TextDecoder().decode(index))).toEqual({
			rows: [["a", "a.md", hashText("text"), 0, 0, 4]],
			blocks: [expect.any(Number)],
			sizes: [4],
		});
		expect((await openBases(bytes, codec))?.placeOf("a")).toBeUndefined();
	});

	test("texts of several blocks are all found", async () => {
		const map = new Map(
			Array.from({ length: 40 }, (_, n) => [`id${n}`, { path: "", text: `${n} `.repeat(10_000) }]),
		);
		const bases = await openBases(await packBases(map, codec), codec);
		for (const [id, { text }] of map) expect(await bases?.textOf(id)).toBe(text);
	});

	test("a text of several blocks' length is found, and so are its neighbours", async () => {
		const map = new Map([
			["a", { path: "a.md", text: "before" }],
			["b", { path: "b.md", text: "größer – ".repeat(120_000) }],
			["c", { path: "c.md", text: "" }],
			["d", { path: "d.md", text: "behind" }],
		]);
		const bases = await openBases(await packBases(map, codec), codec);
		for (const [id, { text }] of map) expect(await bases?.textOf(id)).toBe(text);
	});

	test("damage never throws, and never gives a text that does not fit its hash unnoticed as another id's", async () => {
		const map = new Map([
			["a", { path: "a.md", text: "one ".repeat(50) }],
			["b", { path: "b.md", text: "two ".repeat(50) }],
		]);
		const whole = await packBases(map, codec);
		for (let length = 0; length < whole.length; length++) {
			const bases = await openBases(whole.slice(0, length), codec);
			for (const id of bases?.ids ?? []) await bases?.textOf(id);
		}
		expect(await openBases(new Uint8Array([1, 2, 3]), codec)).toBeUndefined();
	});
});

describe("hashText", () => {
	test("tells texts apart that differ in one place", () => {
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(hashText(a) === hashText(b)).toBe(a === b);
			}),
			{ numRuns: 1000 },
		);
	});
});

describe("chooseBase", () => {
	test("a note was written from the base that it equals", () => {
		expect(chooseBase("new", "old", "new")).toBe("new");
		expect(chooseBase("old", "old", "new")).toBe("old");
	});

	test("an edited note was written from the base that it shares more lines with", () => {
		expect(chooseBase("a\nb\nmine", "a\nx\ny", "a\nb\nc")).toBe("a\nb\nc");
		expect(chooseBase("a\nx\nmine", "a\nx\ny", "a\nb\nc")).toBe("a\nx\ny");
	});

	test("with one base there is no choice", () => {
		expect(chooseBase("m", undefined, "p")).toBe("p");
		expect(chooseBase("m", "c", undefined)).toBe("c");
		expect(chooseBase("m", undefined, undefined)).toBeUndefined();
	});
});
