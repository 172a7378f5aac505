import type { RunbookEntry } from "../../../../core/library/library-entry";
import { IconButton } from "../../icon";
import { NoteLink } from "../../values/link-view";
import { useHost } from "../../view-host";

/** The runbooks behind a number, each a link to its note; Escape closes the list. */
export function RunbookList(props: {
	readonly id: string;
	readonly runbooks: readonly RunbookEntry[];
	readonly onClose: () => void;
}) {
	const { panel } = useHost().texts;
	return (
		<div
			id={props.id}
			class="detection-vault-rule-list"
			role="group"
			aria-label={panel.titles.runbooks}
			onKeyDown={(event) => {
				if (event.key !== "Escape") return;
				event.stopPropagation();
				props.onClose();
			}}
		>
			<ul>
				{props.runbooks.map(({ path, title }) => (
					<li key={path}>
						<NoteLink target={path} text={title} />
					</li>
				))}
			</ul>
			<IconButton icon="x" label={panel.closeRules} onClick={props.onClose} />
		</div>
	);
}
