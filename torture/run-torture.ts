import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { tortureDisks } from "./run-disks";
import { isMainThread, workerData } from "node:worker_threads";
import type { FuzzOrder } from "./fuzz-worker";
import { serveFuzz } from "./fuzz-worker";
import { tortureReaders } from "./run-fuzz";
import { tortureHostile } from "./run-hostile";
import { tortureProcesses } from "./run-processes";
import { tortureImports } from "./run-imports";
import { tortureKills } from "./run-kills";
import { tortureMerges } from "./run-pairs";
import type { Section, TortureOptions } from "./section";

const SECTIONS: ReadonlyMap<string, Section> = new Map([
	["pairs", tortureMerges],
	["imports", tortureImports],
	["kills", tortureKills],
	["disks", tortureDisks],
	["process", tortureProcesses],
	["hostile", tortureHostile],
	["readers", tortureReaders],
]);

if (isMainThread) process.exitCode = await main();
else await serveFuzz(workerData as FuzzOrder);

async function main(): Promise<number> {
	const { values } = parseArgs({
		options: {
			root: { type: "string", default: "." },
			seed: { type: "string" },
			pairs: { type: "string", default: "10000" },
			kills: { type: "string", default: "300" },
			inputs: { type: "string", default: "0" },
			seconds: { type: "string", default: "60" },
			corpora: { type: "string" },
			keep: { type: "string" },
			cli: { type: "string" },
			only: { type: "string", multiple: true },
		},
	});
	const unknown = values.only?.filter((name) => !SECTIONS.has(name)) ?? [];
	if (unknown.length > 0) {
		const names = [...SECTIONS.keys()].join(", ");
		console.log(`--only takes one part each time (${names}), not ${unknown.join(" ")}`);
		return 2;
	}
	const root = resolve(values.root);
	const corpora =
		values.corpora ??
		process.env["DETECTION_VAULT_CORPORA"] ??
		resolve(root, "..", "shared", "corpora");
	const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31));
	const options: Omit<TortureOptions, "tell"> = {
		...{ root, seed },
		corpora: existsSync(join(corpora, "attack")) ? corpora : undefined,
		pairs: Number(values.pairs),
		kills: Number(values.kills),
		inputs: Number(values.inputs),
		seconds: Number(values.seconds),
		keep: values.keep,
		cli: values.cli ?? join(root, "dist", "cli.mjs"),
	};
	const where = options.corpora === undefined ? "the samples" : "the corpora";
	console.log(`seed ${seed} (repeat with --seed ${seed}), over ${where}`);
	let count = 0;
	for (const [name, section] of SECTIONS) {
		if (values.only !== undefined && !values.only.includes(name)) continue;
		const tell = (line: string): void => console.log(`${name.padEnd(8)} ${line}`);
		const began = performance.now();
		const faults = await section({ ...options, tell });
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		tell(`${faults.length === 0 ? "no fault" : `${faults.length} FAULTS`} (${seconds} s)`);
		for (const fault of faults) console.log(`  ${fault}`);
		count += faults.length;
	}
	console.log(count === 0 ? "nothing was lost" : `${count} faults`);
	return count === 0 ? 0 : 1;
}
