// Opening a vault in a process of its own: the floor first (walk, read, parse front matter), then the index cold, then warm from its snapshot.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import * as yaml from "js-yaml";
import { writeSnapshot } from "../src/core/index/snapshot";
import { createVaultIndex } from "../src/core/index/vault-index";
import { runQuery } from "../src/core/query/run-query";
import { createFileNotes } from "../src/node/file-notes";

/** Of each query, of which the middle one counts. */
const RUNS = 51;

const [vault = "", order = "floor-first"] = process.argv.slice(2);
const store = createFileNotes(vault);

const floor = (): number => time(() => readProperties(vault));
const coldIndex = async (): Promise<number> => {
	const since = performance.now();
	const index = createVaultIndex();
	for (const { path, size, created, modified } of await store.listNotes()) {
		const text = await store.readNote(path);
		if (text !== undefined) index.put(path, text, { ctime: created, mtime: modified, size });
	}
	return performance.now() - since;
};

// Whoever runs second finds the code compiled and the files in the cache, so the order is the caller's.
const results: Record<string, number> = {};
if (order === "floor-first") results["floor"] = floor();
results["cold"] = await coldIndex();
if (order !== "floor-first") results["floor"] = floor();

const index = createVaultIndex();
const before = memory();
const entries = await store.listNotes();
for (const { path, size, created, modified } of entries) {
	const text = await store.readNote(path);
	if (text !== undefined) index.put(path, text, { ctime: created, mtime: modified, size });
}
results["bytesPerNote"] = (memory() - before) / Math.max(1, entries.length);
const snapshot = writeSnapshot(index.notes().map(({ record }) => record));
const files = entries.map(({ path, size, created, modified }) => ({
	path,
	size,
	ctime: created,
	mtime: modified,
}));
results["warm"] = time(() => createVaultIndex().restore(snapshot, files));
results["snapshotKiB"] = snapshot.length / 1024;

const options = { origin: null, now: "2026-03-01T00:00:00Z" };
for (const [name, query] of [
	["tag", 'TABLE status, level FROM "Detection Rules" AND #T1021_004'],
	["group", 'TABLE length(rows) FROM "Detection Rules" GROUP BY level'],
	["flatten", "TABLE length(rows) FLATTEN file.etags AS tag GROUP BY tag"],
] as const) {
	runQuery(index, query, options);
	const runs = Array.from({ length: RUNS }, () => time(() => runQuery(index, query, options)));
	results[name] = runs.sort((a, b) => a - b)[RUNS >> 1] ?? 0;
}
results["notes"] = entries.length;
process.stdout.write(JSON.stringify(results));

function time(work: () => unknown): number {
	const since = performance.now();
	work();
	return performance.now() - since;
}

function memory(): number {
	globalThis.gc?.();
	return process.memoryUsage().heapUsed;
}

function readProperties(folder: string): number {
	let count = 0;
	for (const entry of readdirSync(folder, { withFileTypes: true })) {
		if (entry.name.startsWith(".")) continue;
		const full = join(folder, entry.name);
		if (entry.isDirectory()) count += readProperties(full);
		else if (entry.name.endsWith(".md")) {
			statSync(full);
			const text = readFileSync(full, "utf8");
			if (!text.startsWith("---\n")) continue;
			const end = text.indexOf("\n---", 3);
			try {
				yaml.load(text.slice(4, end), { schema: yaml.CORE_SCHEMA });
				count++;
			} catch {
				// A note with broken front matter costs its reading all the same.
			}
		}
	}
	return count;
}
