import { execFile } from "node:child_process";
import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { buildBundle } from "../../scripts/build.mjs";
import { corporaPath } from "../../test/support/corpora";
import { copyVault } from "../../test/support/workbench";

const repository = resolve(import.meta.dirname, "../..");
const RULES = ["sigma", "elastic", "splunk", "kusto", "chronicle"];

/**
 * Lays out a vault, imports all real data into it, and gives its folder; undefined where that data is absent. Where `VAULT` names another
 * one, a copy of that is taken. `removeVault` removes it.
 */
export async function writeCorporaVault(): Promise<string | undefined> {
	const named = process.env["VAULT"];
	if (named !== undefined) return copyVault(named);
	const attack = ["enterprise", "mobile", "ics"].map((name) =>
		corporaPath("attack", `${name}-attack.json`),
	);
	const rules = RULES.map((name) => corporaPath(name));
	const atomics = corporaPath("atomics");
	const known = (paths: readonly (string | undefined)[]): string[] =>
		paths.filter((path) => path !== undefined);
	if (known([...attack, ...rules, atomics]).length < attack.length + rules.length + 1)
		return undefined;
	const vault = join(await mkdtemp(join(tmpdir(), "detection-vault-")), "vault");
	await cp(join(repository, "vault-template"), vault, { recursive: true });
	await buildBundle("cli");
	const sources = ["--attack", ...known(attack), "--rules", ...known(rules)];
	const args = ["import", vault, ...sources, "--atomics", ...known([atomics])];
	// Exit 1 says that the import names problems, which real data has.
	await promisify(execFile)(process.execPath, [join(repository, "dist/cli.mjs"), ...args], {
		maxBuffer: 64 * 1024 * 1024,
	}).catch((error: unknown) => {
		if ((error as { readonly code?: unknown }).code !== 1) throw error;
	});
	return vault;
}
