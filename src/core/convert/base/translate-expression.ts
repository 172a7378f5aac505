import {
	DURATION_UNITS,
	type DurationUnit,
	type DurationValue,
	type LinkValue,
} from "../../model/value";
import type { BinaryOperator, Expression } from "../../query/parse/ast";
import { quoteText } from "./base-text";
import { translateCall } from "./translate-call";
import { isOwnLink, translateField } from "./translate-field";
import { refuse, truthOf, wrap, type Translated, type Translation } from "./translation";

const COMPARISONS: Readonly<Partial<Record<BinaryOperator, string>>> = {
	"=": "==",
	"!=": "!=",
	">": ">",
	">=": ">=",
	"<": "<",
	"<=": "<=",
};

const UNIT_LETTERS: Readonly<Partial<Record<DurationUnit, string>>> = {
	years: "y",
	months: "M",
	weeks: "w",
	days: "d",
	hours: "h",
	minutes: "m",
	seconds: "s",
};

/** Words behind `date(`, in Bases' functions. */
const MOMENTS: ReadonlyMap<string, string> = new Map([
	["now", "now()"],
	["today", "today()"],
	["yesterday", '(today() - "1d")'],
	["tomorrow", '(today() + "1d")'],
]);

/**
 * Translates an expression into one of Bases (Obsidian's help, "Bases syntax" and "Functions"); undefined where some part of it has no
 * counterpart, which is then among the obstacles.
 */
export function translateExpression(
	expression: Expression,
	translation: Translation,
): Translated | undefined {
	switch (expression.type) {
		case "literal":
			return translateLiteral(expression, translation);
		case "moment":
			return translateMoment(expression, translation);
		case "variable":
		case "index": {
			return translateField(expression, translation) ?? refuseOnce(expression, translation);
		}
		case "not": {
			const operand = translateExpression(expression.operand, translation);
			return operand && { text: `!${wrap(truthOf(operand))}`, kind: "truth" };
		}
		case "binary":
			return translateBinary(expression, translation);
		case "call":
			return translateCall(expression, translation, translateExpression);
		case "list": {
			const items = expression.items.map((item) => translateExpression(item, translation));
			if (items.includes(undefined)) return undefined;
			return { text: `[${items.map((item) => item?.text).join(", ")}]`, kind: "value" };
		}
		case "object":
		case "lambda": {
			return refuse(translation, "value", expression.span);
		}
	}
}

/** A field says itself why it cannot be translated; what is none has not yet said so. */
function refuseOnce(expression: Expression, translation: Translation): Translated | undefined {
	const { start, end } = expression.span;
	const part = translation.query.slice(start, end).trim();
	if (translation.obstacles.some((each) => each.part === part)) return undefined;
	return refuse(translation, "value", expression.span);
}

function translateLiteral(
	expression: Expression & { readonly type: "literal" },
	translation: Translation,
): Translated | undefined {
	const { value } = expression;
	if (value === null) return { text: "null", kind: "value" };
	if (typeof value === "string") return { text: quoteText(value), kind: "value" };
	if (typeof value === "boolean") return { text: String(value), kind: "truth" };
	if (typeof value === "number") {
		return { text: value < 0 ? `(${value})` : String(value), kind: "value" };
	}
	if ("kind" in value && value.kind === "link" && value.type === "file") {
		return { text: linkText(value), kind: "value" };
	}
	const duration = "kind" in value && value.kind === "duration" ? durationText(value) : undefined;
	if (duration !== undefined) return { text: `duration(${quoteText(duration)})`, kind: "value" };
	return refuse(translation, "value", expression.span);
}

/** `[[]]` is the note the query stands in. */
function linkText(link: LinkValue): string {
	return link.path === "" ? "this.file" : `link(${quoteText(link.path)})`;
}

/** A duration of one unit, as Bases write it. */
function durationText({ units }: DurationValue): string | undefined {
	const used = DURATION_UNITS.filter((unit) => (units[unit] ?? 0) !== 0);
	const [unit] = used;
	const letter = unit === undefined || used.length > 1 ? undefined : UNIT_LETTERS[unit];
	return unit === undefined || letter === undefined ? undefined : `${units[unit] ?? 0}${letter}`;
}

function translateMoment(
	expression: Expression & { readonly type: "moment" },
	translation: Translation,
): Translated | undefined {
	const word = expression.text.trim();
	const known = MOMENTS.get(word.toLowerCase());
	if (known !== undefined) return { text: known, kind: "value" };
	const isDate = /^\d{4}-\d{2}-\d{2}$/.test(word);
	if (isDate) return { text: `date(${quoteText(word)})`, kind: "value" };
	return refuse(translation, "value", expression.span);
}

function translateBinary(
	expression: Expression & { readonly type: "binary" },
	translation: Translation,
): Translated | undefined {
	const { operator } = expression;
	const left = translateOperand(expression.left, translation);
	const right = translateOperand(expression.right, translation);
	if (left === undefined || right === undefined) return undefined;
	if (operator === "&" || operator === "|") {
		const word = operator === "&" ? "&&" : "||";
		return { text: `(${truthOf(left)} ${word} ${truthOf(right)})`, kind: "truth" };
	}
	const comparison = COMPARISONS[operator];
	if (comparison === undefined) {
		return { text: `(${left.text} ${operator} ${right.text})`, kind: "value" };
	}
	return { text: compare(left, comparison, right), kind: "truth" };
}

/** In a comparison the link to this note is the note itself. */
function translateOperand(
	expression: Expression,
	translation: Translation,
): Translated | undefined {
	if (isOwnLink(expression)) return { text: "this.file", kind: "value" };
	return translateExpression(expression, translation);
}

/** Where a note lacks the property, the query language takes it for less than anything. */
function compare(left: Translated, operator: string, right: Translated): string {
	const text = `${left.text} ${operator} ${right.text}`;
	if (operator.startsWith("<") && left.kind === "property") {
		return `(${left.text} == null || ${text})`;
	}
	if (operator.startsWith(">") && right.kind === "property") {
		return `(${right.text} == null || ${text})`;
	}
	return `(${text})`;
}
