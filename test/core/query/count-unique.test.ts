import fc from "fast-check";
import { expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import type { Value } from "../../../src/core/model/value";
import { countUnique } from "../../../src/core/query/evaluate/count-unique";
import { createContext } from "../../../src/core/query/evaluate/create-context";
import { callFunction } from "../../../src/core/query/functions/define-function";
import { unique } from "../../../src/core/query/functions/sort";
import { ask, openFixture } from "./support/ask";

const index = createVaultIndex();
index.put("x/a.md", "", { ctime: 0, mtime: 0, size: 0 });
const context = createContext(index, { origin: null, now: 0 }, undefined);

const text = fc.oneof(
	fc.constantFrom("", "a", "A", "a b", "ab", "a-b", "é", "e\u0301", "a\u0000", "\u200b", "ß", "ss"),
	fc.string({ maxLength: 3 }),
);
const link = fc
	.record({
		path: fc.constantFrom("x/a.md", "a", "A", "b", "é"),
		type: fc.constantFrom("file" as const, "header" as const, "block" as const),
		subpath: fc.constantFrom("", "H", "h"),
		embed: fc.boolean(),
	})
	.map((parts): Value => ({ kind: "link", ...parts }));
const value: fc.Arbitrary<Value> = fc.oneof(
	text,
	link,
	fc.constantFrom<Value>(null, true, false, 0, -0, 1, 1.5),
	fc.constantFrom<Value>([], ["a"], { kind: "duration", units: { days: 7 } }),
);

test("values are counted without order as they are with it", () => {
	let counted = 0;
	fc.assert(
		fc.property(fc.array(value, { maxLength: 12 }), (list) => {
			const found = countUnique(list, context);
			if (found === undefined) return;
			counted++;
			const inOrder = callFunction(unique, [list], context);
			expect(found).toBe((inOrder as readonly Value[]).length);
		}),
		{ numRuns: 2000 },
	);
	expect(counted).toBeGreaterThan(50);
});

test("length(unique(…)) fails where unique does", () => {
	const vault = openFixture();
	expect(ask(vault, "= length(unique(null))").value).toBe(0);
	expect(ask(vault, '= length(unique(["b", "a", "b"]))').value).toBe(2);
	expect(ask(vault, "= length(unique(1))").error).toMatchObject({
		message: expect.stringContaining("unique(number) is not possible") as string,
		column: 10,
	});
	expect(ask(vault, "= length(unique(lower(1)))").error?.column).toBe(17);
});
