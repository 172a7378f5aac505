import { suggestName } from "../../text/suggest-name";

/** What other languages call a function, and how it is written here. */
const FOREIGN: ReadonlyMap<string, string> = new Map([
	["if", "choice(condition, then, else)"],
	["iif", "choice(condition, then, else)"],
	["count", "length(list)"],
	["len", "length(text or list)"],
	["size", "length(text or list)"],
	["avg", "average(list)"],
	["mean", "average(list)"],
	["lowercase", "lower(text)"],
	["tolower", "lower(text)"],
	["uppercase", "upper(text)"],
	["toupper", "upper(text)"],
	["substr", "substring(text, start, end)"],
	["left", "substring(text, 0, end)"],
	["includes", "contains(list or text, value)"],
	["has", "contains(list or text, value)"],
	["isin", "contains(list, value)"],
	["regex", "regextest(pattern, text)"],
	["matches", "regextest(pattern, text)"],
	["match", "regextest(pattern, text)"],
	["coalesce", "default(value, instead)"],
	["ifnull", "default(value, instead)"],
	["isnull", "value = null"],
	["isempty", "!value"],
	["concat", "a + b, or join(list, between)"],
	["distinct", "unique(list)"],
	["first", "firstvalue(list), or list[0]"],
	["format", "dateformat(date, format)"],
	["formatdate", "dateformat(date, format)"],
	["now", "date(now)"],
	["today", "date(today)"],
	["duration", "dur(7 days)"],
	["days", "dur(7 days)"],
	["tonumber", "number(text)"],
	["tostring", "string(value)"],
	["hasproperty", "field != null"],
	["and", "a and b"],
	["or", "a or b"],
	["not", "!value"],
]);

/** Says what may be meant by the name of a function that does not exist, as the end of a sentence; empty where nothing is near. */
export function nameFunction(name: string, known: ReadonlyMap<string, unknown>): string {
	const lower = name.toLowerCase();
	if (known.has(lower)) return `; did you mean ${lower}()?`;
	const here = FOREIGN.get(lower);
	if (here !== undefined) return `; here it is ${here}`;
	const close = suggestName(name, known.keys());
	return close === undefined ? "" : `; did you mean ${close}()?`;
}
