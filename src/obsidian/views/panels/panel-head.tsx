import type { TechniquePanel } from "../../../core/panels/technique-panel";
import { parentTechniqueId } from "../../../core/text/technique-ids";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";
import { Switch } from "./switch";

/** Which rules a technique's panel counts. */
export interface PanelChoice {
	readonly exact: boolean;
	/** Whether deprecated and unsupported rules are counted. */
	readonly deprecated: boolean;
}

/** What a panel is about, and the switches that say which rules are counted. */
export function PanelHead(props: {
	readonly panel: TechniquePanel;
	readonly choice: PanelChoice;
	readonly onChoose: (choice: PanelChoice) => void;
}) {
	const { panel: text } = useHost().texts;
	const { choice, onChoose } = props;
	const { id, name, note } = props.panel.technique;
	const title = name === id ? id : `${id} ${name}`;
	const scopes = [
		{ exact: false, label: text.withSubTechniques },
		{ exact: true, label: text.exact },
	];
	return (
		<div class="detection-vault-panel-head">
			<span class="detection-vault-panel-title">
				{note === undefined ? title : <NoteLink target={note.path} text={title} />}
			</span>
			{isSubTechnique(id) ? null : (
				<span class="detection-vault-choices" role="group" aria-label={text.scope}>
					{scopes.map(({ exact, label }) => (
						<button
							key={label}
							type="button"
							class="detection-vault-choice"
							aria-pressed={choice.exact === exact}
							onClick={() => onChoose({ ...choice, exact })}
						>
							{label}
						</button>
					))}
				</span>
			)}
			<Switch
				label={text.leaveOutDeprecated}
				isOn={!choice.deprecated}
				onChange={(isOn) => onChoose({ ...choice, deprecated: !isOn })}
			/>
		</div>
	);
}

/** A sub-technique has none of its own. */
function isSubTechnique(id: string): boolean {
	return parentTechniqueId(id) !== id;
}
