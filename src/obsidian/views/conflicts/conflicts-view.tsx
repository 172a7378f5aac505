import { useState } from "preact/hooks";
import { noteName } from "../../../core/index/paths";
import { ConflictCard } from "./conflict-card";
import type { ConflictsProps } from "./conflicts-props";
import { TunedList } from "./tuned-list";

/** Conflicts note by note, each with what to do about it; and the rules that were tuned. */
export function ConflictsView(props: ConflictsProps) {
	const { state, tab, texts, onTab, onUndo } = props;
	return (
		<div class="detection-vault-conflicts">
			<div class="detection-vault-conflict-tools" role="group" aria-label={texts.tabsLabel}>
				<TabButton isOn={tab === "notes"} onClick={() => onTab("notes")}>
					{texts.tabs.conflicts}
				</TabButton>
				<TabButton isOn={tab === "tuned"} onClick={() => onTab("tuned")}>
					{texts.tabs.tuned}
				</TabButton>
				<span class="detection-vault-conflict-status" role="status">
					{state.message}
				</span>
				{state.canUndo ? (
					<button type="button" onClick={onUndo}>
						{texts.undo}
					</button>
				) : null}
			</div>
			{tab === "notes" ? <Conflicts {...props} /> : <TunedList {...props} />}
		</div>
	);
}

function TabButton(props: {
	readonly isOn: boolean;
	readonly onClick: () => void;
	readonly children: string;
}) {
	return (
		<button
			type="button"
			class={props.isOn ? "mod-cta" : undefined}
			aria-pressed={props.isOn}
			onClick={props.onClick}
		>
			{props.children}
		</button>
	);
}

/** Notes that are drawn at first, and with every press of the button below them. */
const SHOWN = 30;

function Conflicts(props: ConflictsProps) {
	const { state, texts, onOpen } = props;
	const { notes } = state;
	const [limit, setLimit] = useState(SHOWN);
	if (notes === undefined) return <p class="detection-vault-hint">{texts.looking}</p>;
	if (notes.length === 0) return <p class="detection-vault-hint">{texts.none}</p>;
	const count = notes.reduce((sum, note) => sum + note.conflicts.length, 0);
	return (
		<>
			<p class="detection-vault-hint">
				{texts.count(count, notes.length)}. {texts.hint}
			</p>
			{count < 2 ? null : <AllChoices {...props} notes={notes.length} />}
			{notes.slice(0, limit).map((note) => (
				<section key={note.path} class="detection-vault-conflict-note">
					<h3>
						<button
							type="button"
							class="detection-vault-conflict-link"
							aria-label={texts.openNote(noteName(note.path))}
							onClick={() => onOpen(note.path)}
						>
							{noteName(note.path)}
						</button>
					</h3>
					{note.conflicts.map((item) => (
						<ConflictCard key={item.conflict.index} {...props} note={note} item={item} />
					))}
				</section>
			))}
			{notes.length <= limit ? null : (
				<button type="button" onClick={() => setLimit(limit + SHOWN)}>
					{texts.showMore(Math.min(SHOWN, notes.length - limit))}
				</button>
			)}
		</>
	);
}

/** One choice for all conflicts; what replaces a person's text is asked twice. */
function AllChoices(props: ConflictsProps & { readonly notes: number }) {
	const { texts, notes, onResolveAll } = props;
	const [asks, setAsks] = useState(false);
	return (
		<div class="detection-vault-conflict-choices" role="group" aria-label={texts.allLabel}>
			{asks ? (
				<>
					<button type="button" class="mod-warning" onClick={() => onResolveAll("theirs")}>
						{texts.confirmTheirs(notes)}
					</button>
					<button type="button" onClick={() => setAsks(false)}>
						{texts.cancel}
					</button>
				</>
			) : (
				<>
					<button type="button" onClick={() => onResolveAll("mine")}>
						{texts.allMine}
					</button>
					<button type="button" onClick={() => setAsks(true)}>
						{texts.allTheirs}
					</button>
				</>
			)}
		</div>
	);
}
