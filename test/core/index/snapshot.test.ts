import { describe, expect, test } from "vitest";
import { createVaultIndex } from "../../../src/core/index/vault-index";
import { snapshotOf } from "./read-record";

const STAT = { ctime: 1, mtime: 2, size: 3 };
const FILES = [
	{ path: "a.md", ...STAT },
	{ path: "b.md", ...STAT },
];

function kept(): string {
	const index = createVaultIndex();
	index.put("a.md", "---\nlevel: high\n---\n- [ ] do [x:: 1] [[b]] #t", STAT);
	index.put("b.md", "plain", STAT);
	return snapshotOf(index);
}

describe("a snapshot", () => {
	test("gives back every note that has not changed", () => {
		const index = createVaultIndex();
		expect(index.restore(kept(), FILES)).toEqual([]);
		expect(index.note("a.md")?.record.properties).toEqual({ level: "high" });
		expect([...index.tagged("#t")].map((note) => note.path)).toEqual(["a.md"]);
		expect(index.linksTo("b.md")).toEqual(["a.md"]);
	});

	test("asks for notes of another time or size, and for new ones", () => {
		const index = createVaultIndex();
		const files = [
			{ path: "a.md", ...STAT, mtime: 9 },
			{ path: "b.md", ...STAT, size: 9 },
			{ path: "c.md", ...STAT },
		];
		expect(index.restore(kept(), files)).toEqual(["a.md", "b.md", "c.md"]);
		expect(index.size).toBe(0);
	});

	test("leaves out notes that are gone", () => {
		const index = createVaultIndex();
		index.restore(kept(), FILES.slice(1));
		expect(index.notes().map((note) => note.path)).toEqual(["b.md"]);
	});

	test("takes the time of creation from the host", () => {
		const index = createVaultIndex();
		index.restore(kept(), [{ path: "a.md", ...STAT, ctime: 7 }]);
		expect(index.note("a.md")?.record.ctime).toBe(7);
	});

	test.each([
		["is empty", () => ""],
		["is cut short", (text: string) => text.slice(0, -1)],
		["has another letter in it", (text: string) => text.replace("high", "hugh")],
		["is of another version", (text: string) => text.replace(/ \d+ /, " 0 ")],
		["is no snapshot at all", () => "[]\n[]"],
	])("that %s gives nothing", (_, damage) => {
		const index = createVaultIndex();
		expect(index.restore(damage(kept()), FILES)).toEqual(["a.md", "b.md"]);
	});

	test("does not hold what JSON cannot", () => {
		const index = createVaultIndex();
		index.put("a.md", "---\nscore: .inf\n---", STAT);
		const next = createVaultIndex();
		expect(next.restore(snapshotOf(index), FILES.slice(0, 1))).toEqual(["a.md"]);
	});
});
