import { appendFileSync, existsSync, readdirSync } from "node:fs";
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

const notesOf = (vault: string): string[] =>
	readdirSync(join(vault, "Detection Rules", "Sigma")).filter((name) => name.endsWith(".md"));

test("a dry run says what would be undone and undoes nothing", async () => {
	const vault = await makeVault();
	const count = notesOf(vault).length;
	const { code, out } = await run("undo", vault, "--dry-run");
	expect(code).toBe(0);
	expect(out).toContain("Dry run: nothing was written.");
	expect(out).toContain(`0 put back, ${count} deleted, 0 left alone`);
	expect(notesOf(vault)).toHaveLength(count);
});

test("undo deletes what the import made, names what was edited since, and the second time has nothing to do", async () => {
	const vault = await makeVault();
	const [edited = ""] = notesOf(vault);
	appendFileSync(join(vault, "Detection Rules", "Sigma", edited), "\nMine.\n");
	const { code, out } = await run("undo", vault, "--json");
	expect(code).toBe(1);
	expect(JSON.parse(out)).toMatchObject({
		restored: [],
		refused: [{ path: `Detection Rules/Sigma/${edited}`, reason: "edited" }],
		isWhole: true,
	});
	expect(notesOf(vault)).toEqual([edited]);
	expect(existsSync(join(vault, "Detection Vault", "merge", "last-import.journal"))).toBe(false);
	expect(await run("undo", vault)).toMatchObject({ code: 0, out: "There is nothing to undo.\n" });
});

test("a vault that does not exist is a usage error", async () => {
	expect((await run("undo", join(makeTemporaryFolder(), "none"))).code).toBe(2);
});
