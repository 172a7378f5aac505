import type { NoteKind } from "../../index/note-kind";
import type { RecordKind } from "./ast";

/** What a bare word behind `FROM` selects. */
export type SourceWord =
	| { readonly type: "kind"; readonly kind: NoteKind }
	| { readonly type: "records"; readonly records: RecordKind };

/** The bare words that can stand behind `FROM`, in lower case; they are read in upper case too. */
export const SOURCE_WORDS: ReadonlyMap<string, SourceWord> = new Map<string, SourceWord>([
	["techniques", { type: "kind", kind: "technique" }],
	["rules", { type: "kind", kind: "rule" }],
	["runbooks", { type: "kind", kind: "runbook" }],
	["executions", { type: "kind", kind: "execution" }],
	["predicates", { type: "records", records: "predicates" }],
	["events", { type: "records", records: "events" }],
	["exclusions", { type: "records", records: "exclusions" }],
	["tests", { type: "records", records: "tests" }],
	["verdicts", { type: "records", records: "verdicts" }],
]);
