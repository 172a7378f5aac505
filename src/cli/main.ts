import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { tuneEngine } from "../node/tune-engine";
import { isLaneWork } from "../node/lane-work";
import { serveRuleLane } from "../node/serve-rule-lane";
import { runCli } from "./run-cli";

async function readInput(): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
	return Buffer.concat(chunks).toString("utf8");
}

async function runHere(): Promise<number> {
	const cancelled = watchInterrupt();
	// A reader that closes early (`| head`) is no failure.
	process.stdout.on("error", () => process.exit(0));
	return runCli(process.argv.slice(2), {
		out: (text) => void process.stdout.write(text),
		err: (text) => void process.stderr.write(text),
		readInput,
		home: resolve(dirname(fileURLToPath(import.meta.url)), ".."),
		thread: new URL(import.meta.url),
		interactive: process.stderr.isTTY,
		cancelled,
	});
}

/**
 * Work that can stop between two notes asks whether it should, and from then on the first interrupt asks it to; a second one kills, since
 * the default handler is back. What never asks is killed by the first.
 */
function watchInterrupt(): () => boolean {
	let isWatched = false;
	let isCancelled = false;
	return () => {
		if (!isWatched) process.once("SIGINT", () => void (isCancelled = true));
		isWatched = true;
		return isCancelled;
	};
}

tuneEngine();
// An import starts this same file again as its reading threads.
const work: unknown = workerData;
if (parentPort !== null && isLaneWork(work)) await serveRuleLane(work, parentPort);
else process.exitCode = await runHere();
