import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateTerm, PredicateValue } from "../../model/predicate";
import { askChoices, type Choices } from "../syntax/choices";
import { ALWAYS, combine, negate } from "../syntax/conditions";
import { lowerGlob } from "../syntax/globs";
import { lowerRegex } from "../syntax/lower-regex";
import { mirrorComparison } from "../syntax/mirror-comparison";
import { COMPARISON_SIGNS } from "../syntax/comparison-signs";
import { isBroken, subjectOf, type EvalSubject, type EvalValue } from "./eval-values";
import { ChoiceReader, isChoosing } from "./eval-choices";
import { readLikePattern } from "./like-patterns";
import { lowerChoice } from "./lower-choice";
import type { Pipeline } from "./pipeline";
import { readQuotedSearch } from "./search-expression";
import { UNKNOWN, type SplReader } from "./spl-reader";

type CallValue = EvalValue & { readonly kind: "call" };
type ConstantValue = EvalValue & { readonly kind: "constant" };

/** Turns the comparisons and functions of expressions into predicates. Texts are compared with their letter case. */
export class EvalLowering {
	private readonly reader: SplReader;
	private readonly pipeline: Pipeline;

	constructor(reader: SplReader, pipeline: Pipeline) {
		this.reader = reader;
		this.pipeline = pipeline;
	}

	/** `left operator right`. */
	compare(left: EvalValue, operator: string, right: EvalValue): Condition {
		if (isBroken(left) || isBroken(right)) return this.reader.breakOff(left.start);
		const span = { start: left.start, end: right.end };
		const isFlipped = shouldFlip(left, right);
		const [value, other] = isFlipped ? [right, left] : [left, right];
		const sign = isFlipped ? mirrorComparison(operator) : operator;
		if (other.kind === "constant") {
			const known =
				this.compareTruth(value, sign, other.value) ?? this.compareCount(value, sign, other.value);
			if (known !== undefined) return known;
			const isEqual = sign === "=" || sign === "==";
			if (other.value === null && (isEqual || sign === "!="))
				return this.leaf(this.subject(value), isEqual ? "is_null" : "exists", [], span);
			if (value.kind === "constant" && isEqual && value.value === other.value) return ALWAYS;
		}
		const op = COMPARISON_SIGNS.get(sign) ?? "eq";
		return this.ask(value, this.leaf(this.subject(value), op, [this.term(other)], span));
	}

	/** Gives a reader of values that depend on conditions. */
	get choices(): ChoiceReader {
		return new ChoiceReader(this.pipeline.fields, (value) =>
			this.reader.attempt(() => (value.kind === "call" ? this.call(value) : this.truth(value))),
		);
	}

	/** Notes that a field has its values under conditions. */
	choose(name: string, choices: Choices): void {
		const ask = askChoices(choices, (conditions) => this.reader.spend(conditions));
		if (ask !== undefined) this.pipeline.fields.choose(name, choices, ask);
	}

	/** A comparison of a value that depends on conditions (`if(a="b", x, 0) > 1`) brings along those that must hold. */
	private ask(value: EvalValue, made: Condition): Condition {
		if (made.kind !== "predicate" || !(isChoosing(value) || value.kind === "computed")) return made;
		const choices = this.choices.read(value);
		const ask = choices && askChoices(choices, (conditions) => this.reader.spend(conditions));
		const { op, terms } = made.predicate;
		const test = ask?.(
			op,
			terms.map((term) => term.value),
		);
		if (test === undefined) return made;
		return combine("and", [made, test], this.reader.text.slice(value.start, value.end));
	}

	/** A value as a condition. */
	truth(value: EvalValue): Condition {
		if (value.kind === "condition") return value.condition;
		if (value.kind === "computed" && value.isElsewhere === true) return UNKNOWN;
		if (isBroken(value)) return this.reader.breakOff(value.start);
		if (value.kind === "constant") return isTrue(value.value) ? ALWAYS : negate(ALWAYS);
		const known = value.kind === "call" ? this.call(value) : undefined;
		if (known !== undefined) return known;
		const terms = [{ value: true, at: this.reader.placeOf(value.start) }];
		return this.leaf(this.subject(value), "eq", terms, value);
	}

	/** `left IN (…)`: texts are compared as they are. */
	isIn(left: EvalValue, values: readonly EvalValue[]): Condition {
		const end = values.at(-1)?.end ?? left.end;
		const whole = values.filter((value) => !isBroken(value));
		if (isBroken(left) || (whole.length === 0 && values.length > 0))
			return this.reader.breakOff(left.start);
		const terms = whole.map((value) => this.term(value));
		return this.leaf(this.subject(left), "in", terms, { start: left.start, end });
	}

	/** `left LIKE pattern`: `%` stands for any text, `_` for one character, unless a backslash stands before them. */
	isLike(left: EvalValue, pattern: EvalValue): Condition {
		if (isBroken(left) || isBroken(pattern)) return this.reader.breakOff(left.start);
		const span = { start: left.start, end: Math.max(left.end, pattern.end) };
		const subject = this.subject(left);
		if (pattern.kind !== "constant")
			return this.leaf(subject, "wildcard", [this.term(pattern)], span);
		const { op, value } = lowerGlob(readLikePattern(pattern.raw));
		const at = this.reader.placeOf(pattern.start);
		return this.leaf(subject, op, value === null ? [] : [{ value, at }], span);
	}

	/** `left BETWEEN low AND high`. */
	isBetween(left: EvalValue, low: EvalValue, high: EvalValue): Condition {
		return combine("and", [this.compare(left, ">=", low), this.compare(left, "<=", high)]);
	}

