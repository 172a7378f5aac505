import type { FailedRow } from "../../../core/query/outcome";
import { linkText } from "../../../core/query/values/format-value";
import { useHost } from "../view-host";
import { NoteLink } from "../values/link-view";

/** How many failed rows are named one by one. */
const NAMED = 20;

/** Rows that an expression failed on: they are not in the result, and not passed over in silence. */
export function FailedRows({ failed }: { readonly failed: readonly FailedRow[] }) {
	const { table } = useHost().texts;
	if (failed.length === 0) return null;
	return (
		<details class="detection-vault-failed">
			<summary>{table.failedRows(failed.length)}</summary>
			<ul>
				{failed.slice(0, NAMED).map((row, index) => (
					<li key={index}>
						{row.note === null ? null : (
							<>
								<NoteLink target={row.note} text={noteName(row.note)} />{" "}
							</>
						)}
						<span>{table.failedColumn(row.column, row.message)}</span>
					</li>
				))}
				{failed.length > NAMED ? <li>{table.failedMore(failed.length - NAMED)}</li> : null}
			</ul>
		</details>
	);
}

function noteName(path: string): string {
	return linkText({ kind: "link", type: "file", path, embed: false });
}
