// How much of each rule language is understood, over every rule of the given folders (else the corpora beside the repository).
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildBench } from "./bundle/build-bench.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const corpora = process.env.DETECTION_VAULT_CORPORA ?? resolve(root, "..", "shared", "corpora");
const named = process.argv.slice(2);
const sources =
	named.length > 0
		? named.map((path) => resolve(path))
		: ["sigma", "elastic", "splunk", "kusto", "chronicle"].map((name) => join(corpora, name));

if (!sources.every((path) => existsSync(path))) {
	console.log(`skipped: no rules at ${sources.join(", ")}`);
	process.exit(0);
}

const out = await buildBench(root);
const reasons = process.env.REASONS ?? "3";
const result = spawnSync(process.execPath, [join(out, "run-sweep.mjs"), reasons, ...sources], {
	encoding: "utf8",
	maxBuffer: 64 * 1024 * 1024,
});
if (result.status !== 0) throw new Error(result.stderr);
const { files, readMs, decodeMs, parseMs, ratio, processorRatio, rows } = JSON.parse(result.stdout);

const cells = [
	[
		"language",
		"queries",
		"full",
		"share",
		"partial",
		"opaque",
		"retired",
		"predicates",
		"loose",
		"MB/s",
	],
	...rows
		.sort((a, b) => b.queries - a.queries)
		.map((row) => [
			row.language,
			row.queries,
			row.full,
			row.language.startsWith("none")
				? "-"
				: `${((row.full / Math.max(1, row.queries)) * 100).toFixed(2)} %`,
			row.partial,
			row.opaque,
			row.retired,
			row.predicates,
			row.loose,
			row.ms === 0 ? "-" : (row.bytes / 1000 / row.ms).toFixed(0),
		]),
];
const widths = cells[0].map((_, column) =>
	Math.max(...cells.map((row) => String(row[column]).length)),
);
for (const row of cells)
	console.log(row.map((cell, column) => String(cell).padStart(widths[column])).join("  "));
for (const { language, reasons: told } of rows) {
	for (const { reason, queries, example } of told)
		console.log(`\n${language}: ${queries} queries, as ${example}: ${reason}`);
}
console.log(
	`\n${files} files: reading ${readMs.toFixed(0)} ms, decoding YAML and TOML ${decodeMs.toFixed(0)} ms, parsing the queries ${parseMs.toFixed(0)} ms cold; parsing / (reading + decoding) ${ratio.toFixed(2)} (target 1.2), of the processor\u2019s time ${processorRatio.toFixed(2)}`,
);
