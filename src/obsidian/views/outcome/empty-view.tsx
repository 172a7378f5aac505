import { useHost } from "../view-host";
import { Message } from "./error-view";

/** A query that no note matches: what to look at next. */
export function EmptyView() {
	const { texts, importSources } = useHost();
	const { empty } = texts.table;
	return (
		<Message icon="search" tone="quiet" title={empty.title}>
			<p class="detection-vault-hint">{empty.hint}</p>
			{importSources === undefined ? null : (
				<button type="button" onClick={importSources}>
					{empty.importSources}
				</button>
			)}
		</Message>
	);
}
