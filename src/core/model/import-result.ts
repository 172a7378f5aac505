import type { Problem } from "./problem";
import type { Vendor } from "./rule";

/** How many files were read, and what became of them: `read` is the sum of the other three. */
export interface FileCounts {
	readonly read: number;
	readonly used: number;
	readonly context: number;
	readonly skipped: number;
}

/** A file that gave nothing, and why. */
export interface SkippedFile {
	readonly file: string;
	readonly reason: string;
}

/** A rule that the vault has and that is no longer in the source it came from. */
export interface GoneRule {
	readonly id: string;
	readonly vendor: Vendor;
	readonly title: string;
	/** Of its note. */
	readonly path: string;
}

/** What an import did, or would do. Counts are numbers of records read and of notes planned. */
export interface ImportResult {
	readonly techniques: number;
	readonly rules: Readonly<Record<Vendor, number>>;
	readonly runbooks: number;
	/** Runs of tests in logs, each once however often it is logged; absent where no log was chosen. */
	readonly executions?: number;
	/** Of these, those that no test of a runbook is linked to. */
	readonly unmatched?: number;
	/** Number of places in logs where what looks like a secret was left out. */
	readonly masked?: number;
	readonly created: number;
	readonly updated: number;
	readonly unchanged: number;
	readonly conflicts: number;
	readonly files: FileCounts;
	readonly skipped: readonly SkippedFile[];
	/** Sorted by vendor, title and id. */
	readonly gone: readonly GoneRule[];
	readonly problems: readonly Problem[];
	/** Path of the report note, null where none was written. */
	readonly report: string | null;
}
