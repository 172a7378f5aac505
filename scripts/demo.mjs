// Builds everything, lays out demo-vault/, imports the samples (or the given sources) and shows what came of it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const home = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const cli = join(home, "dist", "cli.mjs");
const vault = join(home, "demo-vault");

const given = process.argv.slice(2);
const sources =
	given.length > 0
		? given.map(fromCaller)
		: ["--attack", "samples/attack", "--rules", "samples/rules", "--atomics", "samples/atomics"];

/** Paths are the caller's, who may stand in another folder than npm does. */
function fromCaller(arg, index) {
	const isPath = !arg.startsWith("-") && given[index - 1] !== "--attack-version";
	return isPath ? resolve(process.env.INIT_CWD ?? process.cwd(), arg) : arg;
}

function run(title, command, args, { quiet = false, allowed = [0] } = {}) {
	if (title) console.log(`\n== ${title}`);
	const result = spawnSync(command, args, {
		cwd: home,
		encoding: "utf8",
		stdio: ["ignore", quiet ? "pipe" : "inherit", quiet ? "pipe" : "inherit"],
		maxBuffer: 256 * 1024 * 1024,
	});
	if (allowed.includes(result.status)) return result;
	if (quiet) process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
	console.error(`${[command, ...args].join(" ")} ended with ${result.status ?? result.signal}`);
	process.exit(result.status || 3);
}

/** The technique with most rules among those that have a runbook, else among all: the one worth showing. */
function pickTechnique() {
	const counts = new Map();
	const runbooks = new Set();
	const visit = (folder) => {
		for (const entry of readdirSync(folder, { withFileTypes: true })) {
			const path = join(folder, entry.name);
			if (entry.isDirectory() && !entry.name.startsWith(".")) visit(path);
			else if (entry.name.endsWith(".md")) {
				const head = readFileSync(path, "utf8").slice(0, 2000);
				const runbook = /^runbook_id: "?(T[\d.]+)/m.exec(head);
				if (runbook) runbooks.add(runbook[1]);
				else if (/^rule_id:/m.test(head)) {
					for (const id of /^techniques: \[(.*)\]/m.exec(head)?.[1].match(/T\d{4}(?:\.\d{3})?/g) ??
						[]) {
						counts.set(id, (counts.get(id) ?? 0) + 1);
					}
				}
			}
		}
	};
	visit(vault);
	const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
	return (ranked.find(([id]) => runbooks.has(id)) ?? ranked[0])?.[0];
}

run(
	"Building the plugin and the command line",
	process.execPath,
	[join(home, "scripts", "build.mjs")],
	{ quiet: true },
);
console.log("main.js (plugin) and dist/cli.mjs (command line)");
run("Laying out the vault", process.execPath, [cli, "init", relative(home, vault)]);
run("Importing", process.execPath, [cli, "import", relative(home, vault), ...sources], {
	allowed: [0, 1],
});
const technique = existsSync(vault) ? pickTechnique() : undefined;
if (technique !== undefined)
	run(`The panel of ${technique}`, process.execPath, [
		cli,
		"panel",
		relative(home, vault),
		technique,
	]);
console.log(`
== Open it in Obsidian (1.13 or later)
1. In Obsidian choose "Open folder as vault" and pick ${vault}
2. Choose "Trust author and enable plugins".
3. Open "Detection Vault/Start here", or any technique note with the quick switcher.

Your own sources: npm run demo -- --attack FILE --rules DIR --atomics DIR`);
