import { Worker } from "node:worker_threads";
import type { FuzzAnswer, FuzzOrder } from "./fuzz-worker";
import type { Section, TortureOptions } from "./section";

/** Seconds on one input after which its reader counts as hanging; inputs are a few kilobytes. */
const PATIENCE = 20;

/** Fuzzed inputs over every reader: none throws, none hangs. */
export const tortureReaders: Section = async (options) => {
	const faults: string[] = [];
	const began = performance.now();
	let done = 0;
	let first = 0;
	let slowest: FuzzAnswer["slowest"] = { ms: 0, input: 0, reader: "" };
	const isOver = (): boolean =>
		options.inputs > 0
			? first >= options.inputs
			: performance.now() - began > options.seconds * 1000;
	while (!isOver() && faults.length < 20) {
		const answer = await feed(options, first);
		if (typeof answer === "number") {
			faults.push(`input ${answer}: its reader does not come back within ${PATIENCE} seconds`);
			done += answer - first + 1;
			first = answer + 1;
			continue;
		}
		faults.push(...answer.faults);
		done += answer.done;
		first += answer.done;
		if (answer.slowest.ms > slowest.ms) ({ slowest } = answer);
		break;
	}
	options.tell(
		`${done} inputs read, the slowest in ${slowest.ms.toFixed(0)} ms (${slowest.reader}, input ${slowest.input})`,
	);
	return faults;
};

/** Lets a thread read inputs; gives the number of the one on which it hangs. */
function feed(
	{ root, corpora, seed, inputs, seconds }: TortureOptions,
	first: number,
): Promise<FuzzAnswer | number> {
	const at = new Int32Array(new SharedArrayBuffer(4));
	at[0] = -1;
	const order: FuzzOrder = { kind: "fuzz", root, corpora, seed, first, inputs, seconds, at };
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL(import.meta.url), { workerData: order });
		let last = -1;
		let since = performance.now();
		const timer = setInterval(() => {
			const now = Atomics.load(at, 0);
			if (now !== last) {
				last = now;
				since = performance.now();
			} else if (now !== -1 && performance.now() - since > PATIENCE * 1000) {
				clearInterval(timer);
				void worker.terminate();
				resolve(now);
			}
		}, 500);
		worker.once("message", (answer: FuzzAnswer) => {
			clearInterval(timer);
			void worker.terminate();
			resolve(answer);
		});
		worker.once("error", (error) => {
			clearInterval(timer);
			reject(error);
		});
	});
}
