import type { ComponentChildren } from "preact";
import type { QueryError } from "../../../core/query/outcome";
import { Icon } from "../icon";
import { useHost } from "../view-host";

/** Words that a query starts with. */
const STARTS = /^\s*(?:explain\s+)?(?:table|list|task|calendar)\b/i;

/** Why a query gave no answer, where in its text, and what to try. */
export function ErrorView(props: { readonly error: QueryError; readonly source: string }) {
	const { error, source } = props;
	const { error: text } = useHost().texts.table;
	const isParse = error.kind === "parse";
	return (
		<Message icon="alert-triangle" title={isParse ? text.parse : text.execution}>
			<p>{error.message}</p>
			<Excerpt {...error} source={source} />
			<p class="detection-vault-place">{text.place(error.line, error.column)}</p>
			{isParse && !STARTS.test(source) ? <p class="detection-vault-hint">{text.start}</p> : null}
		</Message>
	);
}

/** The line of the query that the error is on, with a mark under the place. */
function Excerpt(props: {
	readonly source: string;
	readonly line: number;
	readonly column: number;
}) {
	const line = props.source.split("\n")[props.line - 1];
	if (line === undefined || line.trim() === "") return null;
	const before = line.slice(0, props.column - 1).replace(/[^\t]/g, " ");
	return <pre class="detection-vault-excerpt">{`${line}\n${before}^`}</pre>;
}

/** A message in place of a result. */
export function Message(props: {
	readonly icon: string;
	readonly title: string;
	readonly tone?: "error" | "quiet";
	readonly children?: ComponentChildren;
}) {
	const tone = props.tone ?? "error";
	return (
		<div class={`detection-vault-message is-${tone}`} role={tone === "error" ? "alert" : undefined}>
			<Icon name={props.icon} />
			<div>
				<p class="detection-vault-message-title">{props.title}</p>
				{props.children}
			</div>
		</div>
	);
}
