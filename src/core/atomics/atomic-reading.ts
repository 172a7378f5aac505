import type { AtomicTechnique } from "../model/atomic";
import type { Problem } from "../model/problem";

/** A file that may hold atomic tests, decoded. */
export interface AtomicFile {
	/** The file as the user named it, with the path inside it; goes into tests and problems. */
	readonly file: string;
	/** The path inside what the user named; its last part is the file name. */
	readonly path: string;
	readonly text: string;
}

/**
 * Where tests were read from: a technique's own YAML, the `index.yaml` made of all of them, or the Markdown made of one.
 *
 * The same test can stand in all three; the first in this order is the one its authors wrote.
 */
export type AtomicOrigin = "yaml" | "index" | "markdown";

/** What one file turned out to be. */
export type AtomicReading =
	| {
			readonly kind: "tests";
			readonly origin: AtomicOrigin;
			/** One from a technique's file, many from an index; in the file's order. */
			readonly techniques: readonly AtomicTechnique[];
			readonly problems: readonly Problem[];
	  }
	| {
			/** A file beside the tests that holds none, and is not skipped either. */
			readonly kind: "context";
			/** For a person: "a list of atomic tests". */
			readonly what: string;
			readonly problems: readonly Problem[];
	  }
	| {
			readonly kind: "none";
			/** Why, for a person: one clause without a full stop. */
			readonly reason: string;
			readonly problems: readonly Problem[];
	  };
