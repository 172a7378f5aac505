import { EvaluationFailure } from "../evaluate/evaluation-failure";
import type { TextStyle } from "../values/text-style";
import { formatDate } from "../values/format-date";
import { formatDurationBy } from "../values/format-duration";
import { dateAt, durationAt, giveNull, numberAt, textAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `dateformat(date, pattern)`: a date by luxon's tokens. */
export const dateformat = defineFunction(
	"dateformat",
	{
		"date, string": (args, { style }) => formatDate(dateAt(args, 0), textAt(args, 1), style),
		"null, string": giveNull,
	},
	{ 2: [0] },
	'dateformat(date, "yyyy-MM-dd"), with the format in quotes',
);

/** `durationformat(duration, pattern)`: a duration by luxon's tokens. */
export const durationformat = defineFunction(
	"durationformat",
	{
		"duration, string": (args) => formatDurationBy(durationAt(args, 0), textAt(args, 1)),
		"null, string": giveNull,
	},
	{ 2: [0] },
);

/** `currencyformat(number, [currency])`: an amount of money, US dollars unless told (ISO 4217). */
export const currencyformat = defineFunction(
	"currencyformat",
	{
		"number, string": (args, { style }) => money(numberAt(args, 0), textAt(args, 1), style),
		"null, string": giveNull,
		number: (args, { style }) => money(numberAt(args, 0), "USD", style),
		null: giveNull,
	},
	{ 2: [0] },
);

function money(amount: number, currency: string, style: TextStyle): string {
	const text = style.money(amount, currency);
	if (text === undefined) throw new EvaluationFailure(`"${currency}" is no currency`);
	return text;
}
