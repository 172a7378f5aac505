import type { Detection, DetectionStep } from "../../model/detection";
import { negate } from "../syntax/conditions";
import { findSubject } from "./eql-value";
import type { EqlValue } from "./eql-value";
import { parseEvent } from "./parse-event";
import type { EqlReading } from "./eql-grammar";
import { parseEqlValue } from "./parse-value";
import type { EqlCursor } from "./parse-value";

/** Words that open a query over several events. */
export type SequenceWord = "sequence" | "sample" | "join";

/**
 * Reads `sequence`, `sample` and the older `join`: keys, options, steps in brackets, and `until`. The cursor stands on the word.
 *
 * A join has no place for `until`: its events must be absent, so it becomes a negated part.
 */
export function parseSequence(reading: EqlReading, word: SequenceWord): Detection {
	const { cursor } = reading;
	cursor.take();
	const by: string[] = [];
	let maxSpan: string | null = null;
	for (;;) {
		if (cursor.eatWord("by")) for (const key of parseKeys(cursor)) by.push(key);
		else if (cursor.isWord("with")) maxSpan = parseMaxSpan(cursor) ?? maxSpan;
		else break;
	}
	const steps = parseSteps(reading);
	const until = cursor.eatWord("until") ? (parseSteps(reading, 1)[0] ?? null) : null;
	if (steps.length === 0) cursor.fail("expected an event in brackets");
	if (word !== "join") return { kind: word, by, maxSpan, steps, until };
	const parts = steps.map((step): Detection => ({ kind: "event", condition: step.condition }));
	if (until !== null) parts.push({ kind: "event", condition: negate(until.condition) });
	const on = [...new Set([...by, ...steps.flatMap((step) => step.by)])];
	return { kind: "join", how: "join", parts, on };
}

/** Reads `a, b.c`: the fields that tie events together. */
export function parseKeys(cursor: EqlCursor): readonly string[] {
	const keys: string[] = [];
	while (!cursor.isAtEnd && !/^[[\]|!]$/.test(cursor.peek()?.text ?? "")) {
		const key = parseEqlValue(cursor, readNothing, 0);
		if (key.kind !== "unknown") keys.push(nameKey(cursor, key));
		if (!cursor.eat(",")) break;
	}
	return keys;
}

function nameKey(cursor: EqlCursor, key: EqlValue): string {
	const subject = findSubject(key);
	if (subject?.transform === null) return subject.field;
	return cursor.text.slice(key.span.start, key.span.end);
}

/** No condition can stand inside of a key. */
function readNothing(cursor: EqlCursor): EqlValue {
	cursor.skip();
	return { kind: "unknown", span: { start: cursor.offset, end: cursor.offset } };
}

/** Reads `with maxspan=5m`; gives the span as written. */
function parseMaxSpan(cursor: EqlCursor): string | undefined {
	const isKnown = takeOption(cursor, "maxspan");
	const number = cursor.peek();
	if (number?.kind !== "number") return undefined;
	cursor.take();
	// `5m` is a number with a word behind it, unless the word starts what follows.
	if (cursor.peek()?.kind === "word" && !/^(?:by|with)$/i.test(cursor.peek()?.text ?? ""))
		cursor.take();
	return isKnown ? cursor.text.slice(number.start, cursor.lastEnd) : undefined;
}

/** Takes `with name=`; tells whether the option has this name, and reports one that has not. */
function takeOption(cursor: EqlCursor, name: string): boolean {
	cursor.take();
	const isKnown = cursor.eatWord(name);
	if (!isKnown) {
		cursor.report("query-opaque", "warning", "an option that is not known");
		cursor.skip();
	}
	if (!cursor.eat("==")) cursor.expect("=");
	return isKnown;
}

function parseSteps(reading: EqlReading, most = Infinity): readonly DetectionStep[] {
	const { cursor } = reading;
	const steps: DetectionStep[] = [];
	while (!cursor.isAtEnd && steps.length < most && !cursor.is("|") && !cursor.isWord("until")) {
		const isMissing = cursor.is("!") && cursor.is("[", 1);
		if (isMissing) cursor.take();
		if (cursor.eat("[")) {
			const event = parseEvent(reading, true);
			cursor.expect("]");
			steps.push({ ...event, ...parseStepOptions(cursor), isMissing });
			continue;
		}
		cursor.fail("expected an event in brackets");
		cursor.skip();
		for (let next = cursor.peek(); next !== undefined; next = cursor.peek()) {
			if (/^(?:[[!|]|until)$/.test(next.text)) break;
			cursor.skip();
		}
	}
	return steps;
}

/** Reads what stands behind a step: `by`, `with runs=3`, `fork`, `as name`. */
function parseStepOptions(cursor: EqlCursor): Pick<DetectionStep, "by" | "runs"> {
	const by: string[] = [];
	let runs = 1;
	for (;;) {
		if (cursor.eatWord("by")) for (const key of parseKeys(cursor)) by.push(key);
		else if (cursor.isWord("with")) runs = parseRuns(cursor) ?? runs;
		else if (cursor.eatWord("fork")) {
			if (cursor.eat("=") || cursor.eat("==")) cursor.take();
		} else if (cursor.isWord("as") && cursor.peek(1)?.kind === "word") {
			cursor.take();
			cursor.take();
		} else return { by, runs };
	}
}

function parseRuns(cursor: EqlCursor): number | undefined {
	const isKnown = takeOption(cursor, "runs");
	const number = cursor.peek();
	if (number === undefined || number.kind === "sign") return undefined;
	cursor.take();
	return isKnown && number.kind === "number" ? Number(number.text) : undefined;
}
