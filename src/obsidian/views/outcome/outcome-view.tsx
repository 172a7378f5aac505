import type { QueryOutcome } from "../../../core/query/outcome";
import { TableView } from "../table/table-view";
import { ValueView } from "../values/value-view";
import { CalendarView } from "./calendar-view";
import { EmptyView } from "./empty-view";
import { ErrorView } from "./error-view";
import { FailedRows } from "./failed-rows";
import { ListView } from "./list-view";
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
					{outcome.rows.length === 0 ? <EmptyView /> : <Rows outcome={outcome} />}
					<FailedRows failed={outcome.failed} />
				</>
			);
	}
}

function Rows({
	outcome,
}: {
	readonly outcome: Exclude<QueryOutcome, { type: "error" | "value" }>;
}) {
	switch (outcome.type) {
		case "table":
			return <TableView columns={outcome.columns} rows={outcome.rows} />;
		case "list":
			return <ListView rows={outcome.rows} />;
		case "calendar":
			return <CalendarView rows={outcome.rows} />;
		case "task":
			return <TaskView rows={outcome.rows} />;
	}
}
