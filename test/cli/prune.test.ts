import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

const run = (...args: readonly string[]) => runWith(args);

async function makeVault(): Promise<string> {
	const vault = join(makeTemporaryFolder(), "vault");
	await run("import", vault, "--rules", "samples/rules/sigma");
	return vault;
}

test("prune drops the bases of notes that are gone, and they stay deleted", async () => {
	const vault = await makeVault();
	const folder = join(vault, "Detection Rules", "Sigma");
	const [first = "", second = "", ...rest] = readdirSync(folder);
	for (const name of [first, second]) rmSync(join(folder, name));
	const { code, out } = await run("prune", vault, "--json");
	const told = JSON.parse(out) as { pruned: number; kept: number; before: number; after: number };
	expect(code).toBe(0);
	expect(told).toMatchObject({ pruned: 2, kept: rest.length });
	expect(told.after).toBeLessThan(told.before);
	await run("import", vault, "--rules", "samples/rules/sigma");
	expect(readdirSync(folder)).toEqual(rest);
	expect((await run("prune", vault)).out).toMatch(/^Merge bases: 0 dropped, /);
});

test("prune waits for nobody: a vault that is being imported into is refused, with what to do", async () => {
	const vault = await makeVault();
	const holder = { place: "Obsidian on device 1", holder: "session 2", renewed: Date.now() };
	const lock = join(vault, "Detection Vault", "merge", "import.lock");
	writeFileSync(lock, JSON.stringify(holder));
	const { code, err } = await run("prune", vault);
	expect(code).toBe(3);
	expect(err).toContain(
		"another import or undo is writing into this vault: session 2, Obsidian on device 1. If that one is dead, try again in 2 minutes",
	);
	writeFileSync(lock, '{"pla');
	expect((await run("prune", vault)).err).toContain("a process that left half a lock");
});

test("a vault that does not exist is a usage error", async () => {
	expect((await run("prune", join(makeTemporaryFolder(), "none"))).code).toBe(2);
});
