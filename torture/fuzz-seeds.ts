import { zipSync } from "fflate";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { listNotes, makeVault } from "./draft-notes";
import type { SeedKind } from "./fuzz-readers";
import { listFiles, openPool } from "./load-sources";
import { createRandom } from "./random";

const QUERIES = [
	'TABLE level AS Severity, length(file.inlinks) FROM #detection_rule AND -"a" WHERE contains(techniques, this.attack_id) SORT level DESC LIMIT 5',
	"LIST rows.file.link FROM [[a]] OR outgoing([[b]]) FLATTEN tags AS tag GROUP BY tag SORT length(rows) DESC",
	"TASK WHERE !completed AND due < date(today) + dur(3 days) GROUP BY file.link",
	'TABLE WITHOUT ID field, count(unique(rule)) AS n FROM predicates WHERE op = "eq" GROUP BY field',
	"= sum(map(filter([1, 2, 3], (x) => x > 1), (y) => y * 2)) + this.n",
	'CALENDAR file.ctime WHERE regexmatch("a+b", file.name) AND choice(n > 1, true, false)',
];
const LAYER = JSON.stringify({
	name: "layer",
	versions: { attack: "16", navigator: "4.9.1", layer: "4.5" },
	domain: "enterprise-attack",
	techniques: [
		{
			techniqueID: "T1003.001",
			tactic: "credential-access",
			score: 3,
			color: "#ff0000",
			comment: "c",
			enabled: true,
			metadata: [{ name: "n", value: "v" }],
		},
	],
	gradient: { colors: ["#ff6666", "#ffffff"], minValue: 0, maxValue: 100 },
});
const LOGS = [
	JSON.stringify({
		"attire-version": "1.1",
		"execution-data": {
			"execution-source": "x",
			"time-generated": "2026-01-02T03:04:05.000Z",
			target: { user: "u", host: "h", ip: "10.0.0.1", path: "" },
		},
		procedures: [
			{
				"mitre-technique-id": "T1003",
				"procedure-name": "p",
				"procedure-id": { type: "guid", id: "5c2571d0-1572-416d-9676-812e64ca9f44" },
				"procedure-description": "d",
				order: 1,
				steps: [
					{
						order: 1,
						"time-start": "2026-01-02T03:04:05Z",
						"time-stop": "2026-01-02T03:04:06Z",
						executor: "sh",
						command: "ls",
						"is-timeout": false,
						output: [{ content: "x", level: "STDOUT", type: "console" }],
					},
				],
			},
		],
	}),
	'"Execution Time (UTC)","Execution Time (Local)","Technique","Test Number","Test Name","Hostname","IP Address","Username","GUID"\n"2026-01-02T03:04:05Z","2026-01-02T04:04:05","T1003","1","Dump","h","10.0.0.1","u","5c2571d0-1572-416d-9676-812e64ca9f44"\n',
];

/** Gathers real texts of each kind to grow inputs from. */
export async function gatherSeeds(
	root: string,
	corpora: string | undefined,
	seed: number,
): Promise<Record<SeedKind, readonly string[]>> {
	const random = createRandom(seed);
	const sources = openPool(root, corpora)(random, { techniques: 20, rules: 250, atomics: 40 });
	const attack = Object.values(sources.attack);
	const notes = listNotes(await makeVault(sources)).map(([, text]) => text);
	const vaults = corpora === undefined ? [] : listFiles(join(corpora, "vaults"), /\.md$/);
	const foreign = random.some(vaults, 150).map((path) => readFileSync(path, "utf8"));
	const zip = zipSync({ "a/b.yml": Buffer.from("a: 1\n".repeat(50)), "c.txt": Buffer.from("x") });
	return {
		rules: Object.values(sources.rules),
		atomics: Object.values(sources.atomics),
		attack: [...attack, ...attack.flatMap(splitBundle)],
		notes: [...notes, ...foreign],
		queries: QUERIES,
		layers: [LAYER],
		logs: LOGS,
		zip: [Buffer.from(zip).toString("latin1")],
	};
}

/** Bundles of one object each, small enough that what is broken in them is near. */
function splitBundle(text: string): string[] {
	const { objects } = JSON.parse(text) as { objects: unknown[] };
	return objects
		.slice(0, 200)
		.map((object) => JSON.stringify({ type: "bundle", id: "bundle--1", objects: [object] }));
}
