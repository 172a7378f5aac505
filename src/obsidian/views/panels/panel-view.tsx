import { parentTechniqueId } from "../../../core/text/technique-ids";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";
import { OverviewPanel } from "./overview-panel";
import type { PanelProps } from "./panel-props";
import { RulesPanel } from "./rules-panel";
import { RunbooksPanel } from "./runbooks-panel";

/** A panel of a technique, headed by what it is about. */
export function PanelView(props: PanelProps) {
	const { panel: text } = useHost().texts.table;
	return (
		<div class="detection-vault-panel">
			<PanelHead {...props} />
			<Panel {...props} />
			{props.unknown.map((name) => (
				<p key={name} class="detection-vault-hint">
					{text.unknownOption(name)}
				</p>
			))}
		</div>
	);
}

function PanelHead({ panel, note }: PanelProps) {
	const { panel: text } = useHost().texts.table;
	const { id, name } = panel.technique;
	const title = name === id ? id : `${id} ${name}`;
	return (
		<p class="detection-vault-panel-head">
			{note === undefined ? <span>{title}</span> : <NoteLink target={note} text={title} />}
			{isSubTechnique(id) ? null : (
				<span class="detection-vault-hint">
					{panel.scope === "exact" ? text.exact : text.withSubTechniques}
				</span>
			)}
		</p>
	);
}

/** A sub-technique has none of its own. */
function isSubTechnique(id: string): boolean {
	return parentTechniqueId(id) !== id;
}

function Panel(props: PanelProps) {
	switch (props.name) {
		case "overview":
			return <OverviewPanel panel={props.panel} />;
		case "rules":
			return <RulesPanel panel={props.panel} />;
		case "runbooks":
			return <RunbooksPanel {...props} />;
	}
}
