import { IconButton } from "../icon";
import { useHost } from "../view-host";

/** What stands above a table: how many rows there are, a filter, and the ways to copy them. */
export function TableToolbar(props: {
	readonly shown: number;
	readonly all: number;
	readonly filter: string | null;
	readonly onFilter: (filter: string) => void;
	readonly onCopy: (format: "markdown" | "csv") => void;
}) {
	const { table } = useHost().texts;
	return (
		<div class="detection-vault-toolbar">
			<span class="detection-vault-count" role="status">
				{props.shown === props.all ? table.rows(props.all) : table.rowsOf(props.shown, props.all)}
			</span>
			{props.filter === null ? null : (
				<input
					type="search"
					class="detection-vault-filter"
					placeholder={table.filter}
					aria-label={table.filter}
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
