import type { TableOutcome } from "../../../core/query/outcome";
import { useHost } from "../view-host";

/** What in a query that was answered may not mean what it was meant to. */
export function QueryHints({ hints = [] }: { readonly hints?: TableOutcome["hints"] | undefined }) {
	const { table } = useHost().texts;
	if (hints.length === 0) return null;
	return (
		<ul class="detection-vault-hints">
			{hints.map(({ line, message }, index) => (
				<li key={index}>{table.hint(line, message)}</li>
			))}
		</ul>
	);
}
