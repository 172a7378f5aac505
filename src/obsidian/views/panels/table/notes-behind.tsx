import type { ComponentChildren } from "preact";
import { IconButton } from "../../icon";
import { useHost } from "../../view-host";

/** The notes behind a number, named by `label`; the button at its end and Escape close the list. */
export function NotesBehind(props: {
	readonly id: string;
	readonly label: string;
	readonly onClose: () => void;
	readonly children: ComponentChildren;
}) {
	const { panel } = useHost().texts;
	return (
		<div
			id={props.id}
			class="detection-vault-rule-list"
			role="group"
			aria-label={props.label}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.stopPropagation();
				props.onClose();
			}}
		>
			{props.children}
			<IconButton icon="x" label={panel.closeRules} onClick={props.onClose} />
		</div>
	);
}