	/** A function that is a condition, undefined for every other. */
	private call(call: CallValue): Condition | undefined {
		const [first, second] = call.values;
		if (first === undefined) return undefined;
		switch (call.name) {
			case "isnull":
			case "isnotnull":
				return this.presence(first, call.name === "isnull", call);
			case "in":
				return { ...this.isIn(first, call.values.slice(1)) };
			case "if":
			case "case":
				return lowerChoice(call, (test) => this.truth(test), isTrue);
		}
		if (second === undefined)
			return call.name === "searchmatch" && first.kind === "constant"
				? this.searchMatch(first)
				: undefined;
		switch (call.name) {
			case "match":
				return this.matches(first, second, call);
			case "like":
				return this.isLike(first, second);
			case "cidrmatch":
				return this.leaf(this.subject(second), "cidr_match", [this.term(first)], call);
			default:
				return undefined;
		}
	}

	/** Whether a value is there; `mvfind` and `mvfilter` give one where some value matches. */
	private presence(value: EvalValue, isNull: boolean, span: EvalValue): Condition {
		if (value.kind === "call") {
			const [first, second] = value.values;
			const found =
				value.name === "mvfilter" && first !== undefined && first.kind !== "field"
					? this.truth(first)
					: value.name === "mvfind" && first?.kind === "field" && second?.kind === "constant"
						? this.matches(first, second, value)
						: undefined;
			if (found !== undefined) return isNull ? negate(found) : found;
		}
		return this.leaf(this.subject(value), isNull ? "is_null" : "exists", [], span);
	}

	/** `match(value, regex)` finds the expression anywhere in the value. */
	private matches(value: EvalValue, regex: EvalValue, span: EvalValue): Condition {
		const subject = this.subject(value);
		if (regex.kind !== "constant")
			return this.leaf(subject, "regex_match", [this.term(regex)], span);
		const { op, value: text, isCaseFolded } = lowerRegex(String(regex.value));
		const terms = [{ value: text, at: this.reader.placeOf(regex.start) }];
		return this.leaf({ ...subject, isFolded: subject.isFolded || isCaseFolded }, op, terms, span);
	}

	/** A search in quotes, as a condition. */
	private searchMatch(search: ConstantValue): Condition {
		return readQuotedSearch(this.reader, String(search.value), this.pipeline, search);
	}

	/** A condition that is compared with a truth value (`match(x, "a")=1`), or an `if` or `case` with one of its results. */
	private compareTruth(
		value: EvalValue,
		sign: string,
		other: string | number | boolean | null,
	): Condition | undefined {
		const isEqual = sign === "=" || sign === "==";
		if (!isEqual && sign !== "!=") return undefined;
		if (value.kind === "call" && (value.name === "if" || value.name === "case")) {
			const isChosen = (result: typeof other): boolean =>
				isSame(result, other) === isEqual && (isEqual || result !== null);
			return lowerChoice(value, (test) => this.truth(test), isChosen);
		}
		const known =
			value.kind === "condition"
				? value.condition
				: value.kind === "call"
					? this.call(value)
					: undefined;
		if (known === undefined || other === null) return undefined;
		return isTrue(other) === isEqual ? known : negate(known);
	}

	/** `mvcount(mvfilter(condition)) > 0`, and its opposite: whether some value meets the condition. */
	private compareCount(
		value: EvalValue,
		sign: string,
		limit: string | number | boolean | null,
	): Condition | undefined {
		const [inner] = value.kind === "call" && value.name === "mvcount" ? value.values : [];
		if (inner?.kind !== "call" || inner.name !== "mvfilter") return undefined;
		const isSome = /^(?:>0|>=1|!=0)$/.test(`${sign}${limit}`);
		if (!isSome && !/^(?:==?0|<1)$/.test(`${sign}${limit}`)) return undefined;
		return this.presence(inner, !isSome, value);
	}

	private subject(value: EvalValue): EvalSubject {
		return (
			subjectOf(value, (start, end) => this.reader.text.slice(start, end)) ?? {
				field: this.reader.text.slice(value.start, value.end),
				transform: null,
				isFolded: false,
				isComputed: true,
			}
		);
	}

	private term(value: EvalValue): PredicateTerm {
		const at = this.reader.placeOf(value.start);
		return { value: this.valueOf(value), at };
	}

	private valueOf(value: EvalValue): PredicateValue {
		if (value.kind === "constant") return value.value;
		return { ref: this.reader.text.slice(value.start, value.end) };
	}

	private leaf(
		subject: EvalSubject,
		op: PredicateOperator,
		terms: readonly PredicateTerm[],
		span: { readonly start: number; readonly end: number },
	): Condition {
		const { field, transform, isComputed } = subject;
		const isCaseSensitive = !subject.isFolded;
		const parts = { field, op, terms, isCaseSensitive, transform, isComputed };
		return this.reader.leafOf(this.pipeline.fields, parts, span.start, span.end);
	}
}

/** Whether a comparison reads better from right to left, so that its field comes first. */
function shouldFlip(left: EvalValue, right: EvalValue): boolean {
	return rank(left) < rank(right);
}

function rank(value: EvalValue): number {
	switch (value.kind) {
		case "constant":
			return 0;
		case "computed":
		case "condition":
			return 1;
		case "call":
			return value.values.some((inner) => rank(inner) === 2) ? 2 : 1;
		case "field":
			return 2;
	}
}

function isTrue(value: string | number | boolean | null): boolean {
	if (typeof value === "string") return /^(?:true|t|yes|1)$/i.test(value);
	return value === true || (typeof value === "number" && value !== 0);
}

function isSame(
	left: string | number | boolean | null,
	right: string | number | boolean | null,
): boolean {
	return left === right || (left !== null && right !== null && String(left) === String(right));
}
