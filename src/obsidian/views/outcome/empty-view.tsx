import { useHost } from "../view-host";
import { Message } from "./error-view";

/** A query that nothing matches: what to look at next, which in an empty vault is the first import. */
export function EmptyView() {
	const { texts, importSources } = useHost();
	const { empty } = texts.table;
	const isUnfilled = importSources !== undefined;
	return (
		<Message icon="search" tone="quiet" title={empty.title}>
			<p class="detection-vault-hint">{isUnfilled ? empty.unfilled : empty.hint}</p>
			{isUnfilled ? (
				<button type="button" onClick={importSources}>
					{empty.importSources}
				</button>
			) : null}
		</Message>
	);
}
