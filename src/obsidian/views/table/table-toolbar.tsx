import { IconButton } from "../icon";
import { useHost } from "../view-host";

/** What stands above a table: how many rows there are, a filter, and the ways to copy them. */
export function TableToolbar(props: {
	readonly shown: number;
	readonly all: number;
	/** Names the rows where they are more than rows: `47 distinct fields`. */
	readonly nameRows?: (count: number) => string;
	/** What the rows are, for a reader who hears the filter alone; undefined where nothing else is filtered near it. */
	readonly name?: string;
	readonly filter: string | null;
	readonly onFilter: (filter: string) => void;
	readonly onCopy: (format: "markdown" | "csv") => void;
}) {
	const { table, panel } = useHost().texts;
	const { shown, all, nameRows = table.rows } = props;
	return (
		<div class="detection-vault-toolbar">
			<span class="detection-vault-count" role="status">
				{shown === all ? nameRows(all) : panel.of(shown, nameRows(all))}
			</span>
			{props.filter === null ? null : (
				<input
					type="search"
					class="detection-vault-filter"
					placeholder={table.filter}
					aria-label={props.name === undefined ? table.filter : table.filterOf(props.name)}
					value={props.filter}
					onInput={(event) => props.onFilter(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key !== "Escape" || props.filter === "") return;
						event.stopPropagation();
						props.onFilter("");
					}}
				/>
			)}
			<span class="detection-vault-actions">
				<IconButton
					icon="copy"
					label={table.copyMarkdown}
					onClick={() => props.onCopy("markdown")}
				/>
				<IconButton icon="table" label={table.copyCsv} onClick={() => props.onCopy("csv")} />
			</span>
		</div>
	);
}
