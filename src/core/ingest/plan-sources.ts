import type { NoteKind } from "../model/note";
import type { Problem } from "../model/problem";
import type { BaseEntry } from "../notes/bases/pack-bases";
import type { PathChoice } from "./choose-paths";
import { baseNameOf, keyOf } from "./choose-paths";
import type { DraftContext, DraftableRecord, SettledRecords } from "./draft-notes";
import { createDraftContext } from "./draft-notes";
import type { ForeignMemory } from "./foreign-memory";
import { openForeignMemory } from "./foreign-memory";
import type { ForeignRecords } from "./foreign-records";
import type { SourceBases } from "./import-bases";
import { findBase, openSourceBases, planBases } from "./import-bases";
import type { ImportHost, PlannedBases, PlannedNote } from "./import-plan";
import { planNote } from "./plan-note";
import type { VaultState } from "./scan-vault";
import type { Tally } from "./tally";

/** All that was read, and where each note goes. */
export interface Prepared {
	readonly settled: SettledRecords;
	readonly records: readonly DraftableRecord[];
	/** Other vaults' notes, by `keyOf` what they are about. */
	readonly foreign: ReadonlyMap<string, ForeignRecords["notes"]>;
	readonly vault: VaultState;
	readonly paths: PathChoice;
	readonly tally: Tally;
	readonly restore: boolean;
}

/** What becomes of all notes of one source of merge bases. */
export interface PlannedSource {
	readonly notes: readonly PlannedNote[];
	readonly bases: PlannedBases | undefined;
}

/** Plans every note, one source of merge bases after the other. */
export async function planSources(
	prepared: Prepared,
	host: ImportHost,
): Promise<readonly PlannedSource[]> {
	const { records, tally, settled } = prepared;
	const draftProblems: Problem[] = [];
	const context = createDraftContext(settled, host.folders, createLinker(prepared), (problem) => {
		draftProblems.push(problem);
	});
	const memory = await openForeignMemory(prepared.foreign, tally, host);
	const planned: PlannedSource[] = [];
	let done = 0;
	const tellProgress = (): void => host.progress.report("plan", ++done, records.length);
	for (const source of new Set(records.map((record) => record.source))) {
		const { bases, problems } = await openSourceBases(host.notes, host.codec, host.folders, source);
		tally.tell(problems);
		const own = records.filter((record) => record.source === source);
		planned.push(await planSource(own, { bases, context, memory, prepared, host, tellProgress }));
	}
	tally.tell(draftProblems);
	return [...planned, { notes: [], bases: memory.plan(host.folders) }];
}

/** What planning one source needs besides its records. */
interface SourceWork {
	readonly bases: SourceBases;
	readonly context: DraftContext;
	readonly memory: ForeignMemory;
	readonly prepared: Prepared;
	readonly host: ImportHost;
	/** Tells that one more note is planned. */
	readonly tellProgress: () => void;
}

async function planSource(
	records: readonly DraftableRecord[],
	{ bases, context, memory, prepared, host, tellProgress }: SourceWork,
): Promise<PlannedSource> {
	const { vault, paths, tally, restore } = prepared;
	const notes: PlannedNote[] = [];
	const found = await recoverOthers(records, bases, vault);
	const written = new Map<string, BaseEntry>();
	for (const record of records) {
		tellProgress();
		await host.progress.breathe();
		if (host.progress.cancelled) break;
		const key = keyOf(record.kind, record.id);
		const outcome = await planNote({
			draft: record.draft(context),
			path: paths.pathOf(record.kind, record.id) ?? "",
			existing: vault.notes.get(key),
			bases,
			foreign: memory.take(key),
			restore,
		});
		notes.push(outcome.note);
		tally.tell(outcome.problems);
		if (outcome.found !== undefined) found.set(record.id, outcome.found);
		if (outcome.written !== undefined) written.set(record.id, outcome.written);
	}
	return { notes, bases: planBases(host.folders, bases, found, written) };
}

/** After an import that did not end: the bases of its notes that are not part of this one. */
async function recoverOthers(
	records: readonly DraftableRecord[],
	bases: SourceBases,
	vault: VaultState,
): Promise<Map<string, BaseEntry>> {
	const found = new Map<string, BaseEntry>();
	if (bases.pending === undefined) return found;
	const kind: NoteKind =
		bases.source === "technique" || bases.source === "runbook" ? bases.source : "rule";
	const planned = new Set(records.map(({ id }) => id));
	for (const id of bases.pending.ids) {
		const note = planned.has(id) ? undefined : vault.notes.get(keyOf(kind, id));
		if (note === undefined) continue;
		const base = await findBase(bases, id, note.text, note.identity.certainty === "stated");
		if (base !== undefined) found.set(id, { path: note.path, text: base });
	}
	return found;
}

/** Gives link targets of notes that are planned, and of notes that the vault has and this import says nothing of. */
function createLinker({
	paths,
	vault,
}: Prepared): (kind: NoteKind, id: string) => string | undefined {
	const find = (kind: NoteKind, id: string): string | undefined => {
		const path = paths.pathOf(kind, id) ?? vault.notes.get(keyOf(kind, id))?.path;
		if (path === undefined) return undefined;
		return paths.isUnique(path) ? baseNameOf(path) : path.replace(/\.md$/, "");
	};
	// Thousands of notes link to the same few hundred techniques.
	const targets: Readonly<Record<NoteKind, Map<string, string | undefined>>> = {
		technique: new Map(),
		rule: new Map(),
		runbook: new Map(),
	};
	return (kind, id) => {
		const known = targets[kind];
		const target = known.get(id);
		if (target !== undefined || known.has(id)) return target;
		const found = find(kind, id);
		known.set(id, found);
		return found;
	};
}
