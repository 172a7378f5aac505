import type { TechniqueResolver } from "../../attack/technique-resolver";
import type { RunVault } from "../../executions/plan-runs";
import { kindOfNote } from "../../index/note-kind";
import { readNoteRecord } from "../../index/read-note-record";
import type { ExecutionEntry, RunbookEntry } from "../../library/library-entry";
import { readExecutionEntry, readRunbookEntry } from "../../library/read-library-entry";
import type { FolderSettings } from "../../model/settings";
import type { NoteStore } from "../../ports/notes";
import type { Progress } from "../../ports/progress";
import { countItems } from "../../text/count-items";
import { foldPath } from "../../text/fold-path";

/** What every runbook or execution has somewhere in its text: looking for it is quicker than taking every note apart. */
const MARKS =
	/^(?:- GUID: |\*\*auto_generated_guid:\*\*|(?:runbook_id|test_guid|log_id|runbook)["']?:)|atomic_test/m;

/**
 * Reads the runbooks and executions of a vault, wherever they lie. `planned` are notes that are about to be written, by path: they count as if they were
 * there.
 */
export async function openRunVault(
	store: NoteStore,
	folders: FolderSettings,
	resolver: Pick<TechniqueResolver, "resolve">,
	progress: Progress,
	planned: ReadonlyMap<string, string> = new Map(),
): Promise<RunVault> {
	const entries = await store.listNotes();
	const paths = new Set([...entries.map(({ path }) => path), ...planned.keys()]);
	const runbooks: RunbookEntry[] = [];
	const executions: ExecutionEntry[] = [];
	const texts = new Map<string, string>();
	let done = 0;
	for (const path of paths) {
		progress.report("index", ++done, paths.size, path);
		await progress.breathe();
		const text = planned.get(path) ?? (await store.readNote(path));
		if (text === undefined || !MARKS.test(text)) continue;
		const record = readNoteRecord(path, text, { ctime: 0, mtime: 0, size: text.length });
		const kind = kindOfNote(record);
		if (kind === "runbook") runbooks.push(readRunbookEntry(record, text));
		else if (kind === "execution") {
			executions.push(readExecutionEntry(record, text));
			texts.set(path, text);
		}
	}
	const taken = new Set([...paths].map(foldPath));
	return {
		...{ runbooks, executions },
		folder: folders.executions,
		resolve: (technique) => resolver.resolve(technique).id,
		linkTo: createLinkNames(paths),
		isTaken: (path) => taken.has(foldPath(path)),
		textOf: (path) => texts.get(path),
	};
}

/** Gives link targets: a note's base name where no other note has it, else its path without `.md`. */
export function createLinkNames(paths: Iterable<string>): (path: string) => string {
	const counts = countItems(Array.from(paths, (path) => foldPath(baseName(path))));
	return (path) =>
		(counts.get(foldPath(baseName(path))) ?? 0) > 1 ? path.replace(/\.md$/, "") : baseName(path);
}

function baseName(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
