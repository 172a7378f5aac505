/** The place where a text could not be read on. */
export interface FaultPlace {
	/** What stands before it, at most 200 characters. */
	readonly before: string;
	/** What stands there, behind blanks. */
	readonly rest: string;
	/** What could have stood there. */
	readonly expected: readonly string[];
}
