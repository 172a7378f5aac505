import type { Condition } from "../../model/detection";
import type { PredicateOperator, PredicateValue } from "../../model/predicate";
import { partsOf } from "../list-predicates";
import { combine, negate } from "./conditions";

/** A value that a column may have, undefined where it is some value other than 0 and null, and when it has it. */
export interface Choice {
	readonly value: PredicateValue | undefined;
	readonly test: Condition;
}

/** The values that a query gives a column under conditions; the first that holds decides. */
export interface Choices {
	readonly choices: readonly Choice[];
	/** The value where none holds. */
	readonly otherwise: PredicateValue | undefined;
	/** Whether an aggregate gave them, so that what nothing was counted of may be 0 as well as null. */
	readonly isCounted?: boolean;
}

/** Gives the condition that must hold for a comparison of a column with `values`; undefined where it says nothing. */
export type AskChoices = (
	op: PredicateOperator,
	values: readonly PredicateValue[],
) => Condition | undefined;

/** Values of a column that has nothing in it. */
const EMPTY: readonly PredicateValue[] = [null, 0, false, ""];
/** A choice inside of another one has at most so many results. */
const MOST_INNER = 20;
/** Results that take turns more often than this lie too deep in each other. */
const MOST_TURNS = 60;
/** Columns with more conditions behind them stand for themselves alone. */
const MOST_CONDITIONS = 500;

/** Gives the truth of a condition as a column has it. */
export function truthOf(test: Condition): Choices {
	return { choices: [{ value: true, test }], otherwise: false };
}

/** Gives the same value whatever holds. */
export function onlyValue(value: PredicateValue | undefined): Choices {
	return { choices: [], otherwise: value };
}

/**
 * Reads a choice whose tests and values take turns: `read` gives a test, `give` what a branch gives, `rest` what is left where none holds; a
 * choice there goes on with those before it. Undefined where one of them is not understood.
 */
export function readBranches<Value extends object>(
	values: readonly Value[],
	read: (tested: Value) => Condition | undefined,
	give: (given: Value) => Choices | undefined,
	rest: () => Choices | undefined,
): Choices | undefined {
	const choices: Choice[] = [];
	for (let at = 0; at + 1 < values.length; at += 2) {
		const [tested, given] = [values[at], values[at + 1]];
		const test = tested && read(tested);
		const branch = test && given && give(given);
		const inner = branch && nestChoices(test, branch);
		if (inner === undefined) return undefined;
		for (const choice of inner) choices.push(choice);
	}
	const last = rest();
	return last && { choices: [...choices, ...last.choices], otherwise: last.otherwise };
}

/**
 * Gives what a branch gives where its test holds: values that depend on conditions in turn need all of these. Undefined where these are too
 * many.
 */
function nestChoices(test: Condition, given: Choices): readonly Choice[] | undefined {
	if (given.choices.length > MOST_INNER) return undefined;
	const inner = given.choices.map((choice): Choice => ({
		...choice,
		test: combine("and", [test, choice.test]),
	}));
	return [...inner, { test, value: given.otherwise }];
}

/** Gives a sum of points that are given under conditions: it is more than 0 where one of these holds. Undefined where a part is none. */
export function addPoints<Part>(
	parts: readonly Part[],
	read: (part: Part) => Choices | undefined,
): Choices | undefined {
	const tests: Condition[] = [];
	for (const part of parts) {
		const choices = read(part);
		const counted = choices && countChoices(choices, [0, false]);
		if (counted === undefined || choices?.choices.some(({ value }) => !isPoints(value)))
			return undefined;
		for (const { test } of counted.choices) tests.push(test);
	}
	return chooseOne(combine("or", tests), 0);
}

/** An aggregate that is something where a condition holds of one of its rows, and nothing elsewhere. */
export function chooseOne(test: Condition, otherwise: PredicateValue): Choices {
	return { choices: [{ value: undefined, test }], otherwise, isCounted: true };
}

/**
 * Gives what an aggregate over a column of choices says: more than nothing where one of those is met that it counts. `nothing` are the
 * values that it does not count, or that add nothing to it; undefined where the values elsewhere count too.
 */
export function countChoices(
	{ choices, otherwise }: Choices,
	nothing: readonly PredicateValue[],
): Choices | undefined {
	if (!isOneOf(otherwise, nothing)) return undefined;
	const counted = choices.filter(({ value }) => !isOneOf(value, nothing));
	const tests = counted.map(({ test }) => test);
	return tests.length === 0 ? undefined : chooseOne(combine("or", tests), null);
}

/**
 * Gives what a comparison of a column of choices stands for, undefined where they have too many conditions; `spend` says whether so many
 * more may be brought along.
 */
export function askChoices(
	choices: Choices,
	spend: (conditions: number) => boolean,
): AskChoices | undefined {
	const size = choices.choices.reduce((sum, { test }) => sum + countConditions(test), 1);
	if (size > MOST_CONDITIONS) return undefined;
	return (op, values) =>
		spend(size * Math.max(1, values.length)) ? testOf(choices, op, values) : undefined;
}

