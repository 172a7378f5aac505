import { calendarOf } from "../../index/literals/calendar";
import { shiftDuration } from "../../index/literals/duration-units";
import type { DateValue, DurationUnit, DurationValue, LinkValue, Value } from "../../model/value";
import { isList, isObject } from "../value";
import { weekdayOf } from "../values/date-words";
import { weekOf } from "../values/iso-week";
import { attempt, EvaluationFailure } from "./evaluation-failure";
import type { RunContext } from "./run-context";

/**
 * Gives a part of a value: a field of an object or of the note behind a link, an element of a list or text, a unit of a date or duration,
 * or a field of every element of a list. Null where there is no such part; throws an `EvaluationFailure` where the key cannot fit.
 */
export function indexValue(value: Value, key: Value, context: RunContext): Value {
	if (typeof key !== "string" && typeof key !== "number") {
		throw new EvaluationFailure("only a text or a number can stand in [ ]");
	}
	if (typeof value === "string") return characterAt(value, key);
	if (typeof value !== "object" || value === null) return null;
	if (isList(value)) {
		return typeof key === "number"
			? (elementAt(value, key) ?? null)
			: context.lists.picked(value, key, () => pickAll(value, key, context));
	}
	switch (value.kind) {
		case "object":
			return value.fields.get(textKey(key, "an object")) ?? null;
		case "link":
			return fieldOfLink(value, textKey(key, "a link"), context);
		case "date":
			return partOfDate(value, textKey(key, "a date"));
		case "duration":
			return partOfDuration(value, textKey(key, "a duration"));
		case "web-link":
		case "function":
			return null;
	}
}

function textKey(key: string | number, what: string): string {
	if (typeof key === "string") return key;
	throw new EvaluationFailure(`a part of ${what} is named by a text, not by a number`);
}

function characterAt(text: string, key: string | number): Value {
	if (typeof key === "number") return elementAt(text, key) ?? null;
	throw new EvaluationFailure(`a text has no field "${key}", only characters by number`);
}

function elementAt<T>(list: ArrayLike<T>, at: number): T | undefined {
	return at >= 0 && at < list.length ? list[at] : undefined;
}

/** The field of each element; elements that cannot have it are left out. */
function pickAll(list: readonly Value[], key: string, context: RunContext): Value[] {
	const picked: Value[] = [];
	for (const item of list) {
		if (isObject(item)) {
			picked.push(item.fields.get(key) ?? null);
			continue;
		}
		const found = attempt(() => indexValue(item, key, context));
		if (!(found instanceof EvaluationFailure)) picked.push(found);
	}
	return picked;
}

function fieldOfLink(link: LinkValue, name: string, context: RunContext): Value {
	return context.page(link.path)?.fields.get(name) ?? null;
}

/** `week` and `weekyear` are what Dataview 0.5.70 gives for them. */
function partOfDate(date: DateValue, name: string): Value {
	const time = calendarOf(date);
	switch (name) {
		case "year":
		case "month":
		case "day":
		case "hour":
		case "minute":
		case "second":
		case "millisecond":
			return time[name];
		case "weekyear":
			return weekOf(time).week;
		case "week":
			return Math.floor(time.day / 7) + 1;
		case "weekday":
			return weekdayOf(time);
		default:
			return null;
	}
}

const UNITS: ReadonlyMap<string, DurationUnit> = new Map([
	["year", "years"],
	["years", "years"],
	["month", "months"],
	["months", "months"],
	["weeks", "weeks"],
	["day", "days"],
	["days", "days"],
	["hour", "hours"],
	["hours", "hours"],
	["minute", "minutes"],
	["minutes", "minutes"],
	["second", "seconds"],
	["seconds", "seconds"],
	["millisecond", "milliseconds"],
	["milliseconds", "milliseconds"],
]);

/** The whole duration in that unit. */
function partOfDuration(duration: DurationValue, name: string): Value {
	const unit = UNITS.get(name);
	return unit === undefined ? null : (shiftDuration(duration, [unit]).units[unit] ?? 0);
}
