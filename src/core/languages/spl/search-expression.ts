import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm } from "../../model/predicate";
import type { Span } from "../../text/span";
import { ALWAYS, combine, negate, opaque } from "../syntax/conditions";
import { parseLogic, type LogicGrammar, type LogicOperator } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import { lowerGlob } from "../syntax/globs";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { readLikePattern } from "./like-patterns";
import type { Pipeline } from "./pipeline";
import { readSearchValue, readValueList } from "./read-search-value";
import { isComparison, isKeyword, isLike, readName } from "./search-words";
import { lowerSearchValue, plainValue, type SearchValue } from "./search-values";
import { endsStage, UNKNOWN, type SplReader } from "./spl-reader";
import type { SplToken } from "./spl-token";
import { dropUnknown, readSubsearch } from "./subsearch";
import { ValueGrammar } from "./value-grammar";

const OR: LogicOperator = { kind: "or", power: 2, tokens: 1 };
const AND: LogicOperator = { kind: "and", power: 1, tokens: 1 };
const IMPLIED: LogicOperator = { kind: "and", power: 1, tokens: 0 };
/** Quotes inside of quotes deeper than this are not read as searches. */
const DEEPEST_QUOTE = 20;
/** An indexed field in the notation of the index. */
const INDEXED = /^(index|host|source|sourcetype)::([\s\S]+)$/;
const NO_STOPS: ReadonlySet<string> = new Set();
/** Letters of the longest word that a search can be told to stop at (`groupby`). */
const LONGEST_STOP = 7;

/**
 * Reads a search expression up to the end of the stage, a closing bracket, or one of the words in `stops` (`by`, or an option as
 * `span=`).
 *
 * `OR` binds tighter than `AND`, which is left out between terms, and `NOT` tighter than both. Source: Splunk Search Reference, "search".
 */
export function readSearchExpression(
	reader: SplReader,
	pipeline: Pipeline,
	stops: ReadonlySet<string> = NO_STOPS,
): Condition {
	const { cursor } = reader;
	const parts: Condition[] = [];
	const grammar = new SearchGrammar(reader, pipeline, stops);
	while (!grammar.isAtEnd(cursor)) {
		parts.push(parseLogic(cursor, grammar));
		// What nothing can follow, as a bracket that was never opened.
		if (!grammar.isAtEnd(cursor) && cursor.is(")")) parts.push(reader.skipClosing(")"));
	}
	return combine("and", parts);
}

/** Reads one term of a search: a comparison, a word, or what stands in brackets. */
export function readSearchTerm(reader: SplReader, pipeline: Pipeline): Condition {
	return new SearchGrammar(reader, pipeline, NO_STOPS).operand(reader.cursor, 0);
}

/** Reads a search that stands in quotes; everything in it gets the place of the quotes. */
export function readQuotedSearch(
	reader: SplReader,
	text: string,
	pipeline: Pipeline,
	span: Span,
): Condition {
	if (reader.depth > DEEPEST_QUOTE) return UNKNOWN;
	const inner = reader.readerOf(text, span.start, span.end);
	const condition = readSearchExpression(inner, pipeline);
	reader.absorb(inner);
	return dropUnknown(condition);
}

class SearchGrammar implements LogicGrammar<SplToken> {
	readonly notPower = 3;
	private readonly reader: SplReader;
	private readonly pipeline: Pipeline;
	private readonly stops: ReadonlySet<string>;

	constructor(reader: SplReader, pipeline: Pipeline, stops: ReadonlySet<string>) {
		this.reader = reader;
		this.pipeline = pipeline;
		this.stops = stops;
	}

	isAtEnd(cursor: TokenCursor<SplToken>): boolean {
		const token = cursor.peek();
		if (token === undefined || endsStage(token)) return true;
		if (this.stops.size === 0) return false;
		if (token.kind === "symbol") return this.stops.has(token.text);
		if (token.kind !== "word" || token.text.length > LONGEST_STOP) return false;
		const word = token.text.toLowerCase();
		return this.stops.has(isComparison(cursor, 1) ? `${word}=` : word);
	}

	operatorAt(cursor: TokenCursor<SplToken>): LogicOperator | undefined {
		if (this.isAtEnd(cursor) || cursor.is(")")) return undefined;
		if (isKeyword(cursor, "or")) return OR;
		return isKeyword(cursor, "and") || cursor.is(",") ? AND : IMPLIED;
	}

