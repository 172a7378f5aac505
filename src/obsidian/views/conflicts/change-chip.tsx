import type { RuleChange } from "../../../core/library/tell-rule-change";
import type { Texts } from "../../text/en";

/** Whether a difference touches what a rule detects, or only what is said about it. */
export function ChangeChip(props: {
	readonly change: RuleChange;
	readonly texts: Texts["conflicts"];
}) {
	const { change, texts } = props;
	if (change === "none") return null;
	return (
		<span class={`detection-vault-change is-${change}`} title={texts.changeHints[change]}>
			{texts.changes[change]}
		</span>
	);
}
