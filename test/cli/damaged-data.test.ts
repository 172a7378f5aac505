import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runWith } from "../support/run-cli";
import { makeTemporaryFolder } from "../support/temporary-folder";

const QUESTIONS: readonly (readonly [name: string, ...rest: readonly string[]])[] = [
	["panel", "T1021"],
	["query", "LIST FROM predicates"],
	["executions"],
];

async function makeVault(): Promise<string> {
	const vault = makeTemporaryFolder();
	await runWith(["import", vault, "--attack", "samples/attack", "--rules", "samples/rules/splunk"]);
	return vault;
}

test.each(["attack.json", "rule-context.json"])(
	"a damaged %s is named with its line, what is left is answered, and the exit code is 1",
	async (name) => {
		const vault = await makeVault();
		const file = join(vault, "Detection Vault/data", name);
		const lines = readFileSync(file, "utf8").split("\n");
		writeFileSync(file, [lines[0], "<<<<<<< ours", ...lines.slice(1)].join("\n"));
		for (const [command, ...rest] of QUESTIONS) {
			const { code, out, err } = await runWith([command, vault, ...rest]);
			expect([command, code]).toEqual([command, 1]);
			expect(err).toContain(`Detection Vault/data/${name}:2: not valid JSON`);
			if (command !== "executions") expect(out).not.toBe("");
		}
	},
);

test("sound data is nothing to tell of", async () => {
	const vault = await makeVault();
	for (const [command, ...rest] of QUESTIONS) {
		expect(await runWith([command, vault, ...rest])).toMatchObject({ code: 0, err: "" });
	}
});
