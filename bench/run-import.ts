// One import in a process of its own: prints milliseconds and CPU time since the process began, peak memory and the result's numbers.
import { parentPort, workerData } from "node:worker_threads";
import { runCli } from "../src/cli/run-cli";
import { tuneEngine } from "../src/node/tune-engine";
import { isLaneWork } from "../src/node/lane-work";
import { serveRuleLane } from "../src/node/serve-rule-lane";

tuneEngine();
const work: unknown = workerData;
if (parentPort !== null && isLaneWork(work)) await serveRuleLane(work, parentPort);
else await measure();

async function measure(): Promise<void> {
	let output = "";
	const code = await runCli(process.argv.slice(2), {
		out: (text) => (output += text),
		err: () => undefined,
		readInput: () => Promise.resolve(""),
		home: process.cwd(),
		thread: new URL(import.meta.url),
		interactive: false,
		cancelled: () => false,
	});
	const ms = performance.now();
	const rss = process.resourceUsage().maxRSS / 1024;
	const cpu = process.cpuUsage();
	const { created, updated, unchanged, conflicts, files } = JSON.parse(output) as Record<
		string,
		unknown
	>;
	process.stdout.write(
		JSON.stringify({
			ms,
			user: cpu.user / 1000,
			system: cpu.system / 1000,
			rss,
			code,
			created,
			updated,
			unchanged,
			conflicts,
			files,
		}),
	);
}
