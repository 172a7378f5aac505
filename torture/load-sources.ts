import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import type { Random } from "./random";

/** Files of each kind of source, by path. */
export interface Sources {
	readonly attack: Readonly<Record<string, string>>;
	readonly rules: Readonly<Record<string, string>>;
	readonly atomics: Readonly<Record<string, string>>;
}

/** How many files of each kind are drawn. */
export interface Share {
	readonly techniques: number;
	readonly rules: number;
	readonly atomics: number;
}

const RULE_FOLDERS = ["sigma", "elastic", "splunk", "kusto", "chronicle"];
const RULE_FILE = /\.(?:ya?ml|toml|kql|yaral|txt|md)$/;

/** Files beyond this are of no use for many small cases. */
const LARGEST = 60_000;

/** Draws sources at random. */
export type DrawSources = (random: Random, share: Share) => Sources;

/** Opens what sources are drawn from: the corpora where they are, else all of the samples that ship with the repository. */
export function openPool(root: string, corpora: string | undefined): DrawSources {
	if (corpora === undefined) {
		const samples = readSamples(root);
		return () => samples;
	}
	const file = join(corpora, "attack", "enterprise-attack.json");
	const bundle = JSON.parse(readFileSync(file, "utf8")) as Bundle;
	return (random, share) => drawSources(corpora, bundle, random, share);
}

function drawSources(corpora: string, bundle: Bundle, random: Random, share: Share): Sources {
	const perVendor = Math.ceil(share.rules / RULE_FOLDERS.length);
	const rules = RULE_FOLDERS.flatMap((vendor) =>
		random.some(listFiles(join(corpora, vendor), RULE_FILE), perVendor),
	);
	const atomics = random.some(
		listFiles(join(corpora, "atomics"), /T\d[\d.]*\.yaml$/),
		share.atomics,
	);
	return {
		attack: drawAttack(bundle, random, share.techniques),
		rules: readAll(corpora, rules),
		atomics: readAll(corpora, atomics),
	};
}

/** The samples that ship with the repository. */
export function readSamples(root: string): Sources {
	const all = (folder: string): Record<string, string> =>
		readAll(join(root, "samples", folder), listFiles(join(root, "samples", folder), /./));
	return { attack: all("attack"), rules: all("rules"), atomics: all("atomics") };
}

/** Lists the files below a folder whose names match, in order. */
export function listFiles(folder: string, wanted: RegExp): string[] {
	if (!existsSync(folder)) return [];
	return readdirSync(folder, { withFileTypes: true })
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const path = join(folder, entry.name);
			if (entry.name.startsWith(".")) return [];
			if (entry.isDirectory()) return listFiles(path, wanted);
			return wanted.test(entry.name) && statSync(path).size <= LARGEST ? [path] : [];
		});
}

function readAll(root: string, paths: readonly string[]): Record<string, string> {
	return Object.fromEntries(
		paths.map((path) => [relative(root, path).replaceAll("\\", "/"), readFileSync(path, "utf8")]),
	);
}

interface Bundle {
	readonly objects: readonly StixObject[];
}

interface StixObject {
	readonly id: string;
	readonly type: string;
	readonly source_ref?: string;
	readonly target_ref?: string;
}

/** A bundle of some techniques with all that a relationship ties to them, and what every bundle has. */
function drawAttack(bundle: Bundle, random: Random, count: number): Record<string, string> {
	const { objects } = bundle;
	const techniques = random.some(
		objects.filter(({ type }) => type === "attack-pattern"),
		count,
	);
	const kept = new Set(techniques.map(({ id }) => id));
	const ties = objects.filter(
		({ type, source_ref: from = "", target_ref: to = "" }) =>
			type === "relationship" && (kept.has(from) || kept.has(to)),
	);
	for (const { id, source_ref: from = "", target_ref: to = "" } of random.some(ties, count * 6)) {
		for (const name of [id, from, to]) kept.add(name);
	}
	const always = new Set(["x-mitre-tactic", "x-mitre-matrix", "x-mitre-collection", "identity"]);
	const chosen = objects.filter(({ id, type }) => kept.has(id) || always.has(type));
	return { "enterprise.json": JSON.stringify({ ...bundle, objects: chosen }, null, 1) };
}
