// Every rule under the given folders taken apart: how much of each language is understood, what is not, and what it costs.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import * as yaml from "js-yaml";
import { parse as parseToml } from "smol-toml";
import type { QueryContext } from "../src/core/model/detection";
import type { Rule } from "../src/core/model/rule";
import { createQueryContext } from "../src/core/rules/query-context";
import { readRuleFile } from "../src/core/rules/read-rule-file";
import type { RuleContext } from "../src/core/rules/rule-reader";
import { understandRule } from "../src/core/rules/understand-rule";
import { findQueryParser } from "../src/core/languages/query-parsers";
import { listPredicates } from "../src/core/languages/list-predicates";
import { tuneEngine } from "../src/node/tune-engine";

interface Row {
	queries: number;
	full: number;
	partial: number;
	opaque: number;
	retired: number;
	predicates: number;
	/** Tokens that no node holds, in queries that count as full; always 0. */
	loose: number;
	bytes: number;
	ms: number;
	readonly reasons: Map<string, string[]>;
}

// As on the command line; reading and decoding are measured under the same setting.
tuneEngine();

const [reasonsShown = "0", ...sources] = process.argv.slice(2);
const files = sources.flatMap(walk);
const texts = timed(() =>
	files.map((file) => ({ file, path: file, text: readFileSync(file, "utf8") })),
);
const decoding = timed(() => {
	for (const { path, text } of texts.value) decode(path, text);
});
const rules: Rule[] = [];
const contexts: RuleContext[] = [];
for (const file of texts.value) {
	const reading = readRuleFile(file);
	if (reading.kind === "rules") for (const rule of reading.reading.rules) rules.push(rule);
	else if (reading.kind === "context") contexts.push(...reading.contexts);
}
const context = createQueryContext(contexts);
const cold = timed(() => parseAll(context));
const rows = new Map<string, Row>();
for (const rule of rules) count(rule);

process.stdout.write(
	JSON.stringify({
		files: files.length,
		readMs: texts.ms,
		decodeMs: decoding.ms,
		parseMs: cold.ms,
		ratio: cold.ms / (texts.ms + decoding.ms),
		// A machine that does other work makes all of it longer, and not all of it alike.
		processorRatio: cold.processorMs / (texts.processorMs + decoding.processorMs),
		rows: [...rows].map(([language, { reasons, ...row }]) => ({
			language,
			...row,
			reasons: [...reasons]
				.map(([reason, named]) => ({ reason, queries: named.length, example: named[0] ?? "" }))
				.sort((a, b) => b.queries - a.queries)
				.slice(0, Number(reasonsShown)),
		})),
	}),
);

function parseAll(known: QueryContext): void {
	for (const { queries } of rules)
		for (const { language, text } of queries) findQueryParser(language)?.(text, known);
}

/** Counts each query for itself: a rule may state its detection in several languages. */
function count(rule: Rule): void {
	// A hunt is a query to start from, often left unfinished; what is demanded of rules is not demanded of it.
	const of = rule.kind === "hunt" ? " hunts" : "";
	if (rule.queries.length === 0) rowOf(`none${of}`).queries++;
	for (const query of rule.queries) {
		const row = rowOf(query.language + of);
		if (rule.status === "deprecated" || rule.status === "unsupported") {
			row.retired++;
			continue;
		}
		const alone = { ...rule, queries: [query] };
		const { value: understood, ms } = timed(() => understandRule(alone, context));
		row.queries++;
		row.ms += ms;
		row.bytes += query.text.length;
		if (understood.parsed !== "none") row[understood.parsed]++;
		for (const { parsed } of understood.queries) {
			if (parsed === undefined) continue;
			row.predicates += listPredicates(parsed.detection).length;
			if (understood.parsed === "full") row.loose += parsed.tokens.unconsumed;
		}
		for (const reason of understood.reasons) {
			const shape = reason.replace(/“[^”]*”/g, "“…”");
			row.reasons.set(shape, [...(row.reasons.get(shape) ?? []), basename(rule.file)]);
		}
	}
}

function rowOf(language: string): Row {
	const row = rows.get(language) ?? startRow();
	rows.set(language, row);
	return row;
}

function startRow(): Row {
	return {
		...{ queries: 0, full: 0, partial: 0, opaque: 0, retired: 0 },
		...{ predicates: 0, loose: 0, bytes: 0, ms: 0, reasons: new Map() },
	};
}

function decode(path: string, text: string): void {
	try {
		if (/\.ya?ml$/.test(path))
			yaml.loadAll(text, undefined, { schema: yaml.CORE_SCHEMA, json: true });
		else if (path.endsWith(".toml")) parseToml(text);
	} catch {
		// A broken file costs what it costs until it breaks.
	}
}

interface Timed<T> {
	readonly value: T;
	readonly ms: number;
	/** What all threads together used of the processor. */
	readonly processorMs: number;
}

function timed<T>(work: () => T): Timed<T> {
	const since = performance.now();
	const used = process.cpuUsage();
	const value = work();
	const { user, system } = process.cpuUsage(used);
	return { value, ms: performance.now() - since, processorMs: (user + system) / 1000 };
}

function walk(path: string): string[] {
	return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
		if (entry.name.startsWith(".")) return [];
		const full = join(path, entry.name);
		return entry.isDirectory()
			? walk(full)
			: /\.(?:ya?ml|toml|kql|txt|md|yaral|csv|json|conf)$/i.test(entry.name)
				? [full]
				: [];
	});
}
