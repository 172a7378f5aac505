import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** What only reads the sources runs side by side, each one's output shown when its turn comes. */
const readers = ["format:check", "lint", "types", "boundaries"];

/** Ends with whether the step passed, and what it said where that is not shown at once. */
function runStep(step, stdio) {
	return new Promise((resolve) => {
		const child = spawn(npm, ["run", "--silent", step], { cwd: root, stdio });
		const said = [];
		for (const stream of [child.stdout, child.stderr])
			stream?.on("data", (data) => said.push(data));
		const end = (passed) => resolve({ passed, said: Buffer.concat(said) });
		child.on("error", () => end(false));
		child.on("close", (code) => end(code === 0));
	});
}

const failed = [];
const running = readers.map((step) => [step, runStep(step, ["ignore", "pipe", "pipe"])]);
for (const [step, result] of running) {
	process.stdout.write(`\n> ${step}\n`);
	const { passed, said } = await result;
	process.stdout.write(said);
	if (!passed) failed.push(step);
}

if (failed.length > 0) {
	process.stdout.write(`\nFailed so far: ${failed.join(", ")}. The tests run all the same.\n`);
}
process.stdout.write("\n> test\n");
// The tests come last, so that their count is the last line.
if (!(await runStep("test", "inherit")).passed) failed.push("test");
process.exitCode = failed.length > 0 ? 1 : 0;
