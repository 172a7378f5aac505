import { parentPort } from "node:worker_threads";
import { makeInput } from "./fuzz-input";
import { listReaders } from "./fuzz-readers";
import { gatherSeeds } from "./fuzz-seeds";
import { createRandom, seedOf } from "./random";

/** What the thread that reads inputs is told. */
export interface FuzzOrder {
	readonly kind: "fuzz";
	readonly root: string;
	readonly corpora: string | undefined;
	readonly seed: number;
	readonly first: number;
	/** Inputs to read, 0 for as many as the time allows. */
	readonly inputs: number;
	readonly seconds: number;
	/** The number of the input in hand, told before it is read. */
	readonly at: Int32Array;
}

/** What it answers, once. */
export interface FuzzAnswer {
	readonly done: number;
	/** Milliseconds of the slowest input, with the number it has. */
	readonly slowest: { readonly ms: number; readonly input: number; readonly reader: string };
	readonly faults: readonly string[];
}

const MOST_FAULTS = 20;

/** Milliseconds that one input of a few kilobytes may take, on a machine that has other work too. */
const TOO_LONG = 5000;

/** Feeds readers with inputs until there are enough; each input follows from the seed and its number alone. */
export async function serveFuzz(order: FuzzOrder): Promise<void> {
	const { root, corpora, seed, first, inputs, seconds, at } = order;
	const seeds = await gatherSeeds(root, corpora, seed);
	const readers = listReaders();
	const faults: string[] = [];
	let slowest = { ms: 0, input: 0, reader: "" };
	const began = performance.now();
	let input = first;
	const isOver = (): boolean =>
		inputs > 0 ? input >= inputs : performance.now() - began > seconds * 1000;
	for (; !isOver() && faults.length < MOST_FAULTS; input++) {
		Atomics.store(at, 0, input);
		const reader = readers[input % readers.length];
		if (reader === undefined) break;
		const text = makeInput(seeds[reader.seeds], createRandom(seedOf(seed, input)), reader.most);
		const start = performance.now();
		try {
			await reader.read(text);
		} catch (error) {
			const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
			faults.push(
				`input ${input}: ${reader.name} throws ${told.split("\n").slice(0, 4).join("\n    ")}\n    ${JSON.stringify(text.slice(0, 300))}`,
			);
		}
		const ms = performance.now() - start;
		if (ms > TOO_LONG) faults.push(`input ${input}: ${reader.name} takes ${ms.toFixed(0)} ms`);
		if (ms > slowest.ms) slowest = { ms, input, reader: reader.name };
	}
	parentPort?.postMessage({ done: input - first, slowest, faults } satisfies FuzzAnswer);
}
