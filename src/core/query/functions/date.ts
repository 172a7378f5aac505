import { readWholeDate } from "../../index/literals/date-literal";
import type { DateValue, LinkValue } from "../../model/value";
import { EvaluationFailure } from "../evaluate/evaluation-failure";
import type { RunContext } from "../evaluate/run-context";
import { isDate, isObject } from "../value";
import { readMoment } from "../values/date-words";
import { parseDateFormat } from "../values/parse-date-format";
import { dateAt, giveNull, linkAt, textAt } from "./arguments";
import { defineFunction } from "./define-function";
import { dateOf, isInCalendar } from "../../index/literals/calendar";

/** `date(text)`, `date(link)`, `date(text, format)`: the date that something means, null where it means none. */
export const date = defineFunction(
	"date",
	{
		string: (args, context) => readMoment(textAt(args, 0), context) ?? null,
		date: (args) => dateAt(args, 0),
		link: (args, context) => dateOfLink(linkAt(args, 0), context) ?? null,
		"string, string": (args, context) => readFormatted(textAt(args, 0), textAt(args, 1), context),
		"null, string": giveNull,
		null: giveNull,
	},
	{ 1: [0] },
	"a date such as date(2024-05-01), a word such as date(today), a text or a link",
);

/** A link says its date in its text, its path, or as the day of its note. */
function dateOfLink(link: LinkValue, context: RunContext): DateValue | undefined {
	const shown = link.display === undefined ? undefined : readWholeDate(link.display, context);
	const written = shown ?? readWholeDate(link.path, context);
	if (written !== undefined) return written;
	const file = context.page(link.path)?.fields.get("file") ?? null;
	const day = isObject(file) ? (file.fields.get("day") ?? null) : null;
	return isDate(day) ? day : undefined;
}

function readFormatted(text: string, format: string, context: RunContext): DateValue {
	if (format === "x" || format === "X") {
		const number = /-?\d+/.exec(text)?.[0];
		if (number === undefined) throw new EvaluationFailure(`"${text}" is no number of seconds`);
		const ms = Number(number) * (format === "X" ? 1000 : 1);
		if (isInCalendar(ms)) return dateOf(context.zones, context.zone, ms);
	}
	const found = parseDateFormat(text, format, context, context.style);
	if (found !== undefined) return found;
	throw new EvaluationFailure(`"${text}" is no date of the form "${format}"`);
}
