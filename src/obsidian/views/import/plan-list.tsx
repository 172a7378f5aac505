import { memo } from "../memo";
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { PlannedNote } from "../../../core/ingest/import-plan";
import { Icon } from "../icon";
import { useVirtualRows } from "../use-virtual-rows";
import { useImport } from "./import-host";
import { NoteDiff } from "./note-diff";

/** The notes of one group, by path; each opens to its changes. */
export function PlanList({ notes }: { readonly notes: readonly PlannedNote[] }) {
	const { plan } = useImport().texts;
	const [filter, setFilter] = useState("");
	const shown = useMemo(() => filterNotes(notes, filter), [notes, filter]);
	if (notes.length === 0) return <p class="detection-vault-hint">{plan.nothing}</p>;
	return (
		<>
			<input
				type="search"
				class="detection-vault-filter"
				placeholder={plan.filter}
				aria-label={plan.filter}
				value={filter}
				onInput={(event) => setFilter(event.currentTarget.value)}
			/>
			{shown.length === 0 ? (
				<p class="detection-vault-hint">{plan.noMatch(filter)}</p>
			) : (
				<NoteRows notes={shown} />
			)}
		</>
	);
}

function filterNotes(notes: readonly PlannedNote[], filter: string): readonly PlannedNote[] {
	const wanted = filter.trim().toLowerCase();
	return wanted === "" ? notes : notes.filter((note) => note.path.toLowerCase().includes(wanted));
}

function NoteRows({ notes }: { readonly notes: readonly PlannedNote[] }) {
	const scroller = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const toggle = useCallback((path: string) => setOpen((paths) => toggled(paths, path)), []);
	const keys = useMemo(() => notes.map((note) => note.path), [notes]);
	const virtual = useVirtualRows<HTMLLIElement>(scroller, keys);
	return (
		<div ref={scroller} class="detection-vault-plan">
			<ul>
				<Spacer height={virtual.before} />
				{virtual.items.map(({ index }) => {
					const note = notes[index];
					if (note === undefined) return null;
					return (
						<NoteRow
							key={note.path}
							note={note}
							index={index}
							count={notes.length}
							open={open.has(note.path)}
							onToggle={toggle}
							measure={virtual.measure}
						/>
					);
				})}
				<Spacer height={virtual.after} />
			</ul>
		</div>
	);
}

function toggled(paths: ReadonlySet<string>, path: string): ReadonlySet<string> {
	const next = new Set(paths);
	if (!next.delete(path)) next.add(path);
	return next;
}

function Spacer({ height }: { readonly height: number }) {
	return height <= 0 ? null : <li aria-hidden="true" style={{ height: `${height}px` }} />;
}

interface RowProps {
	readonly note: PlannedNote;
	readonly index: number;
	readonly count: number;
	readonly open: boolean;
	readonly onToggle: (path: string) => void;
	readonly measure: (row: HTMLLIElement | null) => void;
}

const NoteRow = memo(function NoteRow(props: RowProps) {
	const { note, index, open } = props;
	const { plan } = useImport().texts;
	const slash = note.path.lastIndexOf("/") + 1;
	return (
		<li ref={props.measure} data-index={index} aria-posinset={index + 1} aria-setsize={props.count}>
			<button
				type="button"
				class="detection-vault-plan-note"
				aria-expanded={open}
				onClick={() => props.onToggle(note.path)}
			>
				<Icon name={open ? "chevron-down" : "chevron-right"} />
				<span class="detection-vault-plan-name">{note.path.slice(slash).replace(/\.md$/, "")}</span>
				<span class="detection-vault-plan-folder">
					{note.path.slice(0, Math.max(0, slash - 1))}
				</span>
				<span class="detection-vault-plan-kind">{plan.kinds[note.kind]}</span>
			</button>
			{open ? <NoteDiff note={note} /> : null}
		</li>
	);
});
