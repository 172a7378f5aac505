/** What a run of the torture is asked for. */
export interface TortureOptions {
	readonly root: string;
	/** Folder of real data; undefined where there is none. */
	readonly corpora: string | undefined;
	readonly seed: number;
	/** Pairs of edits and changes. */
	readonly pairs: number;
	/** Points at which imports are killed. */
	readonly kills: number;
	/** Inputs that readers are given; 0 for as many as the time allows. */
	readonly inputs: number;
	/** Seconds that readers are given inputs for, where no number is asked for. */
	readonly seconds: number;
	/** Folder for the texts of faulty merges; undefined where nobody wants them. */
	readonly keep: string | undefined;
	/** The command line, bundled. */
	readonly cli: string;
	/** Prints a line. */
	readonly tell: (line: string) => void;
}

/** One part of the torture: gives the faults that it found, a paragraph each. */
export type Section = (options: TortureOptions) => Promise<readonly string[]>;
