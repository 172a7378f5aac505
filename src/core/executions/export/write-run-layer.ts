import type { DraftedTechnique } from "../../layers/write-layer";
import { writeNewLayer } from "../../layers/write-layer";
import type { ExecutionEntry } from "../../library/library-entry";
import type { RunRecords } from "../../library/run-records";
import type { AttackDomain } from "../../model/attack";
import type { Outcome } from "../../model/execution";
import { compareCodeUnits } from "../../text/compare";

/** What a layer of runs is made of. */
export interface RunLayerParts {
	readonly name: string;
	readonly domain: AttackDomain;
	/** Null where it is not known. */
	readonly attackVersion: string | null;
	readonly records: RunRecords;
	/** Gives the technique in use for an id. */
	readonly resolve: (technique: string) => string;
}

/** How good an outcome is for the defender. */
const SCORES: Readonly<Record<Outcome, number>> = {
	tbd: 0,
	"not-detected": 1,
	detected: 2,
	blocked: 3,
};
const WORDS = ["not decided", "not detected", "detected", "blocked"] as const;
const COLORS = ["#d9d9d9", "#e57373", "#aed581", "#66bb6a"] as const;

/** Writes runs as a layer of ATT&CK Navigator (format 4.5): each technique is scored by the outcome of its latest run, 0 not decided to 3 blocked. */
export function writeRunLayer(runs: readonly ExecutionEntry[], parts: RunLayerParts): string {
	const { name, domain, attackVersion, records, resolve } = parts;
	const latest = new Map<string, { run: ExecutionEntry; count: number }>();
	for (const run of runs) {
		for (const id of new Set(run.techniques.map(resolve))) {
			const known = latest.get(id);
			const isLater = known === undefined || (run.started ?? "") >= (known.run.started ?? "");
			latest.set(id, { run: isLater ? run : known.run, count: (known?.count ?? 0) + 1 });
		}
	}
	const techniques = [...latest]
		.sort(([a], [b]) => compareCodeUnits(a, b))
		.map(([id, { run, count }]) => describeTechnique(id, run, count, records));
	return writeNewLayer({
		...{ name, domain, attackVersion, techniques },
		description: "Outcome of the latest run of a test for each technique",
		bounds: [0, 3],
		colors: COLORS,
		legend: WORDS.map((label, score) => ({ label, color: COLORS[score] ?? COLORS[0] })),
	});
}

function describeTechnique(
	id: string,
	run: ExecutionEntry,
	count: number,
	records: RunRecords,
): DraftedTechnique {
	const score = SCORES[run.outcome ?? "tbd"];
	const fired = [...records.verdictsOf(run).values()]
		.filter(({ row }) => row.verdict === "fired")
		.map(({ row }) => row.title);
	return {
		id,
		score,
		comment: `${WORDS[score] ?? ""}: ${run.title}`,
		metadata: [
			{ name: "Runs", value: String(count) },
			...(run.started === null ? [] : [{ name: "Last run", value: run.started }]),
			...(fired.length === 0 ? [] : [{ name: "Rules that fired", value: fired.join(", ") }]),
		],
	};
}
