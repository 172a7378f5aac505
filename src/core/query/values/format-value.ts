import { noteName } from "../../index/paths";
import { calendarOf } from "../../index/literals/calendar";
import type { DateValue, LinkValue, Value } from "../../model/value";
import { isList } from "../value";
import { formatDate } from "./format-date";
import type { TextStyle } from "./text-style";

/** Gives any value as text, as `string()` and `+` do: null is `\-`, a list its items behind commas, a date in words. */
export function formatValue(value: Value, style: TextStyle, isNested = false): string {
	if (value === null) return "\\-";
	if (typeof value !== "object") return String(value);
	if (isList(value)) {
		const items = value.map((item) => formatValue(item, style, true)).join(", ");
		return isNested ? `[${items}]` : items;
	}
	switch (value.kind) {
		case "date":
			return formatDate(value, datePattern(value), style);
		case "duration":
			return style.duration(value);
		case "link":
			return formatLink(value);
		case "web-link":
			return `[${value.display ?? value.url}](${value.url})`;
		case "function":
			return "<function>";
		case "object": {
			const { fields } = value;
			const entries = inOrder(fields.keys()).map(
				(key) => `${key}: ${formatValue(fields.get(key) ?? null, style, true)}`,
			);
			return `{ ${entries.join(", ")} }`;
		}
	}
}

/** Keys that are whole numbers come first, as in every object of JavaScript. */
function inOrder(keys: Iterable<string>): string[] {
	const all = [...keys];
	const numbers = all.filter((key) => /^(?:0|[1-9]\d{0,8})$/.test(key));
	if (numbers.length === 0) return all;
	numbers.sort((a, b) => Number(a) - Number(b));
	return [...numbers, ...all.filter((key) => !numbers.includes(key))];
}

/** Gives a link as Markdown that Obsidian opens, with the name of the note as its text where it has no other. */
function formatLink(link: LinkValue): string {
	const escape = (text: string): string => text.replaceAll("|", "\\|");
	const mark = link.type === "file" ? "" : link.type === "header" ? "#" : "#^";
	const target = escape(link.path) + mark + escape(mark === "" ? "" : (link.subpath ?? ""));
	return `${link.embed ? "!" : ""}[[${target}|${linkText(link)}]]`;
}

/** Gives the text that a link shows: its own, else the name of the note without folder and extension, and the place in it. */
export function linkText(link: LinkValue): string {
	if (link.display !== undefined && link.display !== "") return link.display;
	const name = noteName(link.path);
	return link.type === "file" ? name : `${name} > ${link.subpath ?? ""}`;
}

function datePattern(date: DateValue): string {
	const { hour, minute, second } = calendarOf(date);
	return hour === 0 && minute === 0 && second === 0 ? "MMMM dd, yyyy" : "h:mm a - MMMM dd, yyyy";
}
