import { spawn } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { buildBundle } from "../../scripts/build.mjs";
import { runCli } from "../../src/cli/run-cli";
import { writeManyRules } from "../support/many-rules";
import { makeTemporaryFolder } from "../support/temporary-folder";

const program = resolve(import.meta.dirname, "../../dist/cli.mjs");

beforeAll(async () => {
	await buildBundle("cli");
});

interface Ended {
	readonly code: number | null;
	readonly out: string;
}

/** Runs the built program in a folder of its own; `onReading` is called once it says that it reads. */
function runBuilt(
	args: readonly string[],
	onReading: (interrupt: () => void) => void = () => undefined,
): Promise<Ended> {
	const link = join(makeTemporaryFolder(), "detection-vault");
	symlinkSync(program, link);
	return new Promise((settle, reject) => {
		const child = spawn(process.execPath, [link, ...args], { cwd: makeTemporaryFolder() });
		let out = "";
		child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString("utf8")));
		child.stderr.once("data", () => onReading(() => child.kill("SIGINT")));
		child.on("error", reject);
		child.on("close", (code) => settle({ code, out }));
	});
}

describe("the built program, run through a link from elsewhere", () => {
	test("prints the same result with threads as without", async () => {
		const rules = makeTemporaryFolder();
		writeManyRules(rules, 600);
		const args = ["import", join(makeTemporaryFolder(), "vault"), "--rules", rules];
		const last = ["--dry-run", "--json"];
		let here = "";
		await runCli([...args, ...last], {
			out: (text) => (here += text),
			err: () => undefined,
			readInput: () => Promise.resolve(""),
			home: process.cwd(),
			interactive: false,
			cancelled: () => false,
		});
		expect(await runBuilt([...args, ...last])).toEqual({ code: 1, out: here });
	});

	test.skipIf(process.platform === "win32")(
		"ends without having written anything when it is interrupted while it reads",
		async () => {
			const rules = makeTemporaryFolder();
			writeManyRules(rules, 4000);
			const vault = join(makeTemporaryFolder(), "vault");
			const { code, out } = await runBuilt(["import", vault, "--rules", rules], (interrupt) =>
				interrupt(),
			);
			expect(code).toBe(1);
			expect(out).toContain("Stopped before anything was written.");
			expect(existsSync(join(vault, "Detection Rules"))).toBe(false);
		},
	);
});
