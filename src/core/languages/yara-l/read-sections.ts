import { isSection } from "./is-section";
import type { YaraLCursor } from "./read-expression";
import { readExpression } from "./read-expression";
import { readMatch } from "./read-match";
import type { Expression } from "./yara-l-tree";
import { splitStatements } from "./yara-l-tree";

/** A rule's sections, or those of a stage, as far as they say what is detected. */
export interface YaraLSections {
	/** Each statement of `events`; all must hold, none is an `and`. */
	readonly events: readonly Expression[];
	/** What `match` groups by: placeholders without their sigil, fields. */
	readonly by: readonly string[];
	/** The window of `match` as written, null where there is none. */
	readonly window: string | null;
	readonly condition: Expression | undefined;
	/** Statements of `outcome`, which the condition may ask. */
	readonly outcomes: readonly Expression[];
}

interface YaraLStage {
	readonly name: string;
	readonly sections: YaraLSections;
}

/** A whole query: stages, each of which feeds the later ones, before the sections that give the result. */
export interface YaraLQuery {
	readonly stages: readonly YaraLStage[];
	readonly root: YaraLSections;
}

interface Gathering {
	readonly events: Expression[];
	readonly by: string[];
	window: string | null;
	readonly conditions: Expression[];
	readonly outcomes: Expression[];
}

/** Reads `rule name { … }`, or a search: its stages, its statements and the sections behind them. */
export function readQuery(cursor: YaraLCursor): YaraLQuery {
	const stages: YaraLStage[] = [];
	while (isStage(cursor)) readStage(cursor, stages);
	const isFramed = readHead(cursor);
	const root = readSections(cursor, stages);
	if (isFramed) cursor.expect("}");
	if (cursor.peek() !== undefined) {
		cursor.fail("text behind the rule");
		while (cursor.peek() !== undefined) cursor.skip();
	}
	return { stages, root };
}

function readHead(cursor: YaraLCursor): boolean {
	const ahead = cursor.isWord("private") ? 1 : 0;
	if (!cursor.isWord("rule", ahead) || cursor.peek(ahead + 1)?.kind !== "word") return false;
	for (let count = 0; count < ahead + 2; count++) cursor.take();
	if (cursor.eat(":")) while (cursor.peek()?.kind === "word") cursor.take();
	cursor.expect("{");
	return true;
}

function isStage(cursor: YaraLCursor): boolean {
	return cursor.isWord("stage") && cursor.is("{", 2);
}

function readStage(cursor: YaraLCursor, stages: YaraLStage[]): void {
	cursor.take();
	const name = `$${cursor.take()?.text ?? ""}`;
	cursor.take();
	stages.push({ name, sections: readSections(cursor, null) });
	cursor.expect("}");
}

/** Reads sections up to the bracket that closes them; stages among them go to `stages`, null in a stage, which has none inside. */
function readSections(cursor: YaraLCursor, stages: YaraLStage[] | null): YaraLSections {
	const found: Gathering = {
		events: [],
		by: [],
		window: null,
		conditions: [],
		outcomes: [],
	};
	// A search has no `events:` before its statements, and neither has what follows a stage.
	readStatements(cursor, found.events);
	while (!isEnd(cursor)) {
		if (stages !== null && isStage(cursor)) {
			readStage(cursor, stages);
			readStatements(cursor, found.events);
		} else readSection(cursor, found);
	}
	const { by, window, conditions, outcomes } = found;
	const [first, ...others] = conditions;
	const span = { start: first?.start ?? 0, end: conditions.at(-1)?.end ?? 0 };
	const condition: Expression | undefined =
		others.length > 0 ? { kind: "logic", op: "and", items: conditions, ...span } : first;
	return { events: splitStatements(found.events), by, window, condition, outcomes };
}

function isEnd(cursor: YaraLCursor): boolean {
	return cursor.isAtEnd || cursor.is("}");
}

function readSection(cursor: YaraLCursor, found: Gathering): void {
	const name = cursor.take()?.text.toLowerCase() ?? "";
	cursor.take();
	switch (name) {
		case "meta":
			// Metadata belongs to the rule, not to what it detects.
			while (!isEnd(cursor) && !isSection(cursor) && !isStage(cursor)) cursor.take();
			return;
		case "events":
			readStatements(cursor, found.events);
			return;
		case "match":
			found.window = readMatch(
				cursor,
				found.by,
				() => isEnd(cursor) || isSection(cursor) || isStage(cursor),
			);
			return;
		case "condition":
			readStatements(cursor, found.conditions);
			return;
		case "outcome":
			readStatements(cursor, found.outcomes);
			return;
		default:
			// Options restrict nothing; their expressions are read all the same.
			readStatements(cursor, []);
	}
}

/** Reads statements up to the next section; those that follow without an operator stand beside each other. */
function readStatements(cursor: YaraLCursor, statements: Expression[]): void {
	while (!isEnd(cursor) && !isSection(cursor) && !isStage(cursor)) {
		const before = cursor.index;
		if (cursor.isWord("nocase")) {
			cursor.fail("\u201Cnocase\u201D belongs behind a text or a call");
			cursor.skip();
			continue;
		}
		statements.push(readExpression(cursor));
		cursor.eat(",");
		if (cursor.index === before) cursor.skip();
	}
}
