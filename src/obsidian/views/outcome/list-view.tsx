import type { Value } from "../../../core/model/value";
import { keyRows } from "../table/table-model";
import { useHost } from "../view-host";
import { ValueView } from "../values/value-view";
import { useFirstItems } from "./show-more";

/** The rows of a LIST: a note, a value, or a note with a value. */
export function ListView({ rows }: { readonly rows: readonly (readonly Value[])[] }) {
	const { table } = useHost().texts;
	const { shown, more } = useFirstItems(rows);
	return (
		<div class="detection-vault-list-view">
			<span class="detection-vault-count">{table.items(rows.length)}</span>
			<ul>
				{keyRows(shown).map(({ key, cells }) => (
					<li key={key}>
						{cells.map((cell, index) => (
							<span key={index}>
								{index === 0 ? null : ": "}
								<ValueView value={cell} />
							</span>
						))}
					</li>
				))}
			</ul>
			{more}
		</div>
	);
}
