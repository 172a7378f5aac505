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

function Conflicts(props: ConflictsProps) {
	const { state, texts, onOpen } = props;
	const { notes } = state;
	if (notes === undefined) return <p class="detection-vault-hint">{texts.looking}</p>;
	if (notes.length === 0) return <p class="detection-vault-hint">{texts.none}</p>;
	const count = notes.reduce((sum, note) => sum + note.conflicts.length, 0);
	return (
		<>
			<p class="detection-vault-hint">
				{texts.count(count, notes.length)}. {texts.hint}
			</p>
			{notes.map((note) => (
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
		</>
	);
}
