import type { FileCounts, SkippedFile } from "../model/import-result";
import type { Problem } from "../model/problem";

/** Counts every file read in exactly one of used, context and skipped, and gathers what is to be told about them. */
export interface Tally {
	use(): void;
	keepAsContext(): void;
	skip(file: string, reason: string): void;
	tell(problems: Iterable<Problem>): void;
	readonly files: FileCounts;
	readonly skipped: readonly SkippedFile[];
	readonly problems: readonly Problem[];
}

/** Starts a tally at nothing. */
export function createTally(): Tally {
	let used = 0;
	let context = 0;
	const skipped: SkippedFile[] = [];
	const problems: Problem[] = [];
	return {
		use() {
			used++;
		},
		keepAsContext() {
			context++;
		},
		skip(file, reason) {
			skipped.push({ file, reason });
		},
		tell(items) {
			for (const item of items) problems.push(item);
		},
		get files() {
			return { read: used + context + skipped.length, used, context, skipped: skipped.length };
		},
		skipped,
		problems,
	};
}
