/** One atomic test of a runbook, as its note states it; plain data that survives JSON. */
export interface TestFacts {
	/** The heading's text without `Test:`; null where the test stands under no heading. */
	readonly name: string | null;
	/** In lower case. */
	readonly guid: string;
	/** The block id of its GUID line, without `^`; null where that has none. */
	readonly block: string | null;
	/** The heading as a link names it, null where there is none. */
	readonly heading: string | null;
	/** `powershell`, `manual` and so on, null where none is stated. */
	readonly executor: string | null;
	/** Whether it takes an administrator, null where that is not stated. */
	readonly elevation: boolean | null;
	/** As the note names them. */
	readonly platforms: readonly string[];
	/** Of its GUID, 1-based in the note. */
	readonly line: number;
}
