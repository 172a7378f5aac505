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
	const { id } = props.panel.technique;
	const scopes = [
		{ exact: false, label: text.withSubTechniques },
		{ exact: true, label: text.exact },
	];
	return (
		<div class="detection-vault-panel-head">
			<span class="detection-vault-panel-title">
				<TechniqueName panel={props.panel} />
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

function TechniqueName({ panel }: { readonly panel: TechniquePanel }) {
	const { id, name, note } = panel.technique;
	const title = name === id ? id : `${id} ${name}`;
	return note === undefined ? <>{title}</> : <NoteLink target={note.path} text={title} />;
}

/** Says that a technique is outdated, and leads to the one that replaced it. */
export function ReplacedHint({ panel }: { readonly panel: TechniquePanel }) {
	const { panel: text } = useHost().texts;
	if (panel.replaced === null) return null;
	return (
		<p class="detection-vault-hint">
			{text.revoked(panel.replaced.id)}
			<TechniqueName panel={panel} />.
		</p>
	);
}

/** A sub-technique has none of its own. */
function isSubTechnique(id: string): boolean {
	return parentTechniqueId(id) !== id;
}
