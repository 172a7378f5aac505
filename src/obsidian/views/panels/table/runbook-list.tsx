import type { RunbookEntry } from "../../../../core/library/library-entry";
import { NoteLink } from "../../values/link-view";
import { useHost } from "../../view-host";
import { NotesBehind } from "./notes-behind";

/** The runbooks behind a number, each a link to its note; Escape closes the list. */
export function RunbookList(props: {
	readonly id: string;
	readonly runbooks: readonly RunbookEntry[];
	readonly onClose: () => void;
}) {
	const { panel } = useHost().texts;
	return (
		<NotesBehind id={props.id} label={panel.titles.runbooks} onClose={props.onClose}>
			<ul>
				{props.runbooks.map(({ path, title }) => (
					<li key={path}>
						<NoteLink target={path} text={title} />
					</li>
				))}
			</ul>
		</NotesBehind>
	);
}
