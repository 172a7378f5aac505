import type { QueryOutcome } from "../../../core/query/outcome";
import { TableView } from "../table/table-view";
import { ValueView } from "../values/value-view";
import { CalendarView } from "./calendar-view";
import { EmptyView } from "./empty-view";
import { ErrorView } from "./error-view";
import { FailedRows } from "./failed-rows";
import { ListView } from "./list-view";
import { QueryHints } from "./query-hints";
import { TaskView } from "./task-view";

/** What a query gave, as its kind is drawn, with the rows that failed below it. */
export function OutcomeView(props: { readonly outcome: QueryOutcome; readonly source: string }) {
	const { outcome } = props;
	switch (outcome.type) {
		case "error":
			return <ErrorView error={outcome.error} source={props.source} />;
		case "value":
			return <ValueView value={outcome.value} />;
		default:
			return (
				<>
					{outcome.rows.length === 0 ? (
						<EmptyView />
					) : (
						<Rows outcome={outcome} source={props.source} />
					)}
					<FailedRows failed={outcome.failed} />
					<QueryHints hints={outcome.hints} />
				</>
			);
	}
}

function Rows({
	outcome,
	source,
}: {
	readonly outcome: Exclude<QueryOutcome, { type: "error" | "value" }>;
	readonly source: string;
}) {
	switch (outcome.type) {
		case "table":
			return <TableView {...outcome} query={source} />;
		case "list":
			return <ListView rows={outcome.rows} />;
		case "calendar":
			return <CalendarView rows={outcome.rows} />;
		case "task":
			return <TaskView rows={outcome.rows} />;
	}
}
