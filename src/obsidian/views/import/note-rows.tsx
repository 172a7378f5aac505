import type { ComponentChildren } from "preact";
import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import { folderOf, noteName } from "../../../core/index/paths";
import { Icon } from "../icon";
import { memo } from "../memo";
import { ItemSpacer } from "../spacers";
import { toggled } from "../toggled";
import { useVirtualRows } from "../use-virtual-rows";

/** One note in a list of many. */
export interface NoteRow {
	readonly path: string;
	/** What it is, or why it stands here. */
	readonly label: string;
	/** Whether it is to be written; undefined where there is no choice. */
	readonly isTaken?: boolean | undefined;
}

/** How rows behave; all of it stays the same from one drawing to the next. */
interface RowActions {
	/** Draws what stands below a note that is open; without it, notes do not open. */
	readonly draw?: (path: string) => ComponentChildren;
	/** Names the box by which a note is left out. */
	readonly nameBox?: (path: string) => string;
	readonly onTake?: (path: string, isTaken: boolean) => void;
}

/** Notes by path, each of which opens to its changes; only those in sight are drawn. */
export function NoteRows(props: { readonly notes: readonly NoteRow[] } & RowActions) {
	const { notes, draw, nameBox, onTake } = props;
	const scroller = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
	const toggle = useCallback((path: string) => setOpen((paths) => toggled(paths, path)), []);
	const keys = useMemo(() => notes.map((note) => note.path), [notes]);
	const virtual = useVirtualRows<HTMLLIElement>(scroller, keys);
	return (
		<div ref={scroller} class="detection-vault-plan">
			<ul>
				<ItemSpacer height={virtual.before} />
				{virtual.items.map(({ index }) => {
					const note = notes[index];
					if (note === undefined) return null;
					return (
						<Row
							key={note.path}
							note={note}
							index={index}
							count={notes.length}
							open={open.has(note.path)}
							onToggle={toggle}
							measure={virtual.measure}
							{...(draw === undefined ? {} : { draw })}
							{...(nameBox === undefined ? {} : { nameBox })}
							{...(onTake === undefined ? {} : { onTake })}
						/>
					);
				})}
				<ItemSpacer height={virtual.after} />
			</ul>
		</div>
	);
}

interface RowProps extends RowActions {
	readonly note: NoteRow;
	readonly index: number;
	readonly count: number;
	readonly open: boolean;
	readonly onToggle: (path: string) => void;
	readonly measure: (row: HTMLLIElement | null) => void;
}

const Row = memo(function Row(props: RowProps) {
	const { note, index, open, draw } = props;
	return (
		<li
			ref={props.measure}
			class={note.isTaken === false ? "is-left-out" : undefined}
			data-index={index}
			aria-posinset={index + 1}
			aria-setsize={props.count}
		>
			<div class="detection-vault-plan-row">
				<TakeBox {...props} />
				{draw === undefined ? (
					<div class="detection-vault-plan-note">
						<Name note={note} />
					</div>
				) : (
					<button
						type="button"
						class="detection-vault-plan-note"
						aria-expanded={open}
						onClick={() => props.onToggle(note.path)}
					>
						<Icon name={open ? "chevron-down" : "chevron-right"} />
						<Name note={note} />
					</button>
				)}
			</div>
			{open ? draw?.(note.path) : null}
		</li>
	);
});

function Name({ note: { path, label } }: { readonly note: NoteRow }) {
	return (
		<>
			<span class="detection-vault-plan-name">{noteName(path)}</span>
			<span class="detection-vault-plan-folder">{folderOf(path)}</span>
			{label === "" ? null : <span class="detection-vault-plan-kind">{label}</span>}
		</>
	);
}

function TakeBox({ note: { path, isTaken }, nameBox, onTake }: RowProps) {
	if (isTaken === undefined || onTake === undefined) return null;
	return (
		<label class="detection-vault-plan-box">
			<input
				type="checkbox"
				checked={isTaken}
				aria-label={nameBox?.(path)}
				onChange={(event) => onTake(path, event.currentTarget.checked)}
			/>
		</label>
	);
}
