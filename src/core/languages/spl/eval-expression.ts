import type { Condition } from "../../model/detection";
import { combine, negate, opaque } from "../syntax/conditions";
import { partsOf } from "../list-predicates";
import { DEEPEST, parseLogic, type LogicGrammar, type LogicOperator } from "../syntax/parse-logic";
import type { TokenCursor } from "../syntax/token-cursor";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { isBroken, type EvalContent, type EvalValue } from "./eval-values";
import { EvalLowering } from "./lower-eval";
import type { Pipeline } from "./pipeline";
import { stripQuotes, unescapeSpl } from "./quoted-text";
import { endsStage, isStageEnd, UNKNOWN, type SplReader } from "./spl-reader";
import type { SplToken } from "./spl-token";
import { readSubsearch } from "./subsearch";

const AND: LogicOperator = { kind: "and", power: 2, tokens: 1 };
const OR: LogicOperator = { kind: "or", power: 1, tokens: 1 };
/** `XOR` says its conditions twice; beyond this many they are kept as one opaque leaf. */
const MOST_EXCLUSIVE = 40;
const BROKEN: EvalContent = { kind: "computed", isBroken: true };
const ARITHMETIC: ReadonlySet<string> = new Set(["+", "-", "*", "/", "%", "."]);

/**
 * Reads the condition of `where`: `AND` binds tighter than `OR`, and that than `XOR`; names are fields, text stands in quotes. Source: Splunk Search Reference,
 * "where", "Evaluation functions".
 */
export function readEvalCondition(reader: SplReader, pipeline: Pipeline): Condition {
	return readExclusive(reader, new EvalGrammar(reader, pipeline, null), 0);
}

/** Reads one argument or the right side of an assignment: a value, or a condition. */
export function readEvalArgument(reader: SplReader, pipeline: Pipeline, depth = 0): EvalValue {
	const { cursor } = reader;
	const start = cursor.offset;
	const grammar = new EvalGrammar(reader, pipeline, null);
	if (!grammar.isNot(cursor)) {
		const value = grammar.value(depth);
		if (!continuesCondition(cursor)) return value;
		grammar.pending = value;
	}
	const condition = readExclusive(reader, grammar, depth);
	return { kind: "condition", condition, start, end: cursor.lastEnd };
}

/** Reads conditions with `XOR` between them: `a XOR b` holds where one of both does, but not both. */
function readExclusive(reader: SplReader, grammar: EvalGrammar, depth: number): Condition {
	const { cursor } = reader;
	const start = cursor.offset;
	let left = parseLogic(cursor, grammar, depth);
	while (cursor.eatWord("xor")) {
		const right = parseLogic(cursor, grammar, depth + 1);
		const either = combine("or", [left, right]);
		if (left === UNKNOWN || right === UNKNOWN) left = either;
		else if (countLeaves(either) <= MOST_EXCLUSIVE)
			left = combine("and", [either, negate(combine("and", [left, right]))]);
		else {
			const text = reader.text.slice(start, cursor.lastEnd);
			cursor.report("query-opaque", "warning", "too many conditions under XOR");
			left = opaque(text, "too many conditions under XOR", reader.spanOf(start, cursor.lastEnd));
		}
	}
	return left;
}

function countLeaves(condition: Condition): number {
	return partsOf(condition).reduce((sum, part) => sum + countLeaves(part), 1);
}

class EvalGrammar implements LogicGrammar<SplToken> {
	readonly notPower = 3;
	/** The left side of a comparison that was read before it was known to be one. */
	pending: EvalValue | null;
	private readonly reader: SplReader;
	private readonly pipeline: Pipeline;
	private readonly lowering: EvalLowering;

	constructor(reader: SplReader, pipeline: Pipeline, pending: EvalValue | null) {
		this.reader = reader;
		this.pipeline = pipeline;
		this.pending = pending;
		this.lowering = new EvalLowering(reader, pipeline);
	}

