import { useMemo, useState } from "preact/hooks";
import {
	chooseForAll,
	commonChoice,
	countTurned,
	isTurnable,
	turnNotes,
	type BlockNote,
} from "./block-choices";
import { ChoiceButtons } from "./choice-buttons";
import { useConvert } from "./convert-host";
import { NoteList } from "./note-list";

/** A list of that many notes is looked through without a filter. */
const UNFILTERED = 8;

/** The window in which old query blocks become tables: a preview of each, and a choice, before anything is written. */
export function ConvertView() {
	const { texts, notes, close } = useConvert();
	if (notes !== undefined && notes.length > 0) return <Choosing notes={notes} />;
	return (
		<div class="detection-vault-import detection-vault-convert">
			<p role="status">{notes === undefined ? texts.looking : texts.none}</p>
			{notes === undefined ? null : <p class="detection-vault-hint">{texts.noneHint}</p>}
			<div class="modal-button-container">
				<button type="button" onClick={close}>
					{notes === undefined ? texts.cancel : texts.close}
				</button>
			</div>
		</div>
	);
}

function Choosing({ notes }: { readonly notes: readonly BlockNote[] }) {
	const { texts } = useConvert();
	const [choices, setChoices] = useState(() => chooseForAll(notes, "detection-vault"));
	const [filter, setFilter] = useState("");
	const shown = useMemo(() => filterNotes(notes, filter), [notes, filter]);
	return (
		<div class="detection-vault-import detection-vault-convert">
			<div class="detection-vault-import-body">
				<Found notes={notes} />
				<div class="detection-vault-old-block-head">
					<span>{texts.all}</span>
					<ChoiceButtons
						label={texts.all}
						chosen={commonChoice(notes, choices)}
						isPossible={() => true}
						onChoose={(choice) => setChoices(chooseForAll(notes, choice))}
					/>
				</div>
				<p class="detection-vault-hint">{texts.choicesHint}</p>
				{notes.length > UNFILTERED ? (
					<input
						type="search"
						aria-label={texts.filter}
						placeholder={texts.filter}
						value={filter}
						onInput={({ currentTarget }) => setFilter(currentTarget.value)}
					/>
				) : null}
				{shown.length === 0 ? (
					<p class="detection-vault-hint">{texts.noMatch(filter)}</p>
				) : (
					<NoteList
						notes={shown}
						choices={choices}
						onChoose={(conversion, choice) =>
							setChoices((before) => new Map(before).set(conversion, choice))
						}
					/>
				)}
			</div>
			<Buttons notes={notes} choices={choices} />
		</div>
	);
}

function filterNotes(notes: readonly BlockNote[], filter: string): readonly BlockNote[] {
	const wanted = filter.trim().toLowerCase();
	return wanted === "" ? notes : notes.filter(({ path }) => path.toLowerCase().includes(wanted));
}

function Found({ notes }: { readonly notes: readonly BlockNote[] }) {
	const { texts } = useConvert();
	const all = notes.flatMap(({ conversions }) => conversions);
	const stuck = all.filter((each) => !isTurnable(each)).length;
	return (
		<p class="detection-vault-summary">
			{texts.found(all.length, notes.length)} {stuck > 0 ? texts.stuck(stuck) : null}
		</p>
	);
}

function Buttons(props: {
	readonly notes: readonly BlockNote[];
	readonly choices: ReturnType<typeof chooseForAll>;
}) {
	const { notes, choices } = props;
	const { texts, turn, close } = useConvert();
	const [done, setDone] = useState<number>();
	const [total, setTotal] = useState(0);
	const count = notes.reduce((sum, note) => sum + countTurned(note, choices), 0);
	const start = (): void => {
		const turned = turnNotes(notes, choices);
		setTotal(turned.length);
		setDone(0);
		turn(turned, setDone);
	};
	return (
		<div class="modal-button-container">
			{done === undefined ? null : <span role="status">{texts.turning(done, total)}</span>}
			<button
				type="button"
				class="mod-cta"
				disabled={count === 0 || done !== undefined}
				onClick={start}
			>
				{texts.turn(count)}
			</button>
			<button type="button" onClick={close}>
				{done === undefined ? texts.cancel : texts.close}
			</button>
		</div>
	);
}
