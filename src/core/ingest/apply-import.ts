import type { ImportResult } from "../model/import-result";
import type { Problem } from "../model/problem";
import { problemOf } from "../model/problem";
import { lockPath } from "../ports/import-lock";
import { describeDiskError } from "../text/describe-disk-error";
import { pendingPath, stampBases } from "./import-bases";
import type { ImportHost, ImportPlan, PlannedNote } from "./import-plan";
import { isIdle } from "./import-plan";
import { journalPath } from "./undo/journal";
import { writeJournal } from "./undo/write-journal";
import { ImportRefusedError, withImportLock } from "./with-import-lock";
import { nameImportReport, writeImportReport } from "./write-report";

/** Writes that may fail one after the other before the import gives up: the disk is full, or the folder read-only. */
const FAILURES_IN_A_ROW = 5;

/** What became of the notes. */
interface Written {
	readonly notes: readonly { readonly note: PlannedNote; readonly done: boolean }[];
	readonly problems: readonly Problem[];
}

/**
 * Writes what was planned, and a report note if anything changed.
 *
 * Each note is replaced only if it still is what the plan saw; a note that changed since is left alone and counted as a conflict. The
 * new merge bases come into force after the last note: a plan that was stopped or could not be written whole leaves them pending, and
 * the next import finishes it. What is changed is kept beside it for `planUndo`, in the same way. Never throws for a write that fails;
 * throws where not even the first merge base can be written, and `ImportRefusedError` where another import is at work or has overtaken the plan.
 */
export async function applyImport(plan: ImportPlan, host: ImportHost): Promise<ImportResult> {
	if (isIdle(plan)) {
		await clearUp(plan, host);
		return plan.result;
	}
	return withImportLock(host.lock, async () => {
		await checkBases(plan, host);
		return write(plan, host);
	});
}

/**
 * An import that was killed behind its last note has left its lock, and not yet written what it remembers. Files that lie elsewhere among
 * the sources than before are noted here too: the texts are as they were, so there is nothing to undo and nothing that a crash could part.
 */
async function clearUp(plan: ImportPlan, host: ImportHost): Promise<void> {
	const { lock, notes, folders } = host;
	const isLocked =
		lock !== undefined && (await notes.readData(lockPath(folders.home))) !== undefined;
	if (!isLocked && plan.bases.length === 0) return;
	try {
		await withImportLock(lock, async () => {
			await checkBases(plan, host);
			for (const { path, pack } of plan.bases) await notes.writeData(path, await pack(host.codec));
			await writeMemory(plan, host);
		});
	} catch (error) {
		// Another import is at work: it clears up itself.
		if (!(error instanceof ImportRefusedError)) throw error;
	}
}

/** Refuses a plan that another import has overtaken: its merge bases would take the place of newer ones. */
async function checkBases(plan: ImportPlan, { notes }: ImportHost): Promise<void> {
	for (const { path, stamp } of plan.bases) {
		if ((await stampBases(notes, path)) === stamp) continue;
		throw new ImportRefusedError(
			"the vault was imported into since this was planned; plan it again",
		);
	}
}

async function write(plan: ImportPlan, host: ImportHost): Promise<ImportResult> {
	for (const { path, recover } of plan.bases) {
		if (recover !== undefined) await host.notes.writeData(path, await recover(host.codec));
	}
	/** Of the texts in the bases, so that the same text in a note need not be hashed again. */
	const hashes = new Map<string, string>();
	for (const { path, source, pack } of plan.bases) {
		const told = (id: string, hash: string): unknown => hashes.set(`${source} ${id}`, hash);
		await host.notes.writeData(pendingPath(path), await pack(host.codec, told));
	}
	await writeJournal(plan, hashes, host);
	for (const { path, bytes } of plan.data) await host.notes.writeData(path, bytes);
	const written = await writeNotes(plan.notes, host);
	const isWhole = written.notes.every(({ done }) => done);
	if (isWhole) {
		const journal = journalPath(host.folders);
		for (const path of [...plan.bases.map((bases) => bases.path), journal]) {
			await host.notes.renameData(pendingPath(path), path);
		}
	}
	await writeMemory(plan, host);
	const result = conclude(plan, written);
	const isTold = plan.notes.some(({ action }) => action !== "unchanged");
	const report = !isTold ? null : await writeReport(result, plan, host);
	host.progress.report("finish", 1, 1);
	return { ...result, report };
}

async function writeMemory({ memory }: ImportPlan, { notes, codec }: ImportHost): Promise<void> {
	if (memory === undefined) return;
	try {
		await notes.writeData(memory.path, await memory.pack(codec));
	} catch {
		// Without it the next import takes longer, and nothing else.
	}
}

async function writeNotes(notes: readonly PlannedNote[], host: ImportHost): Promise<Written> {
	const problems: Problem[] = [];
	const outcomes: { note: PlannedNote; done: boolean }[] = [];
	let failures = 0;
	let count = 0;
	for (const note of notes) {
		host.progress.report("write", ++count, notes.length, note.path);
		if (note.after === note.before) {
			outcomes.push({ note, done: true });
			continue;
		}
		await host.progress.breathe();
		if (host.progress.cancelled || failures >= FAILURES_IN_A_ROW) {
			outcomes.push({ note, done: false });
			continue;
		}
		const problem = await writeNote(note, host);
		failures = problem?.code === "write-failed" ? failures + 1 : 0;
		if (problem !== undefined) problems.push(problem);
		outcomes.push({ note, done: problem === undefined });
	}
	const missed = outcomes.filter(({ done }) => !done).length - problems.length;
	if (missed > 0) {
		const message = `the import was stopped with ${missed} notes to write; the next import finishes them`;
		problems.push(problemOf("", null, "write-failed", message, "warning"));
	}
	return { notes: outcomes, problems };
}

async function writeNote(note: PlannedNote, host: ImportHost): Promise<Problem | undefined> {
	try {
		if (await host.notes.writeNote(note.path, note.after, note.before)) return undefined;
		const message =
			"the note changed while the import ran and was left alone; import again to finish it";
		return problemOf(note.path, null, "merge-conflict", message, "warning");
	} catch (error) {
		const message = describeDiskError(error, "the note cannot be written");
		return problemOf(note.path, null, "write-failed", message);
	}
}

/** A note that was not written is as it was: unchanged where nobody touched it, a conflict where somebody did. */
function conclude(plan: ImportPlan, { notes, problems }: Written): ImportResult {
	const touched = new Set(
		problems.filter(({ code }) => code === "merge-conflict").map(({ file }) => file),
	);
	const counts = { create: 0, update: 0, unchanged: 0, conflict: 0 };
	for (const { note, done } of notes) {
		if (done) counts[note.action]++;
		else counts[touched.has(note.path) ? "conflict" : "unchanged"]++;
	}
	return {
		...plan.result,
		created: counts.create,
		updated: counts.update,
		unchanged: counts.unchanged,
		conflicts: counts.conflict,
		problems: [...plan.result.problems, ...problems],
	};
}

async function writeReport(
	result: ImportResult,
	plan: ImportPlan,
	host: ImportHost,
): Promise<string | null> {
	const now = host.clock.now();
	const name = `${host.folders.home}/Reports/${nameImportReport(now)}`;
	for (let count = 1; count < 100; count++) {
		const path = `${name}${count === 1 ? "" : ` ${count}`}.md`;
		try {
			if (await host.notes.writeNote(path, writeImportReport(result, plan, now), undefined))
				return path;
		} catch {
			// The result itself tells what failed; a report that cannot be written must not hide it.
			return null;
		}
	}
	return null;
}
