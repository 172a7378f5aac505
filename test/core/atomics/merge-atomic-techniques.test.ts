import { describe, expect, it } from "vitest";
import { mergeAtomicTechniques } from "../../../src/core/atomics/merge-atomic-techniques";
import type { AtomicTechnique } from "../../../src/core/model/atomic";
import { readTechniques } from "./atomic-fixtures";

const same = (id: string): string => id;
const [yaml] = readTechniques("T1070.003.yaml");
const [markdown] = readTechniques("T1070.003.md");
const index = readTechniques("index.yaml");

function named(technique: AtomicTechnique | undefined, file: string): AtomicTechnique {
	if (technique === undefined) throw new Error("no technique");
	return { ...technique, file };
}

describe("tests from several files", () => {
	it("takes a technique's own YAML before an index, and an index before Markdown", () => {
		const merged = mergeAtomicTechniques(
			[
				{ origin: "markdown", techniques: [named(markdown, "T1070.003.md")] },
				{ origin: "index", techniques: index },
				{ origin: "yaml", techniques: [named(yaml, "T1070.003.yaml")] },
			],
			same,
		);
		expect(merged.techniques.map(({ technique, file }) => [technique, file])).toEqual([
			["T1033", "atomics/index.yaml"],
			["T1070.003", "T1070.003.yaml"],
		]);
		expect([...merged.usedFiles].sort()).toEqual(["T1070.003.yaml", "atomics/index.yaml"]);
		expect(merged.problems).toEqual([]);
	});

	it("keeps a test that was copied with its GUID and rewritten, under a GUID of its own", () => {
		const own = named(yaml, "own.yaml");
		const [test] = own.tests;
		if (test === undefined) throw new Error("no test");
		const executor = { ...test.executor, command: "whoami" };
		const merge = (copy: typeof test) => {
			const other = { ...own, technique: "T1033", file: "other.yaml", tests: [copy] };
			const { techniques, problems } = mergeAtomicTechniques(
				[{ origin: "yaml", techniques: [own, other] }],
				same,
			);
			return { guids: techniques[0]?.tests.map(({ guid }) => guid) ?? [], techniques, problems };
		};
		const rewritten = merge({ ...test, name: "Another one", executor });
		expect(rewritten.techniques.map(({ technique }) => technique)).toEqual(["T1033", "T1070.003"]);
		expect(rewritten.guids).not.toContain(test.guid);
		expect(rewritten.problems).toMatchObject([
			{ code: "atomic-duplicate-guid", file: "other.yaml" },
		]);
		expect(merge({ ...test, name: "Another name" }).techniques[0]?.tests).toEqual([]);
		expect(merge({ ...test, executor }).techniques[0]?.tests).toEqual([]);
	});

	it("brings a revoked technique's tests to its successor, under the successor's name", () => {
		const old = { ...named(yaml, "old.yaml"), technique: "T1146", name: "Clear Command History" };
		const fresh = named(index[0], "new.yaml");
		const merged = mergeAtomicTechniques([{ origin: "yaml", techniques: [old, fresh] }], (id) =>
			id === "T1146" ? "T1070.003" : id,
		);
		expect(merged.techniques).toHaveLength(1);
		expect(merged.techniques[0]).toMatchObject({ technique: "T1070.003", name: fresh.name });
		expect(merged.techniques[0]?.tests.map(({ guid }) => guid.slice(0, 4))).toEqual([
			"1f0b",
			"2a1c",
		]);
		expect(merged.problems).toMatchObject([
			{ code: "atomic-duplicate-guid", file: "new.yaml", severity: "warning" },
		]);
	});

	it("counts a file given twice once, without a word", () => {
		const file = named(yaml, "a.yaml");
		const merged = mergeAtomicTechniques(
			[{ origin: "yaml", techniques: [file, named(yaml, "copy/a.yaml")] }],
			same,
		);
		expect(merged.techniques[0]?.tests).toHaveLength(2);
		expect(merged.problems).toEqual([]);
	});
});
