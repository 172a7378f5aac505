import { useMemo, useState } from "preact/hooks";
import type { PlannedConflict, PlannedNote } from "../../../core/ingest/import-plan";
import { compareTexts, foldDiff } from "../../import/compare-texts";
import type { DiffLine, DiffPart } from "../../import/compare-texts";
import { useImport } from "./import-host";

/** Lines that are shown at first. */
const FIRST_LINES = 200;

/** What an import would change in one note, line by line, and what it leaves alone. */
export function NoteDiff({ note }: { readonly note: PlannedNote }) {
	const { plan } = useImport().texts;
	const parts = useMemo(() => foldDiff(compareTexts(note.before ?? "", note.after)), [note]);
	const changed = note.before !== note.after;
	return (
		<div class="detection-vault-diff">
			<Upstream items={note.conflicts} name={plan.upstreamHas} />
			<Upstream items={note.differs} name={plan.differs} />
			{changed ? <DiffParts parts={parts} /> : <p class="detection-vault-hint">{plan.noChange}</p>}
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

function DiffParts({ parts }: { readonly parts: readonly DiffPart[] }) {
	const { plan } = useImport().texts;
	const [limit, setLimit] = useState(FIRST_LINES);
	const total = parts.reduce(
		(sum, part) => sum + (part.kind === "lines" ? part.lines.length : 0),
		0,
	);
	let left = limit;
	return (
		<>
			<div class="detection-vault-diff-lines">
				{parts.map((part, index) => {
					if (part.kind === "skipped") {
						return left <= 0 ? null : (
							<div key={index} class="detection-vault-diff-skipped">
								{plan.skippedLines(part.count)}
							</div>
						);
					}
					const shown = part.lines.slice(0, Math.max(0, left));
					left -= part.lines.length;
					return shown.map((line, at) => <Line key={`${index}-${at}`} line={line} />);
				})}
			</div>
			{total > limit ? (
				<button type="button" onClick={() => setLimit(Infinity)}>
					{plan.cut(total - limit)}
				</button>
			) : null}
		</>
	);
}

const MARKS = { same: " ", added: "+", removed: "−" } as const;

function Line({ line }: { readonly line: DiffLine }) {
	const { plan } = useImport().texts;
	const spoken = line.kind === "same" ? undefined : plan[line.kind];
	return (
		<div class={`detection-vault-diff-line is-${line.kind}`}>
			<span class="detection-vault-diff-mark" aria-label={spoken}>
				{MARKS[line.kind]}
			</span>
			<span>{line.text === "" ? " " : line.text}</span>
		</div>
	);
}
