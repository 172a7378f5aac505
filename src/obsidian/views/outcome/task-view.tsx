import type { ObjectValue } from "../../../core/model/value";
import { isTaskGroup } from "../../../core/query/outcome";
import type { TaskRow } from "../../../core/query/outcome";
import { linkText } from "../../../core/query/values/format-value";
import { linkTarget } from "../values/link-target";
import { NoteLink } from "../values/link-view";
import { ValueView } from "../values/value-view";
import { valueText } from "../values/value-text";
import { InlineView } from "../values/inline-view";
import { useHost } from "../view-host";
import { useFirstItems } from "./show-more";

/** The tasks of a TASK query, under their groups; ticking one happens in its note. */
export function TaskView({ rows }: { readonly rows: readonly TaskRow[] }) {
	const { table } = useHost().texts;
	return (
		<div class="detection-vault-task-view">
			<span class="detection-vault-count">{table.tasks(countTasks(rows))}</span>
			<TaskRows rows={rows} />
		</div>
	);
}

function countTasks(rows: readonly TaskRow[]): number {
	return rows.reduce((sum, row) => sum + (isTaskGroup(row) ? countTasks(row.rows) : 1), 0);
}

function TaskRows({ rows }: { readonly rows: readonly TaskRow[] }) {
	const { shown, more } = useFirstItems(rows);
	return (
		<>
			<ul class="contains-task-list">
				{shown.map((row, index) =>
					isTaskGroup(row) ? (
						<li key={index} class="detection-vault-task-group">
							<strong>
								<ValueView value={row.key} />
							</strong>
							<TaskRows rows={row.rows} />
						</li>
					) : (
						<Task key={index} task={row} />
					),
				)}
			</ul>
			{more}
		</>
	);
}

function Task({ task }: { readonly task: ObjectValue }) {
	const field = (name: string) => task.fields.get(name) ?? null;
	const status = valueText(field("status"));
	const text = valueText(field("text"));
	const place = field("link");
	const link =
		typeof place === "object" && place !== null && "kind" in place && place.kind === "link"
			? place
			: null;
	const isTask = field("task") !== false;
	return (
		<li class={isTask ? "task-list-item" : undefined} data-task={status}>
			{isTask ? (
				<input
					type="checkbox"
					class="task-list-item-checkbox"
					checked={field("checked") === true}
					disabled
					aria-label={text}
				/>
			) : null}
			<InlineView text={text} />{" "}
			{link === null ? null : (
				<span class="detection-vault-task-note">
					<NoteLink
						target={linkTarget(link)}
						text={linkText({ kind: "link", type: "file", path: link.path, embed: false })}
					/>
				</span>
			)}
		</li>
	);
}
