import type { Condition } from "../../model/detection";
import { askChoices } from "../syntax/choices";
import { ALWAYS, combine, negate, opaque } from "../syntax/conditions";
import { evaluateConstant } from "./kql-constants";
import { computedField, describeField } from "./kql-fields";
import { isTrue } from "./kql-predicates";
import type { KqlView } from "./kql-session";
import { openFunction } from "./kql-functions";
import type { KqlCall, KqlExpression } from "./kql-tree";
import { ChoiceReader, isChoosing } from "./lower-choices";
import { lowerBetween, lowerComparison, lowerListed } from "./lower-comparison";
import { lowerTest } from "./lower-tests";

/** Lowers the expression of a filter to a condition; what is no condition becomes an opaque leaf. */
export function lowerCondition(expression: KqlExpression, view: KqlView): Condition {
	const { session } = view;
	if (!session.enter()) {
		session.report("query-too-deep", "error", "conditions lead on too far", expression);
		return opaque(session.textOf(expression), "nested too deep", expression);
	}
	const condition = lowerAny(expression, view);
	session.leave();
	return condition;
}

function lowerAny(expression: KqlExpression, view: KqlView): Condition {
	const { session } = view;
	switch (expression.kind) {
		case "and":
		case "or":
			return combine(
				expression.kind,
				expression.parts.map((part) => lowerCondition(part, view)),
			);
		case "comparison":
			return (
				lowerTruth(expression, view) ??
				askValue(expression.left, lowerComparison(expression, view), view)
			);
		case "listed":
			return askValue(expression.left, lowerListed(expression, view), view);
		case "between":
			return lowerBetween(expression, view);
		case "call":
			return lowerCall(expression, view);
		case "literal":
			if (typeof expression.value !== "boolean") break;
			return expression.value ? ALWAYS : negate(ALWAYS);
		case "name":
			return lowerName(expression, view);
		case "path":
		case "arithmetic": {
			const field = describeField(expression, view);
			return isTrue(field ?? computedField(view.session.textOf(expression)), expression);
		}
		case "broken":
			return opaque(session.textOf(expression), expression.reason, expression);
		default:
	}
	return giveUp(expression, view);
}

/** Gives a reader of values that depend on conditions. */
export function choicesIn(view: KqlView): ChoiceReader {
	return new ChoiceReader(view, (value) => {
		if (value.kind === "call") return lowerTestCall(value, view);
		const isTest = isCondition(value) || value.kind === "name" || value.kind === "literal";
		return isTest ? lowerCondition(value, view) : undefined;
	});
}

/** Lowers a call that is true or false, by what it means or as its name says (`ipv4_is_private`, `isnan`); undefined for any other. */
function lowerTestCall(call: KqlCall, view: KqlView): Condition | undefined {
	return /^is|_is_/.test(call.name) ? lowerCall(call, view) : lowerKnownCall(call, view);
}

/** A comparison of a value that depends on conditions (`iff(a has "b", 1, 0) == 1`) brings along those that must hold. */
function askValue(value: KqlExpression, made: Condition, view: KqlView): Condition {
	if (made.kind === "not") return negate(askValue(value, made.part, view));
	if (made.kind !== "predicate" || !(isChoosing(value) || value.kind === "arithmetic")) return made;
	const { session } = view;
	const choices = choicesIn(view).read(value);
	const ask = choices && askChoices(choices, (conditions) => session.spend(conditions));
	const { op, terms } = made.predicate;
	const test = ask?.(
		op,
		terms.map((term) => term.value),
	);
	return test === undefined ? made : combine("and", [made, test], session.textOf(value));
}

function giveUp(expression: KqlExpression, { session }: KqlView): Condition {
	session.report("query-opaque", "warning", "this is no condition", expression);
	return opaque(session.textOf(expression), "no condition", expression);
}

/** `(a has "x") == false` turns the condition round. */
function lowerTruth(
	{ operator, left, right }: Extract<KqlExpression, { kind: "comparison" }>,
	view: KqlView,
): Condition | undefined {
	if (operator !== "==" && operator !== "!=") return undefined;
	const constant = evaluateConstant(right, view.scope);
	if (constant?.kind !== "scalar" || typeof constant.term.value !== "boolean") return undefined;
	const condition = isCondition(left)
		? lowerCondition(left, view)
		: left.kind === "call"
			? lowerTestCall(left, view)
			: undefined;
	if (condition === undefined) return undefined;
	return constant.term.value === (operator === "==") ? condition : negate(condition);
}

