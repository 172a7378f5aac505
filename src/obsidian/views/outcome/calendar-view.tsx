import { useMemo, useState } from "preact/hooks";
import type { LinkValue, Value } from "../../../core/model/value";
import { linkText } from "../../../core/query/values/format-value";
import { IconButton } from "../icon";
import { linkTarget } from "../values/link-target";
import { NoteLink } from "../values/link-view";
import { useHost } from "../view-host";
import { monthGrid, monthName, shiftMonth, sortByDay, weekdayNames } from "./calendar-days";
import type { CalendarDays } from "./calendar-days";

/** The notes of a CALENDAR query, month by month, beginning with the latest that has one. */
export function CalendarView({ rows }: { readonly rows: readonly (readonly Value[])[] }) {
	const { language, texts } = useHost();
	const { days, undated, latest } = useMemo(() => sortByDay(rows), [rows]);
	const [chosen, setChosen] = useState<string | null>(null);
	const month = chosen ?? latest;
	const { calendar } = texts.table;
	return (
		<div class="detection-vault-calendar">
			<div class="detection-vault-calendar-head">
				<IconButton
					icon="chevron-left"
					label={calendar.previous}
					onClick={() => setChosen(shiftMonth(month, -1))}
				/>
				<strong aria-live="polite">{monthName(month, language)}</strong>
				<IconButton
					icon="chevron-right"
					label={calendar.next}
					onClick={() => setChosen(shiftMonth(month, 1))}
				/>
			</div>
			<table>
				<thead>
					<tr>
						{weekdayNames(language).map((name) => (
							<th key={name} scope="col">
								{name}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{monthGrid(month).map((week, index) => (
						<tr key={index}>
							{week.map((day, column) => (
								<td key={column}>
									{day === null ? null : <Day day={day} links={days.get(day) ?? []} />}
								</td>
							))}
						</tr>
					))}
				</tbody>
			</table>
			<MonthList month={month} days={days} />
			{undated > 0 ? <p class="detection-vault-hint">{calendar.undated(undated)}</p> : null}
		</div>
	);
}

function Day({ day, links }: { readonly day: string; readonly links: readonly LinkValue[] }) {
	return (
		<>
			<span class={links.length > 0 ? "detection-vault-day has-notes" : "detection-vault-day"}>
				{Number(day.slice(8))}
			</span>
			<DayLinks links={links} />
		</>
	);
}

function DayLinks({ links }: { readonly links: readonly LinkValue[] }) {
	return (
		<span class="detection-vault-day-links">
			{links.map((link, index) => (
				<NoteLink key={index} target={linkTarget(link)} text={linkText(link)} />
			))}
		</span>
	);
}

/** The month's notes in a list: shown in place of the cells' links where there is no room for them. */
function MonthList(props: { readonly month: string; readonly days: CalendarDays["days"] }) {
	const days = [...props.days].filter(([day]) => day.startsWith(props.month)).sort(compareDays);
	return (
		<ul class="detection-vault-month-list">
			{days.map(([day, links]) => (
				<li key={day}>
					<time class="detection-vault-date">{day}</time>
					<DayLinks links={links} />
				</li>
			))}
		</ul>
	);
}

function compareDays([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
	return a < b ? -1 : 1;
}
