import { strToU8, zipSync } from "fflate";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listZip, ZIP_LIMITS } from "../../../src/core/formats/zip";

function entriesOf(bytes: Uint8Array): Record<string, string> {
	const listing = listZip(bytes);
	if (!listing.ok) throw new Error(listing.reason);
	return Object.fromEntries(
		listing.entries.map((entry) => {
			const read = entry.read();
			return [
				entry.name,
				read.ok ? new TextDecoder().decode(read.bytes) : `failed: ${read.reason}`,
			];
		}),
	);
}

describe("listZip", () => {
	test("lists and unpacks files, stored and deflated", () => {
		const bytes = zipSync({
			"a.yml": [strToU8("x".repeat(5000)), { level: 9 }],
			"b/c.yml": [strToU8("y"), { level: 0 }],
		});
		expect(entriesOf(bytes)).toEqual({ "a.yml": "x".repeat(5000), "b/c.yml": "y" });
	});

	test("leaves folders out", () => {
		expect(entriesOf(zipSync({ "b/": new Uint8Array(), "b/c": strToU8("y") }))).toEqual({
			"b/c": "y",
		});
	});

	test.each(["../x", "a/../../x", "/etc/x", "C:/x", "a\\..\\..\\x"])(
		"refuses the name %s",
		(name) => {
			const listing = listZip(zipSync({ [name]: strToU8("x") }));
			expect(listing).toMatchObject({
				ok: true,
				entries: [],
				refused: [{ reason: expect.stringContaining("leads out") as string }],
			});
		},
	);

	test("refuses an entry that unpacks to more than the limit, by its own claim", () => {
		const bytes = zipSync({ "bomb.yml": new Uint8Array(2_000_000) });
		const listing = listZip(bytes, { ...ZIP_LIMITS, entryBytes: 1_000_000 });
		expect(listing).toMatchObject({ ok: true, entries: [], refused: [{ name: "bomb.yml" }] });
	});

	test("stops unpacking at the size that the directory claims", () => {
		const bytes = zipSync({ "bomb.yml": new Uint8Array(2_000_000) });
		// The uncompressed size in the central directory, which is what listing trusts.
		const view = new DataView(bytes.buffer, bytes.byteOffset);
		const directory = view.getUint32(bytes.length - 22 + 16, true);
		view.setUint32(directory + 24, 10, true);
		expect(entriesOf(bytes)["bomb.yml"]).toMatch(/^failed: /);
	});

	test("bounds all entries together", () => {
		const bytes = zipSync({ a: new Uint8Array(600), b: new Uint8Array(600) });
		const listing = listZip(bytes, { ...ZIP_LIMITS, totalBytes: 1000 });
		expect(listing).toMatchObject({ ok: true, entries: [{ name: "a" }], refused: [{ name: "b" }] });
	});

	test("an archive cut short is refused, not thrown", () => {
		const bytes = zipSync({ "a.yml": strToU8("x".repeat(100)) });
		for (let length = 0; length < bytes.length; length++) {
			const listing = listZip(bytes.slice(0, length));
			if (listing.ok) for (const entry of listing.entries) entry.read();
		}
		expect(listZip(bytes.slice(0, bytes.length - 5))).toMatchObject({ ok: false });
	});

	test("damage anywhere never throws", () => {
		const bytes = zipSync({
			"a.yml": strToU8("some text to pack ".repeat(20)),
			"b.yml": strToU8("y"),
		});
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => {
				const damaged = bytes.slice();
				damaged[at] = value;
				const listing = listZip(damaged);
				if (listing.ok) for (const entry of listing.entries) entry.read();
			}),
		);
	});
});
