import { useHost } from "../view-host";
import { Message } from "./error-view";

/** A query that nothing matches, which is often as it should be; in an empty vault the first import is the way on. */
export function EmptyView() {
	const { texts, importSources } = useHost();
	const { empty } = texts.table;
	if (importSources === undefined) return <p class="detection-vault-hint">{empty.sentence}</p>;
	return (
		<Message icon="search" tone="quiet" title={empty.title}>
			<p class="detection-vault-hint">{empty.unfilled}</p>
			<button type="button" onClick={importSources}>
				{empty.importSources}
			</button>
		</Message>
	);
}
