import { parseYaml } from "../../formats/yaml";
import { asTable, ownValue } from "../../formats/values";
import { splitLines, stripBreak } from "../document/lines";
import type { PropertyChunk } from "./read-property-lines";
import { writeTextScalar } from "./write-scalar";

/** Whether a value is a list of text, as tags and the like are. */
export function isTextList(value: unknown): value is readonly string[] {
	return Array.isArray(value) && value.every((item) => typeof item === "string");
}

/** Whether two property values are the same, types included. */
export function isSameValue(one: unknown, other: unknown): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/**
 * Gives a property's lines with another value, in the form a person gave them: a list stays one item a line, or in brackets, and
 * comments stay.
 *
 * `written` is the value as it would be written anew (`key: value`). Undefined where the form cannot take the value without losing
 * something: the caller then leaves the property alone.
 */
export function editProperty(
	chunk: PropertyChunk,
	value: unknown,
	written: string,
	lineBreak: string,
): PropertyChunk | undefined {
	const candidates = isTextList(value)
		? [editBlockList(chunk, value, lineBreak), editFlowList(chunk, value)]
		: [];
	candidates.push(replaceLine(chunk, written, lineBreak));
	for (const raw of candidates) {
		if (raw === undefined) continue;
		const read = readRaw(raw, chunk.key);
		if (isSameValue(read, value)) return { ...chunk, raw, value };
	}
	return undefined;
}

/** Gives the value of a property from the lines it is written as; undefined where they hold no such property. */
export function readRaw(raw: string, key: string): unknown {
	const read = parseYaml(raw);
	const table = read.ok ? asTable(read.value) : undefined;
	return table === undefined ? undefined : ownValue(table, key);
}

/** `key:` and then one `- item` a line, with comments between and behind. */
function editBlockList(
	{ raw }: PropertyChunk,
	value: readonly string[],
	lineBreak: string,
): string | undefined {
	const [first = "", ...lines] = splitLines(raw);
	if (!/:[ \t]*(?:#.*)?$/.test(stripBreak(first)) || lines.length === 0 || value.length === 0) {
		return undefined;
	}
	const left = new Set(value);
	const kept: string[] = [];
	let indent: string | undefined;
	/** Where the next new item goes: behind the last item that stays. */
	let end = 0;
	for (const line of lines) {
		const item = /^([ \t]*)-[ \t]+(\S.*)$/.exec(stripBreak(line));
		if (item === null) {
			if (!/^[ \t]*(?:#.*)?$/.test(stripBreak(line))) return undefined;
			kept.push(line);
			continue;
		}
		indent ??= item[1] ?? "";
		const text = readRaw(`item: ${item[2] ?? ""}`, "item");
		if (typeof text !== "string") return undefined;
		if (left.delete(text)) {
			kept.push(line);
			end = kept.length;
		} else {
			const comment = findComment(`item: ${item[2] ?? ""}`, "item", text);
			if (comment !== "") kept.push(`${indent}${comment.trimStart()}${lineBreak}`);
		}
	}
	if (indent === undefined) return undefined;
	const last = kept[end - 1];
	if (last !== undefined && !last.endsWith("\n")) kept[end - 1] = last + lineBreak;
	const added = [...left].map((item) => `${indent}- ${writeTextScalar(item, false)}${lineBreak}`);
	return first + [...kept.slice(0, end), ...added, ...kept.slice(end)].join("");
}

/** `key: [a, b]` on one line, where items are only added at the end. */
function editFlowList({ raw, value }: PropertyChunk, next: readonly string[]): string | undefined {
	if (!isTextList(value) || next.length < value.length) return undefined;
	if (!value.every((item, index) => next[index] === item)) return undefined;
	const added = next.slice(value.length).map((item) => writeTextScalar(item, true));
	const close = raw.lastIndexOf("]");
	if (close === -1 || added.length === 0) return undefined;
	const before = raw.slice(0, close).trimEnd();
	const gap = before.endsWith("[") ? "" : before.endsWith(",") ? " " : ", ";
	return before + gap + added.join(", ") + raw.slice(before.length);
}

/** The value written anew, with the comments that stand behind the old one or below it. */
function replaceLine(chunk: PropertyChunk, written: string, lineBreak: string): string | undefined {
	const [first = "", ...others] = splitLines(chunk.raw).map(stripBreak);
	const lines = written.replaceAll("\r\n", "\n").replace(/\n$/, "");
	const value = lines.replaceAll("\n", lineBreak);
	if (others.length === 0) {
		return value + findComment(first, chunk.key, chunk.value) + lineBreak;
	}
	const isLiteral = /:[ \t]*[|>]/.test(first);
	const comments = isLiteral ? [] : others.filter((line) => line.trimStart().startsWith("#"));
	const mayComment = (line: string): boolean => / #|\t#/.test(line);
	// Which sign starts a comment is not worth finding out: the property stays as the person has it.
	if (mayComment(first)) return undefined;
	if (!isLiteral && others.some((line) => !comments.includes(line) && mayComment(line))) {
		return undefined;
	}
	return [value, ...comments].map((line) => line + lineBreak).join("");
}

/** Gives the comment behind a value on its line, with the spaces before it; "" for none. */
export function findComment(line: string, key: string, value: unknown): string {
	for (let at = line.lastIndexOf(" #"); at > 0; at = line.lastIndexOf(" #", at - 1)) {
		if (isSameValue(readRaw(line.slice(0, at), key), value)) {
			const start = line.slice(0, at).trimEnd().length;
			return line.slice(start);
		}
	}
	return "";
}