	operatorAt(cursor: TokenCursor<SplToken>): LogicOperator | undefined {
		if (cursor.peek()?.kind !== "word") return undefined;
		return cursor.isWord("and") ? AND : cursor.isWord("or") ? OR : undefined;
	}

	isNot(cursor: TokenCursor<SplToken>): boolean {
		if (this.pending !== null) return false;
		return cursor.isWord("not") || (cursor.is("!") && cursor.peek()?.kind === "symbol");
	}

	operand(cursor: TokenCursor<SplToken>, depth: number): Condition {
		const left = this.pending ?? this.value(depth);
		this.pending = null;
		const operator = cursor.peek();
		if (operator?.kind === "symbol" && COMPARISON_SIGNS.has(operator.text)) {
			cursor.take();
			return this.lowering.compare(left, operator.text, this.value(depth));
		}
		const isNegated = cursor.isWord("not");
		const word = cursor.peek(isNegated ? 1 : 0)?.text.toLowerCase();
		if (word !== "in" && word !== "like" && word !== "is" && word !== "between")
			return this.lowering.truth(left);
		if (isNegated) cursor.take();
		cursor.take();
		const found = this.wordComparison(left, word, depth);
		return isNegated ? negate(found) : found;
	}

	/** Reads a value: one operand, or several with operators between them, which are kept as one expression. */
	value(depth: number): EvalValue {
		const { cursor } = this.reader;
		const first = this.primary(depth);
		const addends = [first];
		let isPlain = true;
		let isSum = true;
		for (let token = cursor.peek(); token !== undefined; token = cursor.peek()) {
			if (token.kind !== "symbol" || !ARITHMETIC.has(token.text)) break;
			isPlain = false;
			isSum &&= token.text === "+";
			cursor.take();
			addends.push(this.primary(depth));
		}
		if (isPlain) return first;
		const span = { start: first.start, end: cursor.lastEnd };
		if (addends.some(isBroken)) return { ...BROKEN, ...span };
		return { kind: "computed", ...span, ...(isSum ? { addends } : {}) };
	}

	private wordComparison(left: EvalValue, word: string, depth: number): Condition {
		const { cursor } = this.reader;
		switch (word) {
			case "in":
				return this.lowering.isIn(left, this.listed(depth));
			case "like":
				return this.lowering.isLike(left, this.value(depth));
			case "between": {
				const low = this.value(depth);
				cursor.eatWord("and");
				return this.lowering.isBetween(left, low, this.value(depth));
			}
			default: {
				const isNegated = cursor.eatWord("not");
				const found = this.lowering.compare(left, isNegated ? "!=" : "=", this.value(depth));
				return found;
			}
		}
	}

	/** The values behind `in`: those in brackets, or one. */
	private listed(depth: number): readonly EvalValue[] {
		const { cursor } = this.reader;
		if (!cursor.is("(")) return [this.value(depth)];
		cursor.take();
		return this.values(depth + 1);
	}

	/** Reads values with commas between them up to the closing bracket. */
	private values(depth: number): readonly EvalValue[] {
		const { cursor } = this.reader;
		const values: EvalValue[] = [];
		while (!isStageEnd(cursor) && !cursor.is(")")) {
			if (cursor.eat(",")) {
				if (isStageEnd(cursor))
					values.push({ ...BROKEN, start: cursor.offset, end: cursor.offset });
				continue;
			}
			const before = cursor.index;
			values.push(readEvalArgument(this.reader, this.pipeline, depth));
			if (cursor.is(",") || cursor.is(")")) continue;
			if (cursor.index === before || !isStageEnd(cursor)) this.skipRest();
		}
		cursor.expect(")");
		return values;
	}

