import type { CommandShape, ParsedArguments } from "./arguments";

/** What the command line reads and writes besides files. */
export interface Streams {
	readonly out: (text: string) => void;
	readonly err: (text: string) => void;
	/** Reads all of standard input. */
	readonly readInput: () => Promise<string>;
	/** The package's own folder, where the built plugin and the template vault lie. */
	readonly home: string;
	/** The program that reads rule files as a thread (see `createThreadLanes`); without it they are read on this one. */
	readonly thread?: URL | undefined;
	/** Whether progress may be redrawn on one line. */
	readonly interactive: boolean;
	/** True once the person asked to stop (a first Ctrl-C). */
	readonly cancelled: () => boolean;
}

/** One command: its usage text, its arguments' shape, and what it does. */
export interface Command {
	readonly usage: string;
	readonly shape: CommandShape;
	/** Gives the exit code; throws only what it cannot go on from. */
	run(args: Extract<ParsedArguments, { ok: true }>, streams: Streams): Promise<number>;
}