	isNot(cursor: TokenCursor<SplToken>): boolean {
		return isKeyword(cursor, "not");
	}

	operand(cursor: TokenCursor<SplToken>, depth: number): Condition {
		const token = cursor.peek();
		if (token === undefined || this.isAtEnd(cursor) || token.text === ")") return this.giveUp();
		switch (token.kind) {
			case "macro":
				this.reader.takeMacro(true);
				return UNKNOWN;
			case "broken":
				cursor.take();
				return this.reader.breakOff(token.start);
			case "symbol":
				if (token.text === "(") return this.group(cursor, depth);
				if (token.text === "[")
					return readSubsearch(this.reader, this.pipeline, cursor.isWord("not", -1));
				return this.giveUp();
			default:
				if (token.kind === "word" && (isKeyword(cursor, "or") || isKeyword(cursor, "and")))
					return this.giveUp();
				return this.term(cursor, depth);
		}
	}

	private group(cursor: TokenCursor<SplToken>, depth: number): Condition {
		cursor.take();
		if (cursor.eat(")")) return ALWAYS;
		const inner = parseLogic(cursor, this, depth + 1);
		if (cursor.expect(")") || this.isAtEnd(cursor)) return inner;
		const stops = (token: SplToken): boolean => endsStage(token) || token.text === ")";
		const rest = this.reader.skipOpaque("not part of a search", stops);
		cursor.eat(")");
		return combine("and", [inner, rest]);
	}

	/** A comparison of a field, or a word that events hold. */
	private term(cursor: TokenCursor<SplToken>, depth: number): Condition {
		const [name, operator] = [cursor.peek(), cursor.peek(1)];
		if (name === undefined || operator === undefined || operator.text === "") return this.keyword();
		const start = name.start;
		if (isComparison(cursor, 1)) {
			cursor.take();
			cursor.take();
			return this.comparison(readName(name), operator.text, start, depth);
		}
		if (operator.text === "IN" && operator.kind === "word" && !cursor.is("(", 2))
			return this.unlisted();
		const isNegated = isKeyword(cursor, "not", 1);
		if (isLike(cursor, isNegated ? 2 : 1)) return this.like(readName(name), start, isNegated);
		if (!cursor.isWord("in", isNegated ? 2 : 1) || !cursor.is("(", isNegated ? 3 : 2))
			return this.keyword();
		for (let count = isNegated ? 4 : 3; count > 0; count--) cursor.take();
		if (cursor.is("[")) {
			const restricted = this.comparedSubsearch(readName(name), isNegated);
			cursor.expect(")");
			return restricted;
		}
		const found = this.list(readName(name), start);
		return isNegated ? negate(found) : found;
	}

	/** `name IN 1,2`, which is three words to Splunk and never meant so. */
	private unlisted(): Condition {
		const { cursor } = this.reader;
		const start = cursor.offset;
		cursor.take();
		cursor.take();
		cursor.fail("the values behind \u201CIN\u201D stand in brackets");
		while (cursor.peek()?.kind !== "symbol" && !this.isAtEnd(cursor)) {
			readSearchValue(this.reader, true);
			if (!cursor.eat(",")) break;
		}
		return this.reader.breakOff(start);
	}

	/** `name LIKE "%x%"`: `where` has it, a search has it not, but people write it there. */
	private like(name: string, start: number, isNegated: boolean): Condition {
		const { cursor } = this.reader;
		for (let count = isNegated ? 3 : 2; count > 0; count--) cursor.take();
		const at = this.reader.placeOf(cursor.offset);
		const { op, value } = lowerGlob(readLikePattern(cursor.take()?.text.slice(1, -1) ?? ""));
		const found = this.leaf(name, op, value === null ? [] : [{ value, at }], false, start);
		return isNegated ? negate(found) : found;
	}

