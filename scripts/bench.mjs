// Speed and memory, as ratios against a floor measured in the same run. Every figure is of a fresh process; rounds alternate.
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBench } from "./bundle/build-bench.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpora = process.env.DETECTION_VAULT_CORPORA ?? resolve(root, "..", "shared", "corpora");
const rounds = Number(process.env.ROUNDS ?? 5);

if (!existsSync(join(corpora, "attack"))) {
	console.log(`skipped: no rule repositories at ${corpora} (set DETECTION_VAULT_CORPORA)`);
	process.exit(0);
}

const out = await buildBench(root);

const attack = ["enterprise", "mobile", "ics"].map((domain) =>
	join(corpora, "attack", `${domain}-attack.json`),
);
const rules = ["sigma", "elastic", "splunk", "kusto", "chronicle"].map((name) =>
	join(corpora, name),
);
const atomics = [join(corpora, "atomics")];
const work = mkdtempSync(join(tmpdir(), "detection-vault-bench-"));

function run(name, ...args) {
	const result = spawnSync(process.execPath, ["--expose-gc", join(out, `${name}.mjs`), ...args], {
		cwd: work,
		encoding: "utf8",
		maxBuffer: 64 * 1024 * 1024,
	});
	if (result.status !== 0) throw new Error(`${name} ended with ${result.status}\n${result.stderr}`);
	return JSON.parse(result.stdout);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value, digits = 0) => value.toFixed(digits);
const importOf = (vault, { withAttack, sources, tests }) =>
	run(
		"run-import",
		"import",
		vault,
		...(withAttack ? ["--attack", ...attack] : []),
		"--rules",
		...sources,
		"--atomics",
		...tests,
		"--json",
	);

/** Runs two measurements in turn and gives both lists and the ratio of each pair. */
function pair(times, first, second) {
	const a = [];
	const b = [];
	for (let index = 0; index < times; index++) {
		a.push(first());
		b.push(second());
	}
	return { a, b, ratios: a.map((value, index) => value.ms / b[index].ms) };
}

function freshFolder(name) {
	const folder = join(work, name);
	rmSync(folder, { recursive: true, force: true });
	return folder;
}

function tell(what, text) {
	console.log(`${what.padEnd(34)} ${text}`);
}

function spread(values, unit = "ms", digits = 0) {
	return `${round(median(values), digits)} ${unit} (${round(Math.min(...values), digits)} to ${round(Math.max(...values), digits)})`;
}

try {
	const everything = { withAttack: true, sources: rules, tests: atomics };
	const made = freshFolder("made");
	const first = importOf(made, everything);
	tell("notes of a full import", `${first.created} created, ${first.files.read} files read`);

	const full = pair(
		rounds,
		() => importOf(freshFolder("vault"), everything),
		() => run("run-floor", "all", made, freshFolder("floor"), ...attack, ...rules, ...atomics),
	);
	tell("full import", spread(full.a.map(({ ms }) => ms)));
	tell("floor (read, parse, write)", spread(full.b.map(({ ms }) => ms)));
	tell("import / floor (target 1.5)", spread(full.ratios, "", 2));
	tell(
		"peak memory, import",
		spread(
			full.a.map(({ rss }) => rss),
			"MiB",
		),
	);
	tell(
		"peak memory, floor",
		spread(
			full.b.map(({ rss }) => rss),
			"MiB",
		),
	);

	const again = pair(
		Math.min(rounds, 3),
		() => importOf(made, everything),
		() =>
			run("run-floor", "read-only", made, freshFolder("floor"), ...attack, ...rules, ...atomics),
	);
	const idle = again.a.every(
		({ created, updated, conflicts }) => created + updated + conflicts === 0,
	);
	tell(
		"second import",
		`${spread(again.a.map(({ ms }) => ms))}, ${idle ? "nothing changed" : "NOTES CHANGED"}`,
	);
	tell("second import / reading sources", spread(again.ratios, "", 2));

	const half = halve();
	const twice = pair(
		Math.min(rounds, 3),
		() => importOf(freshFolder("vault"), { withAttack: false, sources: rules, tests: atomics }),
		() =>
			importOf(freshFolder("vault-half"), {
				withAttack: false,
				sources: [half.rules],
				tests: [half.atomics],
			}),
	);
	tell(
		"rules and tests: all / half",
		`${spread(twice.ratios, "", 2)} (target 2.1), ${twice.a[0].files.read} and ${twice.b[0].files.read} files`,
	);

	const catalogue = join(corpora, "vaults", "use-case-catalogue");
	for (const [name, vault] of [
		["imported vault", made],
		["catalogue vault", catalogue],
	]) {
		if (!existsSync(vault)) continue;
		const opened = Array.from({ length: rounds * 2 }, (_, index) =>
			run("run-open", vault, index % 2 === 0 ? "floor-first" : "index-first"),
		);
		const of = (key) => opened.map((item) => item[key]);
		console.log(`\n${name}, ${opened[0].notes} notes`);
		tell("walk, read, front matter (floor)", spread(of("floor")));
		tell("index, cold", spread(of("cold")));
		tell(
			"cold / floor (target 1.5)",
			spread(
				opened.map(({ cold, floor }) => cold / floor),
				"",
				2,
			),
		);
		tell("index, warm", spread(of("warm")));
		tell(
			"warm / floor",
			spread(
				opened.map(({ warm, floor }) => warm / floor),
				"",
				2,
			),
		);
		tell("memory per note", spread(of("bytesPerNote"), "bytes"));
		tell("query by tag", spread(of("tag"), "ms", 2));
		tell("query grouping all rules", spread(of("group"), "ms", 2));
		tell("query over all tags", spread(of("flatten"), "ms", 2));
	}
	const panels = Array.from({ length: rounds }, () => run("run-panel", made, "T1021"));
	const ofPanels = (key) => panels.map((item) => item[key]);
	console.log(`\nlibrary of the imported vault, ${panels[0].allRules} rules`);
	tell("opening it cold", spread(ofPanels("open")));
	tell("memory per rule", spread(ofPanels("bytesPerRule"), "bytes"));
	tell(`panel of T1021, ${panels[0].rules} rules (target 5)`, spread(ofPanels("panel"), "ms", 2));
	tell("the first of its 100", spread(ofPanels("first"), "ms", 2));
} finally {
	rmSync(work, { recursive: true, force: true });
}

/** Copies every other file, so that twice the input is known to be twice the like. */
function halve() {
	const target = { rules: join(work, "half", "rules"), atomics: join(work, "half", "atomics") };
	let count = 0;
	const copy = (from, to) => {
		for (const entry of readdirSync(from, { withFileTypes: true })) {
			const source = join(from, entry.name);
			if (entry.isDirectory()) copy(source, join(to, entry.name));
			else if (statSync(source).isFile() && count++ % 2 === 0) {
				mkdirSync(to, { recursive: true });
				cpSync(source, join(to, entry.name));
			}
		}
	};
	for (const folder of rules) copy(folder, join(target.rules, basename(folder)));
	copy(atomics[0], target.atomics);
	return target;
}