	private primary(depth: number): EvalValue {
		const { cursor } = this.reader;
		const token = cursor.peek();
		const start = cursor.offset;
		const done = (content: EvalContent): EvalValue => ({ ...content, start, end: cursor.lastEnd });
		if (token === undefined || endsStage(token)) return done(this.bracketOrNothing(token));
		if (depth > DEEPEST) return done(this.tooDeep());
		switch (token.kind) {
			case "macro":
				this.reader.takeMacro(false);
				return done({ kind: "computed", isElsewhere: true });
			case "broken":
				cursor.take();
				return done(BROKEN);
			case "number":
				cursor.take();
				return done({ kind: "constant", value: Number(token.text), raw: token.text });
			case "string":
				cursor.take();
				return done(stringOf(token.text));
			case "field":
				cursor.take();
				return done(this.field(token.text.slice(1, -1)));
			case "word":
				return done(this.name(token, depth));
			case "symbol":
				return done(this.symbol(token, depth));
		}
	}

	private name(token: SplToken, depth: number): EvalContent {
		const { cursor } = this.reader;
		cursor.take();
		if (token.text === "@" && cursor.peek()?.kind === "string") {
			const raw = stripQuotes(cursor.take()?.text ?? "").replaceAll('""', '"');
			return { kind: "constant", value: raw, raw: raw.replaceAll("\\", "\\\\") };
		}
		const name = token.text.toLowerCase();
		if (cursor.eat("(")) {
			const values = this.values(depth + 1);
			if (values.length === 0 && (name === "true" || name === "false" || name === "null"))
				return constantOf(name);
			return values.some(isBroken) ? BROKEN : { kind: "call", name, values };
		}
		if (name === "true" || name === "false" || name === "null") return constantOf(name);
		return this.field(token.text);
	}

	private field(name: string): EvalContent {
		return { kind: "field", name: this.pipeline.fields.nameOf(name) };
	}

	private symbol(token: SplToken, depth: number): EvalContent {
		const { cursor } = this.reader;
		cursor.take();
		switch (token.text) {
			case "(": {
				const inner = readEvalArgument(this.reader, this.pipeline, depth + 1);
				if (!cursor.is(")") && !isStageEnd(cursor)) this.skipRest();
				cursor.expect(")");
				return inner;
			}
			case "[": {
				cursor.rewind(cursor.index - 1);
				const isNegated = cursor.isWord("not", -1);
				const condition = readSubsearch(this.reader, this.pipeline, isNegated);
				if (condition === UNKNOWN) return { kind: "computed", isElsewhere: true };
				return { kind: "condition", condition };
			}
			case "-":
			case "+": {
				const inner = this.primary(depth + 1);
				if (inner.kind !== "constant" || typeof inner.value !== "number")
					return { kind: "computed" };
				const value = token.text === "-" ? -inner.value : inner.value;
				return { kind: "constant", value, raw: token.text + inner.raw };
			}
			case "*":
				return { kind: "computed" };
			default: {
				const message = `\u201C${token.text}\u201D is no value`;
				cursor.report("query-syntax", "error", message, token);
				return BROKEN;
			}
		}
	}

	private bracketOrNothing(token: SplToken | undefined): EvalContent {
		this.reader.cursor.report("query-syntax", "error", "a value is missing here", token);
		return BROKEN;
	}

	private tooDeep(): EvalContent {
		const { cursor } = this.reader;
		cursor.report("query-too-deep", "error", `expressions are nested over ${DEEPEST} deep`);
		cursor.skip();
		cursor.skipUntil(endsStage);
		return { kind: "computed" };
	}

	/** Passes over what no value or operator can be, up to the bracket that closes the group. */
	private skipRest(): void {
		const { cursor } = this.reader;
		cursor.report("query-syntax", "error", "an operator is missing here");
		cursor.skipUntil((token) => endsStage(token) || token.text === ",");
	}
}

function continuesCondition(cursor: TokenCursor<SplToken>): boolean {
	const token = cursor.peek();
	if (token?.kind === "symbol") return COMPARISON_SIGNS.has(token.text);
	return token?.kind === "word" && /^(?:and|or|xor|in|like|is|not|between)$/i.test(token.text);
}

function stringOf(text: string): EvalContent {
	const raw = stripQuotes(text);
	return { kind: "constant", value: unescapeSpl(raw, true), raw };
}

function constantOf(name: "true" | "false" | "null"): EvalContent {
	return { kind: "constant", value: name === "null" ? null : name === "true", raw: name };
}
