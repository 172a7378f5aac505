import type { Detection, QueryParser, QuerySource } from "../../model/detection";
import { TokenCursor } from "../syntax/token-cursor";
import { findClosers } from "./eql-grammar";
import { parseEvent } from "./parse-event";
import type { EqlReading } from "./eql-grammar";
import { parsePipes } from "./parse-pipes";
import { parseSequence } from "./parse-sequence";
import { scanEql } from "./scan-eql";

/**
 * Parses EQL, the event query language: Elasticsearch's (8.x, `EqlBase.g4` and the EQL syntax reference), and what the older Endgame
 * language has beyond it (`join`, `=`, methods, `'…'` and `?"…"` strings, array functions, counting pipes).
 *
 * A predicate's source is its event's category. Reports as `query-syntax` what breaks the grammar; what stands before and behind stays.
 */
export const parseEql: QueryParser = (text) => {
	const tokens = scanEql(text);
	const cursor = new TokenCursor(text, tokens);
	const sources = new Map<string, QuerySource>();
	const reading: EqlReading = { cursor, closers: findClosers(tokens), sources };
	const detection = parsePipes(reading, parseBase(reading));
	if (!cursor.isAtEnd) cursor.fail("nothing can follow here");
	while (cursor.peek() !== undefined) cursor.skip();
	return {
		detection,
		sources: [...sources.values()],
		problems: cursor.problems,
		tokens: cursor.account,
	};
};

function parseBase(reading: EqlReading): Detection {
	const { cursor } = reading;
	const word = cursor.peek()?.text.toLowerCase();
	const isWhere = cursor.isWord("where", 1);
	if ((word === "sequence" || word === "sample" || word === "join") && !isWhere)
		return parseSequence(reading, word);
	const { condition } = parseEvent(reading);
	return { kind: "event", condition };
}
