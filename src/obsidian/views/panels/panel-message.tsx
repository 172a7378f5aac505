import { Message } from "../outcome/error-view";
import { useHost } from "../view-host";

/** Panels that this version draws. */
const PANELS = ["overview", "rules", "runbooks"] as const;
/** The name of a panel that is drawn. */
export type PanelName = (typeof PANELS)[number];
/** Panels whose rows come from rules taken apart. */
const LATER = new Set([
	"events",
	"fields",
	"indicators",
	"exclusions",
	"data-sources",
	"false-positives",
	"related",
]);

/** Whether a panel of that name is drawn. */
export function isPanelName(name: string): name is PanelName {
	return PANELS.some((panel) => panel === name);
}

/** Why a panel cannot be drawn. */
export function PanelMessage(props: {
	readonly kind: "options" | "unknown" | "no-technique" | "no-note";
	/** What the parser said, the panel's name, or the technique. */
	readonly detail: string;
}) {
	const { panel } = useHost().texts.table;
	const { kind, detail } = props;
	switch (kind) {
		case "options":
			return (
				<Message icon="alert-triangle" title={panel.options}>
					<p>{detail}</p>
				</Message>
			);
		case "no-technique":
			return (
				<Message icon="info" tone="quiet" title={panel.noTechnique}>
					<p class="detection-vault-hint">{panel.noTechniqueHint}</p>
				</Message>
			);
		case "no-note":
			return (
				<Message icon="info" tone="quiet" title={panel.noNote(detail)}>
					<p class="detection-vault-hint">{panel.noNoteHint}</p>
				</Message>
			);
		case "unknown": {
			const title = LATER.has(detail) ? panel.later(detail) : panel.unknown(detail);
			return (
				<Message icon="info" tone="quiet" title={title}>
					<p class="detection-vault-hint">{panel.known(PANELS.join(", "))}</p>
				</Message>
			);
		}
	}
}
