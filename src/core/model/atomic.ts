/** An input of an atomic test. */
export interface AtomicInput {
	readonly name: string;
	readonly description: string;
	readonly type: string;
	readonly default: string;
}

/** A prerequisite of an atomic test: how to check it and how to get it. */
export interface AtomicDependency {
	readonly description: string;
	readonly check: string;
	readonly get: string;
}

/** How a test runs: commands of a shell, or steps for a person. */
export interface AtomicExecutor {
	/** `powershell`, `command_prompt`, `sh`, `bash`, `manual`, or another word upstream uses. */
	readonly name: string;
	/** Commands verbatim, or the manual steps. */
	readonly command: string;
	readonly cleanup: string;
	readonly elevationRequired: boolean;
}

/** One Atomic Red Team test, known by its GUID. */
export interface AtomicTest {
	/** Lower case; made from technique and name where upstream has none yet. */
	readonly guid: string;
	readonly name: string;
	readonly description: string;
	readonly platforms: readonly string[];
	readonly inputs: readonly AtomicInput[];
	readonly dependencyExecutor: string | null;
	readonly dependencies: readonly AtomicDependency[];
	readonly executor: AtomicExecutor;
	/** 1-based line in the file on which the test starts. */
	readonly line: number;
}

/** The atomic tests of one technique: what one runbook note is written from. */
export interface AtomicTechnique {
	/** As the file names it; resolved through the catalogue when notes are planned. */
	readonly technique: string;
	readonly name: string;
	readonly tests: readonly AtomicTest[];
	readonly file: string;
}
