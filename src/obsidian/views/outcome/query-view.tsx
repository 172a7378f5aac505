import type { QueryOutcome } from "../../../core/query/outcome";
import type { IndexState } from "../../indexing/vault-indexer";
import { useHost } from "../view-host";
import { Message } from "./error-view";
import { OutcomeView } from "./outcome-view";

/** A query's example, shown where a block is empty. */
const EXAMPLE = 'TABLE status AS "Status", level AS "Level"\nFROM #detection_rule\nSORT file.name';

/** A query block: its result, or what keeps it from having one. */
export function QueryView(props: {
	readonly state: IndexState;
	readonly source: string;
	/** Undefined while the index is not complete. */
	readonly outcome: QueryOutcome | undefined;
}) {
	const { state, source, outcome } = props;
	const { texts } = useHost();
	if (source.trim() === "") {
		return (
			<Message icon="info" tone="quiet" title={texts.table.error.noQuery}>
				<pre>{EXAMPLE}</pre>
			</Message>
		);
	}
	if (state.phase === "failed") {
		return <Message icon="alert-triangle" title={texts.index.failed(state.reason)} />;
	}
	if (outcome === undefined) return <Waiting state={state} />;
	return <OutcomeView outcome={outcome} source={source} />;
}

/** Stands in a block whose own note is about to be read. */
export function Reading({ text }: { readonly text: string }) {
	return (
		<div class="detection-vault-waiting" role="status">
			<span>{text}</span>
		</div>
	);
}

/** Tells how far the index is, for as long as its answers would be wrong. */
export function Waiting({ state }: { readonly state: IndexState }) {
	const { index } = useHost().texts;
	return (
		<div class="detection-vault-waiting" role="status">
			<span>
				{state.phase === "waiting" ? index.waiting : index.indexing(state.done, state.total)}
			</span>
			{state.phase === "indexing" ? (
				<progress class="detection-vault-bar" max={state.total} value={state.done} />
			) : null}
		</div>
	);
}