function isCondition({ kind }: KqlExpression): boolean {
	return (
		kind === "comparison" ||
		kind === "listed" ||
		kind === "between" ||
		kind === "and" ||
		kind === "or"
	);
}

/** A name by itself: a column that is true or false, or a `let` with a condition. */
function lowerName(expression: Extract<KqlExpression, { kind: "name" }>, view: KqlView): Condition {
	const { session, scope, columns } = view;
	const binding = columns.find(expression.name) ? undefined : scope.find(expression.name);
	if (binding?.kind === "value" && binding.constant === undefined) {
		session.use(binding);
		const { expression: value, scope: inner } = binding;
		if (isCondition(value) || value.kind === "call")
			if (session.spend(value.end - value.start))
				return session.follow(
					() => lowerCondition(value, { ...view, scope: inner }),
					isTrue(computedField(expression.name), expression),
				);
	}
	const field = describeField(expression, view) ?? computedField(expression.name);
	return isTrue(field, expression);
}

function lowerCall(call: KqlCall, view: KqlView): Condition {
	const known = lowerKnownCall(call, view);
	if (known !== undefined) return known;
	const field = describeField(call, view);
	return isTrue(field ?? computedField(view.session.textOf(call)), call);
}

/** Lowers calls whose meaning is known: `not`, the tests, choices between conditions, and the query's own functions. */
function lowerKnownCall(call: KqlCall, view: KqlView): Condition | undefined {
	const [first] = call.arguments;
	if (/^not$/i.test(call.name) && first !== undefined)
		return negate(lowerCondition(first.value, view));
	const second = call.arguments[1]?.value;
	if (view.steps !== null && (call.name === "any" || call.name === "all") && second)
		return lowerCondition(second, view);
	if ((call.name === "tobool" || call.name === "toboolean") && first && isCondition(first.value))
		return lowerCondition(first.value, view);
	return lowerTest(call, view) ?? lowerChoice(call, view) ?? lowerOwnFunction(call, view);
}

/** `iff(a, b, c)` and `case(a, b, c, d, e)` over conditions; undefined where they choose between other values. */
function lowerChoice(call: KqlCall, view: KqlView): Condition | undefined {
	if (call.name !== "iff" && call.name !== "iif" && call.name !== "case") return undefined;
	const values = call.arguments.map(({ value }) => value);
	if (values.length < 3 || values.length % 2 === 0) return undefined;
	if (!values.every((value, at) => isChoosable(value) || (at % 2 === 0 && at + 1 < values.length)))
		return undefined;
	const conditions = values.map((value) => lowerCondition(value, view));
	let choice = conditions.pop();
	while (choice !== undefined) {
		const yes = conditions.pop();
		const test = conditions.pop();
		if (yes === undefined || test === undefined) return choice;
		choice = choose(test, yes, choice);
	}
	return undefined;
}

/** Undefined where the test would have to stand twice and is more than a leaf, so that nested choices do not grow without bound. */
function choose(test: Condition, yes: Condition, no: Condition): Condition | undefined {
	if (isNever(yes)) return combine("and", [negate(test), no]);
	if (isNever(no)) return combine("and", [test, yes]);
	if (yes.kind === "always") return combine("or", [test, no]);
	if (no.kind === "always") return combine("or", [negate(test), yes]);
	if (test.kind !== "predicate") return undefined;
	return combine("or", [combine("and", [test, yes]), combine("and", [negate(test), no])]);
}

function isChoosable(value: KqlExpression): boolean {
	return isCondition(value) || (value.kind === "literal" && typeof value.value === "boolean");
}

function isNever(condition: Condition): boolean {
	return condition.kind === "not" && condition.part.kind === "always";
}

/** A function that the query defines, with its parameters bound to the arguments. */
function lowerOwnFunction(call: KqlCall, view: KqlView): Condition | undefined {
	const own = openFunction(call, view);
	if (own === undefined || !(isCondition(own.source) || own.source.kind === "call"))
		return undefined;
	const inner = { ...view, scope: own.scope };
	return view.session.follow(() => lowerCondition(own.source, inner), undefined);
}
