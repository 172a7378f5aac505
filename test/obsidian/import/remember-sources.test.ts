import { expect, it } from "vitest";
import { createMemorySource } from "../../../src/core/ports/memory-sources";
import { rememberSources } from "../../../src/obsidian/import/remember-sources";
import type { SourceKind } from "../../../src/obsidian/settings/plugin-settings";

const chosen = (kind: SourceKind, name: string, vaultPath: string | null = null) => ({
	kind,
	vaultPath,
	stamp: undefined,
	input: createMemorySource(name, {}),
});

it("puts the latest import first and drops what it repeats", () => {
	const first = rememberSources(
		[],
		[chosen("rules", "sigma.zip"), chosen("attack", "a.json")],
		"2026-01-01",
	);
	const second = rememberSources(first, [chosen("rules", "sigma.zip")], "2026-02-02");
	expect(second.map(({ name, importedAt }) => `${name} ${importedAt}`)).toEqual([
		"sigma.zip 2026-02-02",
		"a.json 2026-01-01",
	]);
});

it("tells a file of the vault from one of the same name outside", () => {
	const known = rememberSources(
		[],
		[chosen("rules", "x", "x"), chosen("rules", "x")],
		"2026-01-01",
	);
	expect(known).toHaveLength(2);
});

it("keeps a few of each kind", () => {
	const many = Array.from({ length: 9 }, (_, index) => chosen("rules", `r${String(index)}`));
	const kept = rememberSources([], [...many, chosen("attack", "a.json")], "2026-01-01");
	expect(kept.map(({ name }) => name)).toEqual(["r0", "r1", "r2", "r3", "r4", "a.json"]);
});
