import { useCallback, useMemo, useRef, useState } from "preact/hooks";
import type { Conversion } from "../../../core/convert/conversion";
import { folderOf, noteName } from "../../../core/index/paths";
import { Icon } from "../icon";
import { ItemSpacer } from "../spacers";
import { toggled } from "../toggled";
import { useVirtualRows } from "../use-virtual-rows";
import {
	choiceOf,
	countTurned,
	type BlockChoices,
	type BlockNote,
	type Choice,
} from "./block-choices";
import { BlockView } from "./block-view";
import { useConvert } from "./convert-host";

/** Notes up to this number are shown with their blocks from the start. */
const OPEN_AT_FIRST = 3;

interface NoteListProps {
	readonly notes: readonly BlockNote[];
	readonly choices: BlockChoices;
	readonly onChoose: (conversion: Conversion, choice: Choice) => void;
}

/** The notes with old blocks; each opens to what becomes of its own. */
export function NoteList({ notes, choices, onChoose }: NoteListProps) {
	const scroller = useRef<HTMLDivElement>(null);
	const [open, setOpen] = useState<ReadonlySet<string>>(
		() => new Set(notes.length > OPEN_AT_FIRST ? [] : notes.map(({ path }) => path)),
	);
	const toggle = useCallback((path: string) => setOpen((paths) => toggled(paths, path)), []);
	const keys = useMemo(() => notes.map(({ path }) => path), [notes]);
	const virtual = useVirtualRows<HTMLLIElement>(scroller, keys);
	return (
		<div ref={scroller} class="detection-vault-plan">
			<ul>
				<ItemSpacer height={virtual.before} />
				{virtual.items.map(({ index }) => {
					const note = notes[index];
					if (note === undefined) return null;
					return (
						<li
							key={note.path}
							ref={virtual.measure}
							data-index={index}
							aria-posinset={index + 1}
							aria-setsize={notes.length}
						>
							<NoteHead
								note={note}
								turned={countTurned(note, choices)}
								isOpen={open.has(note.path)}
								onToggle={toggle}
							/>
							{open.has(note.path) ? (
								<NoteBlocks note={note} choices={choices} onChoose={onChoose} />
							) : null}
						</li>
					);
				})}
				<ItemSpacer height={virtual.after} />
			</ul>
		</div>
	);
}

function NoteHead(props: {
	readonly note: BlockNote;
	readonly turned: number;
	readonly isOpen: boolean;
	readonly onToggle: (path: string) => void;
}) {
	const { note, turned, isOpen, onToggle } = props;
	const { texts } = useConvert();
	const { path, conversions } = note;
	return (
		<button
			type="button"
			class="detection-vault-plan-note"
			aria-expanded={isOpen}
			onClick={() => onToggle(path)}
		>
			<Icon name={isOpen ? "chevron-down" : "chevron-right"} />
			<span class="detection-vault-plan-name">{noteName(path)}</span>
			<span class="detection-vault-plan-folder">{folderOf(path)}</span>
			<span class="detection-vault-plan-kind">{texts.ofBlocks(turned, conversions.length)}</span>
		</button>
	);
}

function NoteBlocks(props: {
	readonly note: BlockNote;
	readonly choices: BlockChoices;
	readonly onChoose: (conversion: Conversion, choice: Choice) => void;
}) {
	const { note, choices, onChoose } = props;
	return (
		<>
			{note.conversions.map((conversion) => (
				<BlockView
					key={conversion.block.line}
					note={noteName(note.path)}
					conversion={conversion}
					choice={choiceOf(choices, conversion)}
					onChoose={onChoose}
				/>
			))}
		</>
	);
}
