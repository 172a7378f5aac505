import type { PlannedConflict, PlannedNote } from "../../../core/ingest/import-plan";
import { DiffLines } from "./diff-lines";
import { useImport } from "./import-host";

/** What an import would change in one note, line by line, and what it leaves alone. */
export function NoteDiff({ note }: { readonly note: PlannedNote }) {
	const { plan } = useImport().texts;
	const { before = "", after } = note;
	return (
		<div class="detection-vault-diff">
			<Upstream items={note.conflicts} name={plan.upstreamHas} />
			<Upstream items={note.differs} name={plan.differs} />
			{before === after ? (
				<p class="detection-vault-hint">{plan.noChange}</p>
			) : (
				<DiffLines before={before} after={after} texts={plan} />
			)}
		</div>
	);
}

function Upstream(props: {
	readonly items: readonly PlannedConflict[];
	readonly name: (what: string) => string;
}) {
	return (
		<>
			{props.items.map((item, index) => (
				<div key={index} class="detection-vault-upstream">
					<p>{props.name(item.what)}</p>
					<pre>{item.upstream}</pre>
				</div>
			))}
		</>
	);
}
