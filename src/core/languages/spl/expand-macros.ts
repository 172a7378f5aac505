import type { QueryContext, QueryMacro, QueryProblem } from "../../model/detection";
import { endOfLine } from "../../text/end-of-line";
import type { Span } from "../../text/span";
import { findStringEnd } from "./quoted-text";
import { readMacroCall, substituteArguments, type MacroCall } from "./macro-calls";

/** Macros that call each other deeper than this are kept by name. */
const DEEPEST_MACRO = 30;
/** UTF-16 units that macros may add to one query. */
const LONGEST_EXPANSION = 262_144;

/** Macros that every Splunk with the Common Information Model has; a user's own definition comes first. */
const WELL_KNOWN: ReadonlyMap<string, QueryMacro> = new Map([
	["drop_dm_object_name/1", { arguments: ["name"], definition: 'rename "$name$.*" as *' }],
	["comment/1", { arguments: ["text"], definition: "" }],
]);

/** A query with its macros written out, and the way back to where things stand in the query as given. */
export interface ExpandedText {
	readonly text: string;
	/** Where a stretch of the expanded text comes from: of a macro's text, the place of the call. */
	spanOf(start: number, end: number): Span;
	/** Macros that name the data that is read, in order. */
	readonly sources: readonly { readonly name: string; readonly span: Span }[];
	readonly problems: readonly QueryProblem[];
}

/** What stands at an offset of the expanded text and after: a part of the query, or all that one call gave. */
interface Segment {
	readonly start: number;
	readonly origin: Span;
	readonly isCall: boolean;
}

/**
 * Writes out the macros of a query, those that macros call too.
 *
 * A macro that is defined nowhere, calls itself, or would make the text too long stays as written, and so does one that restricts nothing
 * (`search *`); `scanSpl` gives each of those as one token. Macros inside of quotes and comments are text. Source: Splunk Knowledge Manager
 * Manual, "Use search macros in searches".
 */
export function expandMacros(text: string, context: QueryContext): ExpandedText {
	return new MacroExpansion(text, context).run();
}

/** Tells whether a macro's text passes every event on, as that of an untouched filter does. */
function restrictsNothing(definition: string): boolean {
	return /^\s*search\s+\*\s*$/i.test(definition);
}

class MacroExpansion {
	private readonly text: string;
	private readonly context: QueryContext;
	private readonly segments: Segment[] = [];
	private readonly sources: { name: string; span: Span }[] = [];
	private readonly problems: QueryProblem[] = [];
	private budget = LONGEST_EXPANSION;

	constructor(text: string, context: QueryContext) {
		this.text = text;
		this.context = context;
	}

	run(): ExpandedText {
		const { text, sources, problems } = this;
		if (!text.includes("`")) return { text, spanOf: plainSpan, sources, problems };
		const pieces: string[] = [];
		let length = 0;
		const add = (piece: string, origin: Span, isCall: boolean): void => {
			if (piece === "") return;
			this.segments.push({ start: length, origin, isCall });
			pieces.push(piece);
			length += piece.length;
		};
		let from = 0;
		forEachCall(text, (call, span) => {
			const body = this.expand(call, span, []);
			if (body === undefined) return;
			add(text.slice(from, span.start), { start: from, end: span.start }, false);
			add(body, span, true);
			from = span.end;
		});
		add(text.slice(from), { start: from, end: text.length }, false);
		const spanOf = (start: number, end: number): Span => this.spanOf(start, end);
		return { text: pieces.join(""), spanOf, sources, problems };
	}

	/** The text that a call stands for, undefined where it stays as written. */
	private expand(call: MacroCall, span: Span, callers: readonly string[]): string | undefined {
		const key = `${call.name}/${call.values.length}`;
		const macro = this.context.macro(call.name, call.values.length) ?? WELL_KNOWN.get(key);
		if (macro === undefined || restrictsNothing(macro.definition)) return undefined;
		if (callers.includes(key) || callers.length > DEEPEST_MACRO) {
			const message = `the macro \u201C${call.name}\u201D calls itself, or macros are nested too deep`;
			this.problems.push({ code: "query-too-deep", severity: "warning", message, span });
			return undefined;
		}
		const body = substituteArguments(macro, call.values, this.budget);
		if (body === undefined) {
			this.reportTooLong(span);
			return undefined;
		}
		this.budget -= body.length;
		if (namesData(body)) this.sources.push({ name: call.name, span });
		if (!body.includes("`")) return body;
		let expanded = "";
		let from = 0;
		forEachCall(body, (inner, place) => {
			const innerBody = this.expand(inner, span, [...callers, key]);
			if (innerBody === undefined) return;
			expanded += body.slice(from, place.start) + innerBody;
			from = place.end;
		});
		return expanded + body.slice(from);
	}

