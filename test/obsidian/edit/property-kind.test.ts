import { describe, expect, it } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { chooseKind, kindOfValue } from "../../../src/obsidian/edit/property-kind";
import { readTypes } from "../../../src/obsidian/edit/stated-types";
import { gatherValues } from "../../../src/obsidian/edit/usual-values";

const none = (): undefined => undefined;

describe("how a property is edited", () => {
	it.each<[unknown, unknown]>([
		["text", "text"],
		[3, "number"],
		[false, "checkbox"],
		["2024-03-01", "date"],
		["2024-03-01T10:00", "datetime"],
		["2024-03-01T10:00Z", "text"],
		[["a", 1, null], "list"],
		[[], "list"],
		[[["a"]], undefined],
		[{ a: 1 }, undefined],
		[null, null],
		[undefined, null],
	])("follows its value: %j", (value, kind) => {
		expect(kindOfValue(value)).toBe(kind);
	});

	it("follows the stated type where it is empty, then other notes, then is text", () => {
		expect(chooseKind(null, "date", () => "number")).toBe("date");
		expect(chooseKind(null, undefined, () => "number")).toBe("number");
		expect(chooseKind(undefined, undefined, none)).toBe("text");
		expect(chooseKind(3, "text", none)).toBe("number");
		expect(chooseKind("2024-03-01", "text", none)).toBe("text");
	});

	it("is stated in the vault's own types, whatever the case of names", () => {
		const types = readTypes('{"types":{"Due":"date","topics":"multitext","x":"unknown","y":1}}');
		expect([...types]).toEqual([
			["due", "date"],
			["topics", "list"],
		]);
		expect(readTypes("[]").size).toBe(0);
	});
});

describe("what notes have for a property", () => {
	it("is gathered under every spelling, what most have first", () => {
		const index = createVaultIndex();
		const stat = { ctime: 0, mtime: 0, size: 1 };
		index.put("A.md", "---\nReview State: open\n---\n", stat);
		index.put("B.md", "---\nReview State: [done, open]\n---\n", stat);
		index.put("C.md", "---\nreview-state: open\nother: x\n---\n", stat);
		expect(gatherValues(index, "review-state")).toEqual({
			texts: ["open", "done"],
			kind: "text",
			key: "Review State",
		});
		expect(gatherValues(index, "missing")).toEqual({ texts: [], kind: undefined, key: undefined });
	});
});
