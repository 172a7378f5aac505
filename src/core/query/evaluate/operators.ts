import { addDurations, mapDuration, normaliseDuration } from "../../index/literals/duration-units";
import { isInCalendar } from "../../index/literals/calendar";
import type { FieldMap, ObjectValue, Value } from "../../model/value";
import type { BinaryOperator } from "../parse/ast";
import { isDate, isDuration, isList, isObject, typeName } from "../value";
import { addToDate, differenceOf, takeFromDate } from "../values/date-arithmetic";
import { formatValue } from "../values/format-value";
import { isTrue } from "../values/truth";
import { compareValues } from "../values/value-order";
import { EvaluationFailure } from "./evaluation-failure";
import type { RunContext } from "./run-context";

/** A longer text is not made by repeating one. */
const LONGEST_REPEAT = 1_000_000;

/** Applies an operator to two values (Dataview 0.5.70's table); throws an `EvaluationFailure` where it is not made for them. */
export function applyOperator(
	operator: BinaryOperator,
	left: Value,
	right: Value,
	context: RunContext,
): Value {
	switch (operator) {
		case "&":
			return isTrue(left) && isTrue(right);
		case "|":
			return isTrue(left) || isTrue(right);
		case "=":
			return compareValues(left, right, context) === 0;
		case "!=":
			return compareValues(left, right, context) !== 0;
		case "<":
			return compareValues(left, right, context) < 0;
		case "<=":
			return compareValues(left, right, context) <= 0;
		case ">":
			return compareValues(left, right, context) > 0;
		case ">=":
			return compareValues(left, right, context) >= 0;
		default:
			return calculate(operator, left, right, context);
	}
}

type Arithmetic = "+" | "-" | "*" | "/" | "%";

function calculate(operator: Arithmetic, left: Value, right: Value, context: RunContext): Value {
	if (typeof left === "number" && typeof right === "number") {
		return calculateNumbers(operator, left, right);
	}
	if (left === null && right === null) return null;
	const result = ARITHMETIC[operator](left, right, context);
	if (result !== undefined) return checkDate(result);
	const [leftType, rightType] = [typeName(left), typeName(right)];
	const hint =
		left === null || right === null
			? ": one of the two is missing here (default() can fill it)"
			: "";
	throw new EvaluationFailure(`${leftType} ${operator} ${rightType} cannot be calculated${hint}`);
}

/** A calculation can lead out of the calendar. */
function checkDate(value: Value): Value {
	if (!isDate(value) || isInCalendar(value.ms)) return value;
	throw new EvaluationFailure("the date is too far away");
}

function calculateNumbers(operator: Arithmetic, left: number, right: number): number {
	switch (operator) {
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		case "/":
			return left / right;
		case "%":
			return left % right;
	}
}

type Calculation = (left: Value, right: Value, context: RunContext) => Value | undefined;

const ARITHMETIC: Readonly<Record<Arithmetic, Calculation>> = {
	"+": add,
	"-": subtract,
	"*": multiply,
	"/": divide,
	"%": () => undefined,
};

function add(left: Value, right: Value, context: RunContext): Value | undefined {
	if (typeof left === "string") return left + formatValue(right, context.style);
	if (typeof right === "string") return formatValue(left, context.style) + right;
	if (isDate(left)) return addToDateOrNothing(left, right, context);
	if (isDate(right)) return addToDateOrNothing(right, left, context);
	if (isDuration(left) && isDuration(right)) return normaliseDuration(addDurations(left, right));
	if (isList(left) && isList(right)) return [...left, ...right];
	if (isObject(left) && isObject(right)) return mergeObjects(left, right);
	return undefined;
}

function addToDateOrNothing(date: Value, other: Value, context: RunContext): Value | undefined {
	if (other === null) return null;
	if (isDate(date) && isDuration(other)) return addToDate(context.zones, date, other);
	return undefined;
}

function subtract(left: Value, right: Value, context: RunContext): Value | undefined {
	const hasDate = isDate(left) || isDate(right);
	if (hasDate && (left === null || right === null)) return null;
	if (isDate(left) && isDate(right)) return differenceOf(context.zones, left, right);
	if (isDate(left) && isDuration(right)) return takeFromDate(context.zones, left, right);
	if (isDuration(left) && isDuration(right)) {
		const negative = mapDuration(right, (count) => -count);
		return normaliseDuration(addDurations(left, negative));
	}
	return undefined;
}

function multiply(left: Value, right: Value): Value | undefined {
	if (typeof left === "number" && typeof right === "object") return multiply(right, left);
	if (typeof left === "number" && typeof right === "string") return multiply(right, left);
	if (typeof right !== "number") return undefined;
	if (typeof left === "string") return repeat(left, right);
	if (isDuration(left)) return normaliseDuration(mapDuration(left, (count) => count * right));
	return undefined;
}

function repeat(text: string, times: number): string {
	const whole = Number.isNaN(times) ? 0 : Math.trunc(times);
	if (whole <= 0 || text === "") return "";
	if (text.length * whole > LONGEST_REPEAT) {
		throw new EvaluationFailure(`a text of over ${LONGEST_REPEAT} characters is not made`);
	}
	return text.repeat(whole);
}

function divide(left: Value, right: Value): Value | undefined {
	if (!isDuration(left) || typeof right !== "number") return undefined;
	return normaliseDuration(mapDuration(left, (count) => count / right));
}

function mergeObjects(left: ObjectValue, right: ObjectValue): ObjectValue {
	const fields = new Map<string, Value>();
	const take = (source: FieldMap): void => {
		for (const key of source.keys()) fields.set(key, source.get(key) ?? null);
	};
	take(left.fields);
	take(right.fields);
	return { kind: "object", fields };
}