/** Counts a condition with all that lie in it. */
export function countConditions(condition: Condition): number {
	return partsOf(condition).reduce((count, part) => count + countConditions(part), 1);
}

/**
 * Gives the condition that must hold for the comparison of a column of choices with `values`; undefined where it says nothing. A later choice
 * holds only where those before it fail. `is_null` and `exists` come with the values that count as null, beside null itself.
 */
export function testOf(
	{ choices, otherwise, isCounted }: Choices,
	op: PredicateOperator,
	values: readonly PredicateValue[],
): Condition | undefined {
	const holds = (value: PredicateValue | undefined): boolean =>
		values.length === 0
			? mayHold(value, op, null)
			: values.some((other) => mayHold(value, op, other));
	const isNothing = isCounted === true && otherwise === null && op !== "exists" && holds(0);
	const chain = new Chain(holds(otherwise) || isNothing);
	for (const { value, test } of [...choices].reverse()) chain.put(test, holds(value));
	return chain.finish();
}

function isPoints(value: PredicateValue | undefined): boolean {
	if (value === undefined || typeof value === "boolean") return true;
	return typeof value === "number" && value >= 0;
}

/** Builds from the last choice to the first when one of those is chosen that are wanted. */
class Chain {
	/** What the choices read so far say: a truth, or a condition in parts that are the other way round. */
	private rest: boolean | Condition;
	private kind: "and" | "or" = "or";
	private parts: Condition[] = [];
	private turns = 0;

	constructor(isElse: boolean) {
		this.rest = isElse;
	}

	put(test: Condition, isWanted: boolean): void {
		if (test.kind === "always") {
			this.rest = isWanted;
			this.parts = [];
			return;
		}
		// What always or never holds takes no part in a choice that does the same.
		if (this.parts.length === 0 && this.rest === isWanted) return;
		const kind = isWanted ? "or" : "and";
		if (kind !== this.kind && this.parts.length > 0) this.close();
		this.kind = kind;
		this.parts.push(isWanted ? test : negate(test));
	}

	finish(): Condition | undefined {
		this.close();
		return typeof this.rest === "boolean" || this.turns > MOST_TURNS ? undefined : this.rest;
	}

	private close(): void {
		if (this.parts.length === 0) return;
		this.turns++;
		const parts = this.parts.reverse();
		if (typeof this.rest !== "boolean") parts.push(this.rest);
		this.rest = combine(this.kind, parts);
		this.parts = [];
	}
}

/** Whether a comparison of a value may hold: what is not known may be anything. */
function mayHold(
	value: PredicateValue | undefined,
	op: PredicateOperator,
	other: PredicateValue,
): boolean {
	switch (op) {
		case "eq":
		case "in":
			return isUnknown(other) || mayEqual(value, other);
		case "ne":
			if (value === undefined || isUnknown(other)) return true;
			return value !== null && !mayEqual(value, other);
		case "exists":
			return value !== null && value !== other;
		case "is_null":
			return value === null || value === other;
		case "gt":
		case "ge":
		case "lt":
		case "le":
			return value !== null && mayOrder(value, op, other);
		case "contains":
		case "starts_with":
		case "ends_with":
		case "match":
			if (value === undefined || value === null || typeof other !== "string") return value !== null;
			return mayContain(fold(value), op, fold(other));
		default:
			return value !== null;
	}
}

function mayEqual(value: PredicateValue | undefined, other: PredicateValue): boolean {
	if (value === undefined) return !isOneOf(other, EMPTY);
	if (value === null || other === null) return value === other;
	if (typeof other === "boolean") return isTrue(value) === other;
	if (typeof value === "boolean" && typeof other === "number") return Number(value) === other;
	return fold(value) === fold(other);
}

/** Something that is counted is at least one. */
function mayOrder(
	value: PredicateValue | undefined,
	op: "gt" | "ge" | "lt" | "le",
	other: PredicateValue,
): boolean {
	const limit = typeof other === "object" || other === "" ? NaN : Number(other);
	if (value === undefined)
		return op === "gt" || op === "ge" || !(op === "lt" ? limit <= 1 : limit <= 0);
	const number = typeof value === "object" || value === "" ? NaN : Number(value);
	if (Number.isNaN(limit) || Number.isNaN(number)) return true;
	if (number === limit) return op === "ge" || op === "le";
	return number > limit === (op === "gt" || op === "ge");
}

function mayContain(value: string, op: PredicateOperator, other: string): boolean {
	if (op === "starts_with") return value.startsWith(other);
	return op === "ends_with" ? value.endsWith(other) : value.includes(other);
}

function isTrue(value: PredicateValue): boolean {
	return typeof value === "string" ? !/^(?:f|false|no|0)?$/i.test(value) : Boolean(value);
}

function fold(value: PredicateValue): string {
	return typeof value === "object" ? "" : String(value).toLowerCase();
}

function isUnknown(value: PredicateValue): boolean {
	return typeof value === "object" && value !== null;
}

function isOneOf(value: PredicateValue | undefined, values: readonly PredicateValue[]): boolean {
	return value !== undefined && values.includes(value);
}