	private comparison(name: string, operator: string, start: number, depth: number): Condition {
		const { cursor } = this.reader;
		const value = cursor.peek();
		const isStop = value?.isGlued !== true && this.isAtEnd(cursor);
		if (isStop || (value?.kind === "symbol" && value.text !== "(" && value.text !== "[")) {
			cursor.fail("a value is missing here");
			return this.reader.breakOff(start);
		}
		if (value?.kind === "broken") {
			cursor.take();
			return this.reader.breakOff(start);
		}
		if (cursor.is("(") && (operator === "=" || operator === "==")) {
			cursor.take();
			const values = new ValueGrammar(this, () =>
				this.compare(name, "=", readSearchValue(this.reader, false), start),
			);
			const inner = cursor.is(")") ? ALWAYS : parseLogic(cursor, values, depth + 1);
			cursor.expect(")");
			return inner;
		}
		if (cursor.is("[")) return this.comparedSubsearch(name, operator === "!=");
		return this.compare(name, operator, readSearchValue(this.reader, false), start);
	}

	/** A field's comparison with what a subsearch gives. */
	private comparedSubsearch(name: string, isNegated: boolean): Condition {
		const field = this.pipeline.fields.nameOf(name);
		const found = readSubsearch(this.reader, this.pipeline, isNegated, field);
		return isNegated && found !== UNKNOWN ? negate(found) : found;
	}

	/** Makes the leaf of a comparison that ends at the token taken last. */
	private compare(name: string, operator: string, value: SearchValue, start: number): Condition {
		const { isCaseSensitive } = value;
		// It says which object of the data model is meant, as the source does.
		if (name === "nodename" && this.pipeline.fields.dataModel !== null) return UNKNOWN;
		const op = COMPARISON_SIGNS.get(operator) ?? "eq";
		if (op !== "eq" && op !== "ne") {
			const terms = [{ value: plainValue(value), at: value.at }];
			return this.leaf(name, op, terms, isCaseSensitive, start);
		}
		const lowered = lowerSearchValue(value);
		if (op === "eq" || lowered.op === "eq") {
			const as = op === "eq" ? lowered.op : op;
			return this.leaf(name, as, lowered.terms, isCaseSensitive, start);
		}
		return negate(this.leaf(name, lowered.op, lowered.terms, isCaseSensitive, start));
	}

	/** The values of `IN`: those that are plain stay together, those with wildcards stand beside them. */
	private list(name: string, start: number): Condition {
		const groups = new Map<string, PredicateTerm[]>();
		for (const value of readValueList(this.reader)) {
			const { op, terms } = lowerSearchValue(value);
			const key = value.isCaseSensitive ? `${op} ` : op;
			const same = groups.get(key);
			if (same === undefined) groups.set(key, [...terms]);
			else for (const term of terms) same.push(term);
		}
		const parts = [...groups].map(([key, terms]) => {
			const op = key.trimEnd() as PredicateOperator;
			return this.leaf(name, op === "eq" ? "in" : op, terms, op !== key, start);
		});
		return parts.length === 0 ? UNKNOWN : combine("or", parts);
	}

	private keyword(): Condition {
		const { cursor } = this.reader;
		const start = cursor.offset;
		const value = readSearchValue(this.reader, false);
		if (/^\*+$/.test(value.text)) return ALWAYS;
		const indexed = INDEXED.exec(value.text);
		if (indexed?.[1] !== undefined && indexed[2] !== undefined)
			return this.compare(indexed[1], "=", { ...value, text: indexed[2] }, start);
		const word = value.isReference ? { ref: value.text } : value.text;
		const terms = [{ value: word, at: value.at }];
		return this.leaf(null, "match", terms, value.isCaseSensitive, start);
	}

	private leaf(
		name: string | null,
		op: PredicateOperator,
		terms: readonly PredicateTerm[],
		isCaseSensitive: boolean,
		start: number,
	): Condition {
		const { fields } = this.pipeline;
		const field = name === null ? null : fields.nameOf(name);
		const parts = { field, op, terms, isCaseSensitive, transform: null };
		return this.reader.leafOf(fields, parts, start, this.reader.cursor.lastEnd);
	}

	/** A condition is missing, or stands where none can. */
	giveUp(): Condition {
		const { cursor } = this.reader;
		const { offset } = cursor;
		const token = cursor.peek();
		cursor.report("query-syntax", "error", "a search term is missing here");
		if (token === undefined || this.isAtEnd(cursor) || token.text === ")") return UNKNOWN;
		do cursor.skip();
		while (cursor.peek()?.kind === "symbol" && !/^[()[\]|]$/.test(cursor.peek()?.text ?? ""));
		const end = cursor.lastEnd;
		const text = this.reader.text.slice(offset, end);
		return opaque(text, "no search term", this.reader.spanOf(offset, end));
	}
}
