import type { AtomicTechnique } from "../../model/atomic";
import type { NoteDraft, NoteProperty } from "../../model/note";
import { compareCodeUnits } from "../../text/compare";
import { techniqueTag } from "../../text/technique-ids";
import { writePanel } from "../document/panel-block";
import { defuseInline } from "../safe/defuse-inline";
import { safeFileName, shortenToBytes } from "../safe/file-name";
import { linkLabel } from "./link-label";
import { nameTests } from "./name-tests";
import { platformName } from "./platform-names";
import type { RunbookNoteContext } from "./runbook-note-context";
import { writeTestSection } from "./write-test-section";

const ENDING = " - runbook";
/** Bytes that leave room for the ending within what `safeFileName` gives. */
const NAME_BYTES = 150 - ENDING.length;

/**
 * Drafts the runbook note of one technique, `T1021.004 - Remote Services - SSH - runbook`: a section for each atomic test, between two
 * that are the person's.
 *
 * Commands stand verbatim; prose, names and table cells are made safe. `atomic.technique` is the id in use, or a replaced one whose runbook goes on.
 */
export function draftRunbookNote(atomic: AtomicTechnique, context: RunbookNoteContext): NoteDraft {
	const id = atomic.technique;
	const name = context.techniqueName(id) ?? atomic.name;
	const baseName = nameRunbook(id, name);
	return {
		kind: "runbook",
		id,
		folder: "",
		baseName,
		properties: listProperties(atomic, name, baseName, context),
		body: writeBody(atomic, name, context),
	};
}

/** Gives a runbook's base name from its technique's id and name (`Remote Services: SSH`, "" where unknown). */
export function nameRunbook(id: string, name: string): string {
	const title = safeFileName(name === "" ? id : `${id} - ${name}`);
	return safeFileName(shortenToBytes(title, NAME_BYTES).trimEnd() + ENDING);
}

function listProperties(
	atomic: AtomicTechnique,
	name: string,
	baseName: string,
	context: RunbookNoteContext,
): NoteProperty[] {
	const id = atomic.technique;
	const title = name === "" ? `${id} runbook` : `${name} runbook`;
	const target = context.linkTo("runbook", id) ?? baseName;
	const platforms = new Set(
		atomic.tests.flatMap((test) => test.platforms.map((word) => platformName(word))),
	);
	// The successor's note finds runbooks by its tag.
	const tags = new Set([id, context.techniqueInUse?.(id) ?? id].map(techniqueTag));
	return [
		{ key: "runbook_id", value: id },
		{ key: "title", value: title },
		{ key: "filename", value: `[[${target}|${linkLabel(`${id} ${name}`)} runbook]]` },
		{ key: "techniques", value: [id] },
		{ key: "platforms", value: [...platforms].sort(compareCodeUnits) },
		{ key: "source", value: context.source },
		{ key: "tags", value: [...tags, "atomic_test"] },
	];
}

function writeBody(atomic: AtomicTechnique, name: string, context: RunbookNoteContext): string {
	const { technique: id, tests, file } = atomic;
	const names = nameTests(tests);
	const title = `${id} ${name}`;
	const target = context.linkTo("technique", id);
	const link = target === undefined ? defuseInline(title) : `[[${target}|${linkLabel(title)}]]`;
	const parts = [
		`Atomic tests for ${link}.`,
		writePanel("runbook"),
		"## Scope and safety",
		"*Yours to fill in: authorised hosts, change ticket, what can break, when to stop.*",
		...names.flatMap((testNames, index) => {
			const test = tests[index];
			return test === undefined ? [] : [writeTestSection(testNames, { test, file, context })];
		}),
		"## Notes",
	];
	return `${parts.join("\n\n")}\n`;
}
