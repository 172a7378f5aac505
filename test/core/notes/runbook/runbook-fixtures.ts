import { draftRunbookNote } from "../../../../src/core/notes/runbook/draft-runbook-note";
import type { RunbookNoteContext } from "../../../../src/core/notes/runbook/runbook-note-context";
import type { AtomicTechnique, AtomicTest } from "../../../../src/core/model/atomic";
import type { NoteDraft } from "../../../../src/core/model/note";

/** A test of a technique; only what a case is about has to be told. */
export function buildTest(parts: Partial<AtomicTest> = {}): AtomicTest {
	return {
		guid: "1f0b3c52-7a11-4d0e-9c37-5e2a6b8d9f01",
		name: "Empty a history file",
		description: "Empties it.",
		platforms: ["linux"],
		inputs: [],
		dependencyExecutor: null,
		dependencies: [],
		executor: { name: "sh", command: ": > a", cleanup: "", elevationRequired: false },
		line: 4,
		...parts,
	};
}

function buildTechnique(
	tests: readonly AtomicTest[],
	parts: Partial<AtomicTechnique> = {},
): AtomicTechnique {
	return {
		technique: "T1070.003",
		name: "Indicator Removal: Clear Command History",
		tests,
		file: "T1070.003.yaml",
		...parts,
	};
}

/** A vault without notes and a catalogue that knows no technique. */
export const EMPTY_CONTEXT: RunbookNoteContext = {
	linkTo: () => undefined,
	techniqueName: () => undefined,
	source: "atomic-red-team",
};

export function draft(
	tests: readonly AtomicTest[],
	context: Partial<RunbookNoteContext> = {},
): NoteDraft {
	return draftRunbookNote(buildTechnique(tests), { ...EMPTY_CONTEXT, ...context });
}
