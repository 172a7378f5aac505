import { useCallback, useMemo, useState } from "preact/hooks";
import type { PlannedNote } from "../../../core/ingest/import-plan";
import { WRITTEN_KINDS } from "../../../core/model/note";
import { useImport } from "./import-host";
import { NoteDiff } from "./note-diff";
import { NoteRows } from "./note-rows";

/** The notes of one group, by path; each opens to its changes and can be left out. */
export function PlanList({ notes }: { readonly notes: readonly PlannedNote[] }) {
	const { texts, session } = useImport();
	const { plan } = texts;
	const [filter, setFilter] = useState("");
	const [kind, setKind] = useState("");
	const shown = useMemo(() => filterNotes(notes, filter, kind), [notes, filter, kind]);
	const byPath = useMemo(() => new Map(notes.map((note) => [note.path, note])), [notes]);
	const left = session.leftOut();
	const rows = useMemo(
		() =>
			shown.map((note) => ({
				path: note.path,
				label:
					note.upstreamChange === undefined
						? plan.kinds[note.kind]
						: `${plan.kinds[note.kind]} · ${plan.changes[note.upstreamChange]}`,
				isTaken: isWrite(note) ? !left.has(note.path) : undefined,
			})),
		[shown, left, plan],
	);
	const draw = useCallback(
		(path: string) => {
			const note = byPath.get(path);
			return note === undefined ? null : <NoteDiff note={note} />;
		},
		[byPath],
	);
	const take = useCallback(
		(path: string, isTaken: boolean) => session.leave([path], !isTaken),
		[session],
	);
	if (notes.length === 0) return <p class="detection-vault-hint">{plan.nothing}</p>;
	return (
		<>
			<div class="detection-vault-plan-tools">
				<input
					type="search"
					class="detection-vault-filter"
					placeholder={plan.filter}
					aria-label={plan.filter}
					value={filter}
					onInput={(event) => setFilter(event.currentTarget.value)}
				/>
				<KindSelect notes={notes} kind={kind} onChoose={setKind} />
				<BulkButton notes={shown} />
			</div>
			{shown.length === notes.length ? null : (
				<p class="detection-vault-hint" role="status">
					{plan.shown(shown.length, notes.length)}
				</p>
			)}
			{rows.length === 0 ? (
				<p class="detection-vault-hint">{plan.noMatch(filter)}</p>
			) : (
				<NoteRows notes={rows} draw={draw} nameBox={plan.include} onTake={take} />
			)}
		</>
	);
}

function isWrite({ before, after }: PlannedNote): boolean {
	return before !== after;
}

function filterNotes(
	notes: readonly PlannedNote[],
	filter: string,
	kind: string,
): readonly PlannedNote[] {
	const wanted = filter.trim().toLowerCase();
	if (wanted === "" && kind === "") return notes;
	return notes.filter(
		(note) => (kind === "" || note.kind === kind) && note.path.toLowerCase().includes(wanted),
	);
}

/** Nothing to choose from where all notes are of one kind. */
function KindSelect(props: {
	readonly notes: readonly PlannedNote[];
	readonly kind: string;
	readonly onChoose: (kind: string) => void;
}) {
	const { plan } = useImport().texts;
	const present = new Set(props.notes.map(({ kind }) => kind));
	if (present.size < 2) return null;
	return (
		<select
			class="dropdown"
			aria-label={plan.kindFilter}
			value={props.kind}
			onChange={(event) => props.onChoose(event.currentTarget.value)}
		>
			<option value="">{plan.allKinds}</option>
			{WRITTEN_KINDS.filter((kind) => present.has(kind)).map((kind) => (
				<option key={kind} value={kind}>
					{plan.kinds[kind]}
				</option>
			))}
		</select>
	);
}

/** Leaves all notes that are shown out, or takes them in again where all are out. */
function BulkButton({ notes }: { readonly notes: readonly PlannedNote[] }) {
	const { texts, session } = useImport();
	const left = session.leftOut();
	const writes = notes.filter(isWrite).map(({ path }) => path);
	if (writes.length === 0) return null;
	const taken = writes.filter((path) => !left.has(path));
	const isLeaving = taken.length > 0;
	return (
		<button type="button" onClick={() => session.leave(isLeaving ? taken : writes, isLeaving)}>
			{isLeaving ? texts.plan.leaveAll(taken.length) : texts.plan.takeAll(writes.length)}
		</button>
	);
}
