import { expect, it } from "vitest";
import { createMemorySource } from "../../../src/core/ports/memory-sources";
import { rememberSources } from "../../../src/obsidian/import/remember-sources";
import { newSource } from "../../../src/obsidian/settings/remembered-source";
import type { SourceKind } from "../../../src/obsidian/settings/remembered-source";

const chosen = (kind: SourceKind, name: string, vaultPath: string | null = null) => ({
	...{ kind, vaultPath },
	...{ stamp: undefined, skipped: 0, problems: 0 },
	input: createMemorySource(name, {}),
});

it("leaves a source that was known in its place, with the new state", () => {
	const first = rememberSources(
		[],
		[chosen("rules", "sigma.zip"), chosen("attack", "a.json")],
		[],
		"2026-01-01",
	);
	const second = rememberSources(
		first,
		[chosen("rules", "new.zip"), { ...chosen("rules", "sigma.zip"), skipped: 3, problems: 2 }],
		[],
		"2026-02-02",
	);
	expect(second.map(({ name, importedAt }) => `${name} ${String(importedAt)}`)).toEqual([
		"sigma.zip 2026-02-02",
		"a.json 2026-01-01",
		"new.zip 2026-02-02",
	]);
	expect(second[0]?.result).toEqual({ skipped: 3, problems: 2 });
});

it("tells a file of the vault from one of the same name outside", () => {
	const both = [chosen("rules", "x", "x"), chosen("rules", "x")];
	expect(rememberSources([], both, [], "2026-01-01")).toHaveLength(2);
});

it("knows a download by its address, and keeps why it failed without losing the last state", () => {
	const address = "https://github.com/SigmaHQ/sigma";
	const known = newSource({
		...{ kind: "rules", name: "SigmaHQ/sigma", address, online: true },
		importedAt: "2026-01-01",
		stamp: { kind: "commit", text: "abc" },
	});
	const source = { ...chosen("rules", "SigmaHQ/sigma"), address };
	const [kept] = rememberSources([known], [], [{ source, reason: "no network" }], "2026-02-02");
	expect(kept).toEqual({ ...known, result: { skipped: 0, problems: 0, failure: "no network" } });
});

it("keeps the last few of each kind that cannot be opened again, and all that can", () => {
	const outside = (number: number) => [chosen("rules", `r${String(number)}`)];
	let known = [newSource({ kind: "rules", name: "Rules", vaultPath: "Rules" })];
	for (let day = 1; day < 9; day++) {
		known = rememberSources(known, outside(day), [], `2026-01-0${String(day)}`);
	}
	expect(known.map(({ name }) => name)).toEqual(["Rules", "r4", "r5", "r6", "r7", "r8"]);
});
