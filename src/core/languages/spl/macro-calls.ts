import type { QueryMacro } from "../../model/detection";
import { findStringEnd, stripQuotes } from "./quoted-text";

/** A macro's call: its name and what stands between its brackets. */
export interface MacroCall {
	readonly name: string;
	readonly values: readonly string[];
}

/** Reads what stands between two backticks; undefined where that is no call. */
export function readMacroCall(text: string): MacroCall | undefined {
	const name = /^\s*([\w.:-]+)\s*/.exec(text);
	if (name?.[1] === undefined) return undefined;
	const rest = text.slice(name[0].length).trim();
	if (rest === "") return { name: name[1], values: [] };
	if (!rest.startsWith("(") || !rest.endsWith(")")) return undefined;
	const list = rest.slice(1, -1);
	return { name: name[1], values: list.trim() === "" ? [] : splitArguments(list) };
}

/**
 * Puts a call's values where the macro's text names them between dollar signs: by place, or by name where every value is written
 * `name=value`. Undefined where the text would get longer than `limit`.
 */
export function substituteArguments(
	macro: QueryMacro,
	values: readonly string[],
	limit: number,
): string | undefined {
	const { definition } = macro;
	if (definition.length > limit) return undefined;
	if (values.length === 0) return definition;
	const byName = bindArguments(macro.arguments, values);
	const names = /\$([\w.:-]+)\$/g;
	let body = "";
	let from = 0;
	for (let found = names.exec(definition); found !== null; found = names.exec(definition)) {
		const value = byName.get(found[1] ?? "");
		if (value === undefined) {
			names.lastIndex--;
			continue;
		}
		body += definition.slice(from, found.index) + value;
		from = names.lastIndex;
		if (body.length > limit) return undefined;
	}
	body += definition.slice(from);
	return body.length > limit ? undefined : body;
}

function bindArguments(
	names: readonly string[],
	values: readonly string[],
): ReadonlyMap<string, string> {
	const named = new Map<string, string>();
	const placed = new Map<string, string>();
	for (const [index, value] of values.entries()) {
		const equals = value.indexOf("=");
		const name = value.slice(0, Math.max(equals, 0)).trim();
		if (names.includes(name)) named.set(name, unquote(value.slice(equals + 1).trim()));
		const place = names[index];
		if (place !== undefined) placed.set(place, unquote(value));
	}
	return named.size === values.length ? named : placed;
}

/** Splits at the commas that stand outside of quotes and brackets. */
function splitArguments(text: string): readonly string[] {
	const values: string[] = [];
	let depth = 0;
	let from = 0;
	for (let at = 0; at < text.length; at++) {
		const character = text[at];
		if (character === '"') at = (findStringEnd(text, at) ?? text.length) - 1;
		else if (character === "(") depth++;
		else if (character === ")") depth--;
		else if (character === "," && depth <= 0) {
			values.push(text.slice(from, at).trim());
			from = at + 1;
		}
	}
	values.push(text.slice(from).trim());
	return values;
}

function unquote(value: string): string {
	if (!value.startsWith('"') || findStringEnd(value, 0) !== value.length) return value;
	return stripQuotes(value).replaceAll('\\"', '"');
}
