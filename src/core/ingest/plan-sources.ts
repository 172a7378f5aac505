import type { GoneRule } from "../model/import-result";
import type { Problem } from "../model/problem";
import { VENDORS } from "../model/rule";
import { hashText } from "../notes/bases/hash-text";
import type { BaseEntry } from "../notes/bases/pack-bases";
import { compareCodeUnits } from "../text/compare";
import { keyOf } from "./choose-paths";
import type { DraftContext, DraftableRecord } from "./draft-notes";
import type { ForeignMemory } from "./foreign-memory";
import { openForeignMemory } from "./foreign-memory";
import type { SourceBases } from "./import-bases";
import { findBase, planBases } from "./import-bases";
import type { InterruptedWrites } from "./interrupted-writes";
import { readInterruptedWrites } from "./interrupted-writes";
import { kindOfSource } from "./undo/pack-journal";
import type { ImportHost, PlannedBases, PlannedNote } from "./import-plan";
import { openDrafts } from "./open-drafts";
import type { MarkedRule } from "./places/mark-gone";
import { markGone } from "./places/mark-gone";
import { planNote } from "./plan-note";
import type { Prepared } from "./prepared";
import type { VaultState } from "./scan-vault";

/** What becomes of all notes of one source of merge bases. */
export interface PlannedSource {
	readonly notes: readonly PlannedNote[];
	readonly bases: PlannedBases | undefined;
	/** Rules that are no longer in it. */
	readonly gone: readonly GoneRule[];
}

/** Plans every note, one source of merge bases after the other. */
export async function planSources(
	prepared: Prepared,
	host: ImportHost,
): Promise<readonly PlannedSource[]> {
	const { records, tally } = prepared;
	const draftProblems: Problem[] = [];
	const context = openDrafts(prepared, host, (problem) => draftProblems.push(problem));
	const memory = await openForeignMemory(prepared.foreign, tally, host);
	const planned: PlannedSource[] = [];
	let interrupted: InterruptedWrites | undefined;
	let done = 0;
	const tellProgress = (): void => host.progress.report("plan", ++done, records.length);
	for (const source of new Set(records.map((record) => record.source))) {
		const found = prepared.bases.get(source);
		if (found === undefined) throw new Error(`${source} has no merge bases`);
		tally.tell(found.problems);
		if (found.bases.pending !== undefined) interrupted ??= await readInterruptedWrites(host);
		const writes = interrupted;
		const kind = kindOfSource(source);
		const bases = { ...found.bases, interrupted: (id: string) => writes?.(kind, id) };
		const own = records.filter((record) => record.source === source);
		planned.push(await planSource(own, { bases, context, memory, prepared, host, tellProgress }));
	}
	tally.tell(draftProblems);
	return [...planned, { notes: [], bases: memory.plan(host.folders), gone: [] }];
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
			kind: record.kind,
			id: record.id,
			draft: await record.draft(context),
			path: paths.pathOf(record.kind, record.id) ?? "",
			existing: vault.notes.get(key),
			bases,
			foreign: memory.take(key),
			isAddedTo: (base) => record.isForeign && !memory.isDraft(key, hashText(base)),
			restore,
		});
		notes.push(outcome.note);
		tally.tell(outcome.problems);
		if (outcome.found !== undefined) found.set(record.id, outcome.found);
		if (outcome.written === undefined) continue;
		written.set(record.id, outcome.written);
		if (record.isForeign) memory.keepDraft(key, outcome.written.text);
	}
	const marked = await markAllGone(bases, found, prepared);
	for (const { rule, written: entry } of marked)
		if (entry !== undefined) written.set(rule.id, entry);
	const places = prepared.places.get(bases.source)?.places;
	return {
		notes: [...notes, ...marked.map(({ note }) => note)].sort((a, b) =>
			compareCodeUnits(a.id, b.id),
		),
		bases: planBases(host.folders, bases, found, written, places),
		gone: marked.map(({ rule }) => rule),
	};
}

/** Plans the notes of rules that are no longer in their source. */
async function markAllGone(
	bases: SourceBases,
	found: ReadonlyMap<string, BaseEntry>,
	{ places, vault }: Prepared,
): Promise<readonly MarkedRule[]> {
	const vendor = VENDORS.find((name) => name === bases.source);
	const gone = (vendor && places.get(vendor)?.gone) ?? [];
	const marked: MarkedRule[] = [];
	for (const id of gone) {
		const note = vault.notes.get(keyOf("rule", id));
		if (note === undefined || vendor === undefined) continue;
		const isOurs = note.identity.certainty === "stated";
		const base = found.get(id)?.text ?? (await findBase(bases, id, note.text, isOurs));
		const rule = base === undefined ? undefined : markGone(id, vendor, note, base);
		if (rule !== undefined) marked.push(rule);
	}
	return marked;
}

/** After an import that did not end: the bases of its notes that are not part of this one. */
async function recoverOthers(
	records: readonly DraftableRecord[],
	bases: SourceBases,
	vault: VaultState,
): Promise<Map<string, BaseEntry>> {
	const found = new Map<string, BaseEntry>();
	if (bases.pending === undefined) return found;
	const kind = kindOfSource(bases.source);
	const planned = new Set(records.map(({ id }) => id));
	for (const id of bases.pending.ids) {
		const note = planned.has(id) ? undefined : vault.notes.get(keyOf(kind, id));
		if (note === undefined) continue;
		const base = await findBase(bases, id, note.text, note.identity.certainty === "stated");
		if (base !== undefined) found.set(id, { path: note.path, text: base });
	}
	return found;
}
