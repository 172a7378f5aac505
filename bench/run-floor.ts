// The floor of an import: the same files read and parsed with the same libraries, and the same notes written, nothing else.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as yaml from "js-yaml";
import { parse as parseToml } from "smol-toml";

const [mode = "", made = "", target = "", ...sources] = process.argv.slice(2);

/** The notes to write, read before the clock starts. */
const loadingSince = performance.now();
const idleSince = process.cpuUsage();
const notes =
	mode === "read-only"
		? []
		: walk(made).map((path) => [path.slice(made.length + 1), readFileSync(path, "utf8")] as const);
const loading = performance.now() - loadingSince;
const loadingCpu = process.cpuUsage(idleSince);

let parsed = 0;
for (const source of sources) for (const path of walk(source)) if (parse(path)) parsed++;
const readMs = performance.now() - loading;

const folders = new Set<string>();
for (const [path, text] of notes) {
	const full = join(target, path);
	const folder = dirname(full);
	if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
	folders.add(folder);
	writeFileSync(full, text);
}
const ms = performance.now() - loading;
const cpu = process.cpuUsage();
process.stdout.write(
	JSON.stringify({
		ms,
		user: (cpu.user - loadingCpu.user) / 1000,
		system: (cpu.system - loadingCpu.system) / 1000,
		readMs,
		parsed,
		notes: notes.length,
		rss: process.resourceUsage().maxRSS / 1024,
	}),
);

function parse(path: string): boolean {
	const text = readFileSync(path, "utf8");
	try {
		if (/\.ya?ml$/.test(path))
			yaml.loadAll(text, undefined, { schema: yaml.CORE_SCHEMA, json: true });
		else if (path.endsWith(".toml")) parseToml(text);
		else if (path.endsWith(".json")) JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

function walk(path: string): string[] {
	if (/\.[a-z]+$/i.test(path)) return [path];
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		if (entry.name.startsWith(".")) return [];
		const full = join(path, entry.name);
		return entry.isDirectory() ? walk(full) : [full];
	});
}
