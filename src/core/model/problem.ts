/**
 * What can be wrong with something that was read or written. A closed list: reports group by it, tests name it.
 *
 * `read-*` a file could not be taken in; `rule-*`, `attack-*`, `layer-*`, `atomic-*`, `execution-*`, `note-*` its content; `merge-*` what an import
 * found when it met a person's text.
 */
export type ProblemCode =
	| "read-encoding"
	| "read-too-large"
	| "read-unreadable"
	| "read-syntax"
	| "read-zip"
	| "read-unsafe-path"
	| "read-yaml-bomb"
	| "read-unrecognised"
	| "rule-field"
	| "rule-no-query"
	| "rule-technique-unknown"
	| "rule-technique-outdated"
	| "rule-duplicate-id"
	| "rule-text-defused"
	| "attack-object"
	| "attack-move"
	| "attack-version-unknown"
	| "layer-field"
	| "atomic-field"
	| "atomic-duplicate-guid"
	| "execution-field"
	| "execution-unmatched"
	| "note-front-matter"
	| "note-field-name"
	| "note-identity"
	| "note-duplicate"
	| "note-deleted"
	| "note-left-out"
	| "note-text-defused"
	| "merge-conflict"
	| "merge-upstream-differs"
	| "write-failed"
	| "query"
	| "query-syntax"
	| "query-opaque"
	| "query-undefined"
	| "query-too-deep";

/** How bad: `error` something was left out, `warning` something is probably wrong, `info` good to know. */
export type Severity = "error" | "warning" | "info";

/** One thing worth telling the person, with the place to look at. */
export interface Problem {
	/** The file as the user named it, with the path inside it; a note's path for notes. */
	readonly file: string;
	/** 1-based line in that file, null where the whole file is meant. */
	readonly line: number | null;
	/** 1-based, in UTF-16 units; only where the place on the line is known. */
	readonly column?: number;
	readonly code: ProblemCode;
	readonly severity: Severity;
	readonly message: string;
}

/** Gives a problem; the severity is `error` unless told. */
export function problemOf(
	file: string,
	line: number | null,
	code: ProblemCode,
	message: string,
	severity: Severity = "error",
): Problem {
	return { file, line, code, severity, message };
}