	private reportTooLong(span: Span): void {
		if (this.budget > 0) {
			const message = `macros make the query longer by over ${LONGEST_EXPANSION} characters`;
			this.problems.push({ code: "query-too-deep", severity: "warning", message, span });
		}
		this.budget = 0;
	}

	private spanOf(start: number, end: number): Span {
		const first = this.segmentAt(start);
		const last = end > start ? this.segmentAt(end - 1) : first;
		if (first === undefined || last === undefined) return { start, end };
		return {
			start: first.isCall ? first.origin.start : first.origin.start + start - first.start,
			end: last.isCall ? last.origin.end : last.origin.start + end - last.start,
		};
	}

	private segmentAt(offset: number): Segment | undefined {
		let low = 0;
		let high = this.segments.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if ((this.segments[middle]?.start ?? 0) <= offset) low = middle;
			else high = middle - 1;
		}
		return this.segments[low];
	}
}

function plainSpan(start: number, end: number): Span {
	return { start, end };
}

/** Whether the search that a macro's text begins with says where events come from. */
function namesData(definition: string): boolean {
	const pipe = definition.indexOf("|");
	const search = definition.slice(0, pipe === -1 ? 2000 : Math.min(pipe, 2000));
	return /(?:^|[\s(])(?:index|sourcetype|source|eventtype)\s{0,9}(?:=|IN\b|::)/i.test(search);
}

/** Finds the macro calls of a text that stand outside of quotes and comments. */
function forEachCall(text: string, visit: (call: MacroCall, span: Span) => void): void {
	// Kept here, since macros are written out inside of macros.
	const marks = /["`\\]/g;
	let isQuoteLeft = true;
	while (marks.test(text)) {
		const at = marks.lastIndex - 1;
		const code = text.charCodeAt(at);
		if (code === 92) marks.lastIndex = at + 2;
		else if (code === 34) {
			const end: number | undefined = isQuoteLeft ? findStringEnd(text, at) : undefined;
			isQuoteLeft &&= end !== undefined;
			marks.lastIndex = end ?? endOfLine(text, at);
		} else if (text.startsWith("```", at)) {
			const end = text.indexOf("```", at + 3);
			marks.lastIndex = end === -1 ? text.length : end + 3;
		} else {
			const { end, call }: FoundCall = findCall(text, at);
			if (call !== undefined) visit(call, { start: at, end });
			marks.lastIndex = end;
		}
	}
}

/** What a backtick begins. */
interface FoundCall {
	/** The offset behind it. */
	readonly end: number;
	/** The call, undefined where what stands between the backticks is none. */
	readonly call: MacroCall | undefined;
	/** Whether the closing backtick is missing; then it ends behind the macro's name and what follows that in brackets. */
	readonly isOpen: boolean;
}

/**
 * Finds the macro's call that opens at `start`. What holds a pipe or a line break and is no call stands between two calls, of which the
 * first is not closed.
 */
export function findCall(text: string, start: number): FoundCall {
	const end = findCallEnd(text, start);
	const inner = end === undefined ? undefined : text.slice(start + 1, end - 1);
	const call = inner === undefined ? undefined : readMacroCall(inner);
	if (end !== undefined && (call !== undefined || !/[|\n]/.test(inner ?? "")))
		return { end, call, isOpen: false };
	const name = /[\w.:-]*(?:\([^|\n)]*\)?)?/y;
	name.lastIndex = start + 1;
	name.test(text);
	return { end: name.lastIndex, call: undefined, isOpen: true };
}

/** Gives the offset behind the backtick that closes the call that opens at `start`; quoted arguments may hold backticks. */
function findCallEnd(text: string, start: number): number | undefined {
	const close = text.indexOf("`", start + 1);
	if (close === -1) return undefined;
	const quote = text.slice(start + 1, close).indexOf('"');
	if (quote === -1) return close + 1;
	for (let at = start + 1 + quote; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 96) return at + 1;
		if (code !== 34) continue;
		const end = findStringEnd(text, at);
		if (end === undefined) return close + 1;
		at = end - 1;
	}
	return close + 1;
}
