import type { QuerySource } from "../../model/detection";
import type { Command } from "./esql-command";
import { SHAPE } from "./esql-command";
import { readAssignments, startsAssignment } from "./read-assignments";
import type { EsqlCursor } from "./read-expression";
import { readExpression } from "./read-expression";
import { readColumn, readIndexPattern, readNamePattern } from "./read-names";
import { readString } from "./scan-esql";

/** Reads `grok field "pattern"` or `dissect field "pattern" append_separator=","` behind its first word: the pattern names the columns. */
export function readCapture(cursor: EsqlCursor): Command {
	readExpression(cursor);
	const names: string[] = [];
	do {
		const pattern = cursor.peek();
		if (pattern?.kind !== "string") break;
		cursor.take();
		names.push(...listCaptures(readString(pattern.text)));
	} while (cursor.eat(","));
	if (cursor.eatWord("append_separator")) {
		cursor.expect("=");
		readExpression(cursor);
	}
	return { kind: "compute", names };
}

/** `%{WORD:name:type}` and `(?<name>…)` of grok, `%{name}` with modifiers of dissect. */
function listCaptures(pattern: string): readonly string[] {
	const names = [...pattern.matchAll(/%\{([^}]*)\}|\(\?<([\w.@]+)>/g)].map(([, inner, group]) => {
		if (group !== undefined) return group;
		const [first = "", second] = (inner ?? "").split(":");
		return second ?? first.replace(/^[+*&?]|->$|\/\d+$/g, "");
	});
	return names.filter((name) => name !== "");
}

/** Reads `enrich policy on field with a = b, c` behind its first word. */
export function readEnrich(cursor: EsqlCursor): Command {
	readIndexPattern(cursor);
	if (cursor.eatWord("on")) readNamePattern(cursor);
	if (!cursor.eatWord("with")) return SHAPE;
	const names: string[] = [];
	do {
		names.push(readColumn(cursor));
		if (cursor.eat("=")) readColumn(cursor);
	} while (cursor.eat(","));
	return { kind: "compute", names };
}

/** Reads `lookup join index on field, …` behind its first word. */
export function readLookup(cursor: EsqlCursor): Command {
	cursor.eatWord("join");
	const start = cursor.offset;
	const name = readIndexPattern(cursor);
	const source: QuerySource = { kind: "index", name, span: { start, end: cursor.lastEnd } };
	if (cursor.eatWord("as")) readColumn(cursor);
	if (cursor.eatWord("on")) {
		do readExpression(cursor);
		while (cursor.eat(","));
	}
	return { kind: "join", source };
}

/** Reads `completion answer = prompt with { … }` or `rerank score = "query" on field with { … }` behind its first word. */
export function readCompletion(cursor: EsqlCursor): Command {
	const names: string[] = [];
	if (startsAssignment(cursor)) {
		names.push(readColumn(cursor));
		cursor.take();
	} else names.push("completion");
	readExpression(cursor);
	if (cursor.eatWord("on")) readAssignments(cursor);
	if (cursor.eatWord("with")) readExpression(cursor);
	return { kind: "compute", names };
}

/** Reads `change_point value on key as type, pvalue` behind its first word. */
export function readChangePoint(cursor: EsqlCursor): Command {
	readExpression(cursor);
	if (cursor.eatWord("on")) readExpression(cursor);
	const names: string[] = [];
	if (cursor.eatWord("as")) {
		do names.push(readColumn(cursor));
		while (cursor.eat(","));
	}
	return { kind: "compute", names: names.length > 0 ? names : ["type", "pvalue"] };
}

/** Reads `uri_parts prefix = expression` and its kin behind their first word: each part becomes a column `prefix.part`. */
export function readParts(cursor: EsqlCursor): Command {
	const names: string[] = [];
	if (startsAssignment(cursor)) {
		names.push(`${readColumn(cursor)}.*`);
		cursor.take();
	}
	readExpression(cursor);
	if (cursor.eatWord("with")) readExpression(cursor);
	return { kind: "compute", names };
}

/** Reads `highlight prefix = "hl_" query on field, … with { … }` behind its first word: each field gets a column beside it. */
export function readHighlight(cursor: EsqlCursor): Command {
	const prefix = readAffix(cursor, "prefix") ?? "highlight_";
	readExpression(cursor);
	if (!cursor.eatWord("on")) cursor.expect("on");
	const names = readFields(cursor).map((name) => prefix + name);
	if (cursor.eatWord("with")) readExpression(cursor);
	return { kind: "compute", names };
}

/** Reads `dense_vector a, b`, `dense_vector v = a` or `dense_vector suffix = "_v" on a, b` behind its first word. */
export function readVectors(cursor: EsqlCursor): Command {
	const suffix = readAffix(cursor, "suffix");
	if (suffix !== undefined && !cursor.eatWord("on")) cursor.expect("on");
	const isNamed = startsAssignment(cursor);
	const fields = readFields(cursor);
	const names = isNamed ? fields : fields.map((name) => name + (suffix ?? "_dense_vector"));
	if (isNamed && cursor.eat("=")) readColumn(cursor);
	if (cursor.eatWord("with")) readExpression(cursor);
	return { kind: "compute", names };
}

/** Reads `word = "text"` if it stands here. */
function readAffix(cursor: EsqlCursor, word: string): string | undefined {
	if (!cursor.isWord(word) || !cursor.is("=", 1) || cursor.peek(2)?.kind !== "string")
		return undefined;
	cursor.take();
	cursor.take();
	return readString(cursor.take()?.text ?? "");
}

function readFields(cursor: EsqlCursor): readonly string[] {
	const names: string[] = [];
	do names.push(readColumn(cursor));
	while (cursor.eat(","));
	return names;
}
