import { Message } from "../outcome/error-view";
import { useHost } from "../view-host";
import { PANEL_NAMES } from "./panel-names";

/** Why a panel cannot be drawn. */
export function PanelMessage(props: {
	readonly kind:
		"failed" | "options" | "unknown" | "no-technique" | "no-note" | "no-rule" | "no-runbook";
	/** What failed, what the parser said, the panel's name, or the technique. */
	readonly detail: string;
}) {
	const { panel, index, runbooks } = useHost().texts;
	const { kind, detail } = props;
	switch (kind) {
		case "failed":
			return <Message icon="alert-triangle" title={index.failed(detail)} />;
		case "options":
			return (
				<Message icon="alert-triangle" title={panel.options}>
					<p>{detail}</p>
				</Message>
			);
		case "no-technique":
			return <Advice title={panel.noTechnique} hint={panel.noTechniqueHint} />;
		case "no-note":
			return <Advice title={panel.noNote(detail)} hint={panel.noNoteHint} />;
		case "no-rule":
			return <Advice title={panel.noRule} hint={panel.noRuleHint} />;
		case "no-runbook":
			return <Advice title={runbooks.noRunbook} hint={runbooks.noRunbookHint} />;
		case "unknown":
			return <Advice title={panel.unknown(detail)} hint={panel.known(PANEL_NAMES.join(", "))} />;
	}
}

function Advice({ title, hint }: { readonly title: string; readonly hint: string }) {
	return (
		<Message icon="info" tone="quiet" title={title}>
			<p class="detection-vault-hint">{hint}</p>
		</Message>
	);
}

/** What is told of a block's options below its panel. */
export interface OptionFaults {
	/** Options that no panel knows. */
	readonly unknown: readonly string[];
	/** Options with a value that they cannot have. */
	readonly bad: readonly string[];
}

/** Names the options that were passed over. */
export function OptionHints({ unknown, bad }: OptionFaults) {
	const { panel } = useHost().texts;
	const hints = [...unknown.map(panel.unknownOption), ...bad.map(panel.badOption)];
	return (
		<>
			{hints.map((hint) => (
				<p key={hint} class="detection-vault-hint">
					{hint}
				</p>
			))}
		</>
	);
}
