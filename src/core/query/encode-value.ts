import { calendarOf } from "../index/literals/calendar";
import {
	DURATION_UNITS,
	type DateValue,
	type DurationValue,
	type FieldMap,
	type LinkValue,
	type ObjectValue,
	type Value,
} from "../model/value";
import { isList, isObject } from "./value";

/** What JSON can hold. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Gives a value as JSON: scalars, lists and objects as they are, the rest as an object with one key, `$date`, `$duration`, `$link`,
 * `$item` (a list item or task), `$widget` (a web link), `$number` (infinity and NaN) or `$function`.
 */
export function encodeValue(value: Value): Json {
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number") {
		return Number.isFinite(value) ? value : { $number: String(value) };
	}
	if (isList(value)) return value.map(encodeValue);
	switch (value.kind) {
		case "date":
			return { $date: isoOf(value), zone: value.zone };
		case "duration":
			return { $duration: encodeDuration(value) };
		case "link":
			return { $link: encodeLink(value) };
		case "web-link": {
			const display = value.display === undefined ? {} : { display: value.display };
			return { $widget: "dataview:external-link", url: value.url, ...display };
		}
		case "function":
			return { $function: true };
		case "object":
			return value.item === true ? { $item: encodeItem(value) } : encodeFields(value.fields);
	}
}

/** Gives a date in ISO 8601 with milliseconds and offset; `Z` for UTC. */
export function isoOf(date: DateValue): string {
	const { year, month, day, hour, minute, second, millisecond } = calendarOf(date);
	const pad = (number: number, length = 2): string => String(number).padStart(length, "0");
	const clock = `${pad(hour)}:${pad(minute)}:${pad(second)}.${pad(millisecond, 3)}`;
	const offset = Math.abs(date.offset);
	const sign = date.offset < 0 ? "-" : "+";
	const zone =
		date.zone === "UTC" ? "Z" : `${sign}${pad(Math.floor(offset / 60))}:${pad(offset % 60)}`;
	return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${clock}${zone}`;
}

function encodeDuration(duration: DurationValue): Record<string, Json> {
	const units: Record<string, Json> = {};
	for (const unit of DURATION_UNITS) {
		const count = duration.units[unit] ?? 0;
		if (count !== 0) units[unit] = count;
	}
	return units;
}

function encodeLink({ path, type, embed, display, subpath }: LinkValue): Record<string, Json> {
	return {
		path,
		type,
		embed,
		...(display === undefined ? {} : { display }),
		...(subpath === undefined ? {} : { subpath }),
	};
}

function encodeFields(fields: FieldMap): Record<string, Json> {
	const object: Record<string, Json> = Object.create(null) as Record<string, Json>;
	for (const key of fields.keys()) object[key] = encodeValue(fields.get(key) ?? null);
	return object;
}

/** The properties that every list item or task has, in the order of writing; the rest are its inline fields. */
const ITEM_KEYS = [
	"path",
	"line",
	"lineCount",
	"symbol",
	"text",
	"link",
	"section",
	"tags",
	"outlinks",
	"blockId",
	"parent",
	"list",
	"annotated",
	"task",
	"status",
	"checked",
	"completed",
	"fullyCompleted",
] as const;
/** Other names for what is written already. */
const ITEM_ALIASES: readonly string[] = ["children", "subtasks", "real", "header", "position"];

function encodeItem(item: ObjectValue): Record<string, Json> {
	const fields = item.own ?? item.fields;
	const encoded: Record<string, Json> = {};
	const written = new Set<string>(ITEM_ALIASES);
	for (const key of ITEM_KEYS) {
		const value = fields.get(key);
		written.add(key);
		if (value !== undefined) encoded[key] = encodeValue(value);
	}
	encoded["children"] = childLines(fields.get("children") ?? null);
	const own = new Map<string, Value>();
	for (const key of fields.keys()) {
		if (!written.has(key)) own.set(key, fields.get(key) ?? null);
	}
	if (own.size > 0) encoded["fields"] = encodeFields(own);
	return encoded;
}

function childLines(children: Value): Json {
	if (!isList(children)) return [];
	return children.flatMap((child) => {
		const line = isObject(child) ? child.fields.get("line") : undefined;
		return typeof line === "number" ? [line] : [];
	});
}
