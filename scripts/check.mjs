import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const npm = process.platform === "win32" ? "npm.cmd" : "npm";

/** The tests come last, so that their count is the last line. */
const steps = ["format:check", "lint", "types", "boundaries", "test"];

function runStep(step) {
	return new Promise((resolve) => {
		const child = spawn(npm, ["run", "--silent", step], { cwd: root, stdio: "inherit" });
		child.on("error", () => resolve(false));
		child.on("close", (code) => resolve(code === 0));
	});
}

const failed = [];
for (const step of steps) {
	if (step === "test" && failed.length > 0) {
		process.stdout.write(`\nFailed so far: ${failed.join(", ")}. The tests run all the same.\n`);
	}
	process.stdout.write(`\n> ${step}\n`);
	if (!(await runStep(step))) failed.push(step);
}
process.exitCode = failed.length > 0 ? 1 : 0;
