import type { MentionedTechnique } from "../../../core/panels/note-subject";
import { Message } from "../outcome/error-view";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";
import { usePane } from "./pane-host";
import { TechniqueFacts, titleOf } from "./technique-line";

/** The techniques that some other note names; each opens in the pane, and its note beside it. */
export function MentionsPart(props: { readonly techniques: readonly MentionedTechnique[] }) {
	const { pane: text } = useHost().texts;
	const { state, remember } = usePane();
	if (props.techniques.length === 0) return <NoMentions />;
	return (
		<>
			<p class="detection-vault-part-head">{text.techniquesNamed}</p>
			<ul class="detection-vault-plain-list">
				{props.techniques.map(({ technique, count, formerIds }) => (
					<li key={technique.id} class="detection-vault-technique detection-vault-mention">
						<button
							type="button"
							class="detection-vault-text-button"
							data-technique={technique.id}
							onClick={() => remember({ ...state, technique: technique.id })}
						>
							{titleOf(technique)}
						</button>
						<span class="detection-vault-hint">{text.times(count)}</span>
						<TechniqueFacts technique={technique} formerIds={formerIds} />
						{technique.note === undefined ? null : (
							<NoteLink target={technique.note.path} text={text.openNote(technique.id)} />
						)}
					</li>
				))}
			</ul>
		</>
	);
}

/** What to do where the note names none. */
function NoMentions() {
	const { texts, importSources } = useHost();
	const { sources, goToTechnique } = usePane();
	const { pane: text } = texts;
	const hasTechniques = [...sources.library.techniques].length > 0;
	const { title, hint } = hasTechniques ? text.noMentions : text.empty;
	return (
		<Message icon="info" tone="quiet" title={title}>
			<p class="detection-vault-hint">{hint}</p>
			{hasTechniques ? (
				<button type="button" onClick={goToTechnique}>
					{text.goToTechnique}
				</button>
			) : (
				<button type="button" onClick={importSources}>
					{text.importSources}
				</button>
			)}
		</Message>
	);
}

/** No note is open: the same advice under another title. */
export function NothingPart() {
	const { pane: text } = useHost().texts;
	const { goToTechnique } = usePane();
	return (
		<Message icon="info" tone="quiet" title={text.nothing.title}>
			<p class="detection-vault-hint">{text.nothing.hint}</p>
			<button type="button" onClick={goToTechnique}>
				{text.goToTechnique}
			</button>
		</Message>
	);
}
