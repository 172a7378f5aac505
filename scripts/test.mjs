import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

function run(script, args) {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" });
		child.on("error", () => resolve(1));
		child.on("close", (code) => resolve(code ?? 1));
	});
}

/** Counts tests; a file that could not be loaded, or ran no test at all, counts as one failure. */
function countTests(report) {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	for (const file of report.testResults) {
		const statuses = file.assertionResults.map((test) => test.status);
		counts.passed += statuses.filter((status) => status === "passed").length;
		counts.skipped += statuses.filter((status) =>
			["pending", "skipped", "todo"].includes(status),
		).length;
		const failed = statuses.filter((status) => status === "failed").length;
		counts.failed += failed === 0 && file.status === "failed" ? 1 : failed;
	}
	return counts;
}

async function runTests(args) {
	const folder = await mkdtemp(join(tmpdir(), "detection-vault-test-"));
	const reportPath = join(folder, "report.json");
	try {
		const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportPath}`];
		const code = await run("node_modules/vitest/vitest.mjs", ["run", ...reporters, ...args]);
		const report = await readFile(reportPath, "utf8").then(JSON.parse, () => ({ testResults: [] }));
		const counts = countTests(report);
		// An error outside any test, or a run without tests, is a failure as well.
		if (counts.failed === 0 && (code !== 0 || counts.passed === 0)) counts.failed = 1;
		return counts;
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

const built = await run("scripts/build.mjs", []);
const counts =
	built === 0 ? await runTests(process.argv.slice(2)) : { passed: 0, failed: 1, skipped: 0 };
if (built !== 0) process.stdout.write("The build failed, so no test was run.\n");

const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed${skipped}\n`);
process.exitCode = counts.failed > 0 ? 1 : 0;
