import type { Progress } from "./progress";
import type { SourceInput } from "./source-files";

/** Reads files in the order in which their sources list them, and gives what became of each. */
export type ReadSources<Outcome> = (inputs: readonly SourceInput[]) => AsyncIterable<Outcome>;

/** Sources that are being read. */
export interface SourceLane<Outcome> {
	/**
	 * What became of each file, in the order in which the sources list them; to be gone through once.
	 *
	 * Ends early where the person stopped the import, and throws where reading here would throw.
	 */
	readonly outcomes: AsyncIterable<Outcome>;
	/** Lets go of what was taken for reading, whether all is read or not. */
	stop(): Promise<void>;
}

/** Where sources are read beside the work in hand: on other threads, where a host has them. */
export interface SourceLanes<Outcome> {
	/**
	 * Begins to read, and returns at once.
	 *
	 * `read` reads here: for a host without threads, for sources too small to be worth one, and for whatever a thread leaves undone.
	 * The outcomes are the same wherever a file was read.
	 */
	begin(
		inputs: readonly SourceInput[],
		read: ReadSources<Outcome>,
		progress: Progress,
	): SourceLane<Outcome>;
}

/** Reads nothing elsewhere: each file is read here once its outcome is asked for. */
export function createInlineLanes<Outcome>(): SourceLanes<Outcome> {
	return {
		begin: (inputs, read) => ({ outcomes: read(inputs), stop: () => Promise.resolve() }),
	};
}
