/** Runs of one length in a line; reading moves on through them. */
export interface BacktickRuns {
	/** Offsets, ascending. */
	readonly starts: number[];
	/** Index of the first start that is still ahead. */
	next: number;
}

const NO_RUNS: ReadonlyMap<number, BacktickRuns> = new Map();

/** The runs of backticks in a line, by how many backticks they have. */
export function findRuns(line: string): ReadonlyMap<number, BacktickRuns> {
	if (!line.includes("`")) return NO_RUNS;
	const runs = new Map<number, BacktickRuns>();
	for (let at = line.indexOf("`"); at !== -1; at = line.indexOf("`", at)) {
		const start = at;
		while (line.charCodeAt(at) === 96) at++;
		const run = runs.get(at - start);
		if (run === undefined) runs.set(at - start, { starts: [start], next: 0 });
		else run.starts.push(start);
	}
	return runs;
}

/** The offset of the first run at or behind an offset, -1 for none; offsets asked for only grow, so every run is passed once. */
export function nextRun(run: BacktickRuns | undefined, from: number): number {
	if (run === undefined) return -1;
	while ((run.starts[run.next] ?? Infinity) < from) run.next++;
	return run.starts[run.next] ?? -1;
}
