import type { NoteSubject } from "../../../core/panels/note-subject";
import { Icon } from "../icon";
import { useHost } from "../view-host";
import { MentionsPart, NothingPart } from "./mentions-part";
import { usePane } from "./pane-host";
import { RulePart } from "./rule-part";
import { RunbookPart } from "./runbook-part";
import { TechniquePart } from "./technique-part";

/** What the pane shows of the active note; `subject` is undefined where no note is open. */
export function PaneView({ subject }: { readonly subject: NoteSubject | undefined }) {
	const { pane: text } = useHost().texts;
	const { state, remember } = usePane();
	if (state.technique !== null)
		return (
			<>
				<button
					type="button"
					class="detection-vault-text-button detection-vault-back"
					onClick={() => remember({ ...state, technique: null })}
				>
					<Icon name="chevron-left" />
					{text.back}
				</button>
				<TechniquePart id={state.technique} />
			</>
		);
	switch (subject?.kind) {
		case undefined:
			return <NothingPart />;
		case "technique":
			return <TechniquePart id={subject.id} />;
		case "rule":
			return <RulePart subject={subject} />;
		case "runbook":
			return <RunbookPart subject={subject} />;
		case "mentions":
			return <MentionsPart techniques={subject.techniques} />;
	}
}
