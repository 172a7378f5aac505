import { spawn } from "node:child_process";
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { changeSources } from "./change-sources";
import type { Sources } from "./load-sources";
import { openPool } from "./load-sources";
import type { Random } from "./random";
import { createRandom } from "./random";
import type { Section } from "./section";

/** How many of the kills are of real processes. */
const SHARE = 0.07;

interface Run {
	readonly code: number | null;
	readonly err: string;
}

/** Imports of the built command line that are killed by the system, run beside each other, or write to a disk with a limit. */
export const tortureProcesses: Section = async ({ root, corpora, seed, kills, cli, tell }) => {
	if (!existsSync(cli)) return [`there is no command line at ${cli}`];
	const random = createRandom(seed);
	const work = mkdtempSync(join(tmpdir(), "detection-vault-torture-"));
	try {
		const first = openPool(root, corpora)(random, { techniques: 30, rules: 120, atomics: 20 });
		const second = changeSources(first, random, "upzz", 2);
		const start = join(work, "start");
		await run(cli, start, writeSources(join(work, "first"), first));
		const sources = writeSources(join(work, "second"), second);
		const wanted = copy(start, join(work, "wanted"));
		const began = performance.now();
		await run(cli, wanted, sources);
		const took = performance.now() - began;
		const scene = { cli, start, sources, wanted, vault: join(work, "vault"), took, random };
		const count = Math.max(4, Math.round(kills * SHARE));
		const faults: string[] = [];
		for (let index = 0; index < count; index++) faults.push(...(await killOne(scene, index)));
		faults.push(...(await runTwo(scene)), ...(await runLimited(scene)));
		tell(`${count} processes killed and resumed, two imports at once, one with a limit on files`);
		return faults;
	} finally {
		rmSync(work, { recursive: true, force: true });
	}
};

interface ProcessScene {
	readonly cli: string;
	readonly start: string;
	readonly sources: readonly string[];
	readonly wanted: string;
	readonly vault: string;
	/** Milliseconds that the import takes undisturbed. */
	readonly took: number;
	readonly random: Random;
}

async function killOne(scene: ProcessScene, index: number): Promise<string[]> {
	const { cli, start, sources, wanted, vault, took, random } = scene;
	copy(start, vault);
	// Half of them anywhere, half while the notes are written.
	const whileWriting = index % 2 === 0;
	const delay = whileWriting ? random.below(40) : random.below(took);
	await run(cli, vault, sources, { delay, whileWriting });
	const resumed = await run(cli, vault, sources);
	const faults = resumed.code === 0 || resumed.code === 1 ? [] : [`resuming fails: ${resumed.err}`];
	faults.push(...compare(wanted, vault));
	return faults.map((fault) => `process ${index}, killed after ${delay} ms: ${fault}`);
}

async function runTwo(scene: ProcessScene): Promise<string[]> {
	const { cli, start, sources, wanted, vault } = scene;
	copy(start, vault);
	const both = await Promise.all([run(cli, vault, sources), run(cli, vault, sources)]);
	const faults: string[] = [];
	if (!both.some(({ code }) => code === 0 || code === 1)) faults.push("neither import is done");
	for (const { code, err } of both) {
		const isRefused = code === 3 && /another import|imported into/.test(err);
		if (code !== 0 && code !== 1 && !isRefused) faults.push(`one ends with ${code}: ${err}`);
	}
	return [...faults, ...compare(wanted, vault)].map((fault) => `two at once: ${fault}`);
}

/** A limit on the size of files stands for a full disk: the merge bases, the largest files, cannot be written. */
async function runLimited(scene: ProcessScene): Promise<string[]> {
	const { cli, start, sources, wanted, vault } = scene;
	if (process.platform === "win32") return [];
	copy(start, vault);
	const before = listTree(vault);
	const limited = await run(cli, vault, sources, { limit: 8 });
	const faults: string[] = [];
	if (limited.code !== 3 && limited.code !== 1) faults.push(`it ends with ${limited.code}`);
	const after = listTree(vault);
	for (const [path, text] of before)
		if (!after.has(path) || ((after.get(path) ?? "").length === 0 && text.length > 0))
			faults.push(`${path} is lost`);
	await run(cli, vault, sources);
	return [...faults, ...compare(wanted, vault)].map((fault) => `files with a limit: ${fault}`);
}

interface RunOptions {
	readonly delay?: number;
	readonly whileWriting?: boolean;
	/** Blocks of 512 or 1,024 bytes that a file may have. */
	readonly limit?: number;
}

function run(
	cli: string,
	vault: string,
	sources: readonly string[],
	{ delay, whileWriting, limit }: RunOptions = {},
): Promise<Run> {
	const args = [cli, "import", vault, ...sources];
	const child =
		limit === undefined
			? spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] })
			: spawn("sh", ["-c", `ulimit -f ${limit}; exec "$0" "$@"`, process.execPath, ...args], {
					stdio: ["ignore", "ignore", "pipe"],
				});
	let err = "";
	const kill = (): void => void setTimeout(() => child.kill("SIGKILL"), delay);
	if (delay !== undefined && whileWriting !== true) kill();
	child.stderr.on("data", (chunk: Buffer) => {
		const isFirst = !err.includes("Writing notes");
		err += chunk.toString("utf8");
		if (whileWriting === true && isFirst && err.includes("Writing notes")) kill();
	});
	return new Promise((resolve) => child.on("close", (code) => resolve({ code, err })));
}

function writeSources(folder: string, sources: Sources): string[] {
	for (const kind of ["attack", "rules", "atomics"] as const) {
		for (const [path, text] of Object.entries(sources[kind])) {
			const full = join(folder, kind, path);
			mkdirSync(dirname(full), { recursive: true });
			writeFileSync(full, text);
		}
	}
	return ["attack", "rules", "atomics"].flatMap((kind) => [`--${kind}`, join(folder, kind)]);
}

function copy(from: string, to: string): string {
	rmSync(to, { recursive: true, force: true });
	cpSync(from, to, { recursive: true });
	return to;
}

/** Texts of a vault's files by path, without what tells of the imports themselves. */
function listTree(vault: string): Map<string, string> {
	const files = new Map<string, string>();
	for (const entry of readdirSync(vault, { recursive: true, withFileTypes: true })) {
		const full = join(entry.parentPath, entry.name);
		const path = relative(vault, full);
		if (!entry.isFile() || path.includes("Reports") || path.includes("last-import")) continue;
		files.set(path, readFileSync(full, "latin1"));
	}
	return files;
}

function compare(wanted: string, vault: string): string[] {
	const [one, other] = [listTree(wanted), listTree(vault)];
	return [...new Set([...one.keys(), ...other.keys()])].flatMap((path) =>
		one.get(path) === other.get(path) ? [] : [`${path} is not as the undisturbed import leaves it`],
	);
}
