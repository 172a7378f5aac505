/** Answers where the code span ends that a run of backticks opens. */
export interface BacktickRuns {
	/**
	 * The offset of the next run of the same length behind `from`, -1 where there is none. Offsets asked for must not fall.
	 */
	nextRun(length: number, from: number): number;
}

const NO_RUNS: BacktickRuns = { nextRun: () => -1 };

/** Indexes the runs of backticks of a text once, so that unclosed ones cost nothing more. */
export function indexBackticks(text: string): BacktickRuns {
	if (!text.includes("`")) return NO_RUNS;
	const runs = new Map<number, { readonly starts: number[]; next: number }>();
	for (let at = text.indexOf("`"); at !== -1; at = text.indexOf("`", at)) {
		const length = countBackticks(text, at);
		const run = runs.get(length);
		if (run === undefined) runs.set(length, { starts: [at], next: 0 });
		else run.starts.push(at);
		at += length;
	}
	return {
		nextRun(length, from) {
			const run = runs.get(length);
			if (run === undefined) return -1;
			while ((run.starts[run.next] ?? Infinity) < from) run.next++;
			return run.starts[run.next] ?? -1;
		},
	};
}

/** Number of backticks at an offset. */
export function countBackticks(text: string, from: number): number {
	let at = from;
	while (text.charCodeAt(at) === 96) at++;
	return at - from;
}

/** Writes code as a span on one line (CommonMark 0.31, section 6.1), "" for no code. */
export function writeCodeSpan(code: string): string {
	const line = joinLines(code);
	if (line === "") return "";
	let longest = 0;
	for (let at = line.indexOf("`"); at !== -1; at = line.indexOf("`", at)) {
		const length = countBackticks(line, at);
		longest = Math.max(longest, length);
		at += length;
	}
	const marks = "`".repeat(longest + 1);
	const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${marks}${pad}${line}${pad}${marks}`;
}

function joinLines(code: string): string {
	if (!code.includes("\n")) return code.trim();
	const lines = code.split("\n").map((line) => line.trim());
	return lines.filter((line) => line !== "").join(" ");
}
