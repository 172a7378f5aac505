import type { Condition } from "../../model/detection";
import type { PredicateValue } from "../../model/predicate";
import type { Choices } from "../syntax/choices";
import {
	addPoints,
	chooseOne,
	countChoices,
	onlyValue,
	readBranches,
	truthOf,
} from "../syntax/choices";
import { evaluateConstant } from "./kql-constants";
import { isCast } from "./kql-fields";
import type { KqlView } from "./kql-session";
import type { KqlCall, KqlExpression } from "./kql-tree";

/** Aggregates over rows that a condition holds for, and what they give where there are none. The condition stands last. */
const CONDITIONAL: ReadonlyMap<string, PredicateValue> = new Map<string, PredicateValue>([
	["countif", 0],
	["sumif", 0],
	["dcountif", 0],
	["count_distinctif", 0],
	...["avgif", "minif", "maxif", "stdevif", "varianceif", "take_anyif", "anyif"].map(
		(name) => [name, null] as const,
	),
	...["make_set_if", "make_list_if", "make_bag_if"].map((name) => [name, null] as const),
]);

/** Aggregates that give a value of some row, or the values of all. */
const PICKING: ReadonlySet<string> = new Set(
	"max min any take_any make_set make_list makeset makelist".split(" "),
);

/** Aggregates that give 0 where all values are 0. */
const ADDING: ReadonlySet<string> = new Set(["sum", "avg"]);

/** Reads a condition; undefined where an expression is none by its form. */
export type ReadTest = (value: KqlExpression, view: KqlView) => Condition | undefined;

/** Reads values that depend on conditions, inside of the columns of one place. */
export class ChoiceReader {
	private readonly view: KqlView;
	private readonly lower: ReadTest;

	constructor(view: KqlView, lower: ReadTest) {
		this.view = view;
		this.lower = lower;
	}

	/** Reads an expression; undefined where its value depends on no condition, and where conditions are not understood whole. */
	read(value: KqlExpression): Choices | undefined {
		if (!this.view.session.enter()) return undefined;
		const choices = this.readAny(value);
		this.view.session.leave();
		return choices;
	}

	/** Reads what an aggregate says of the conditions that its rows meet. */
	readAggregate(call: KqlCall): Choices | undefined {
		const [first, second] = call.arguments.map(({ value }) => value);
		if (first === undefined) return undefined;
		const otherwise = CONDITIONAL.get(call.name);
		if (otherwise !== undefined) {
			const tested = call.name === "countif" ? first : second;
			const test = tested && this.test(tested);
			return test && chooseOne(test, otherwise);
		}
		if (PICKING.has(call.name)) return this.read(first);
		const added = ADDING.has(call.name) ? this.read(first) : undefined;
		return added && countChoices(added, [null, 0, false]);
	}

	private readAny(value: KqlExpression): Choices | undefined {
		if (value.kind === "name") return this.view.columns.find(value.name)?.choices;
		if (value.kind === "arithmetic") return this.readSum(value);
		if (value.kind !== "call") return this.readTruth(value);
		const values = value.arguments.map((argument) => argument.value);
		const [first] = values;
		if (isChoosing(value)) {
			const last = values.at(-1);
			if (last === undefined || values.length < 3 || values.length % 2 === 0) return undefined;
			const give = (given: KqlExpression): Choices | undefined => this.readGiven(given);
			return readBranches(
				values,
				(tested) => this.test(tested),
				give,
				() => give(last),
			);
		}
		if (first !== undefined && isCast(value.name)) return this.read(first);
		if (first === undefined || value.name !== "array_length") return this.readTruth(value);
		const counted = this.read(first);
		return counted?.isCounted === true ? counted : undefined;
	}

	private readGiven(value: KqlExpression): Choices | undefined {
		return isChoosing(value) ? this.read(value) : onlyValue(this.valueOf(value));
	}

	/** A part with another sign before it than that of a sum is none. */
	private readSum(sum: Extract<KqlExpression, { kind: "arithmetic" }>): Choices | undefined {
		let { start } = sum;
		return addPoints(sum.parts, (part) => {
			const sign = this.view.session.textOf({ start, end: part.start });
			start = part.end;
			return /^\+?$/.test(sign.replace(/[\s()]/g, "")) ? this.read(part) : undefined;
		});
	}

	private readTruth(value: KqlExpression): Choices | undefined {
		const test = this.test(value);
		return test && truthOf(test);
	}

	/** A condition that is understood whole; undefined for any other expression. */
	private test(value: KqlExpression): Condition | undefined {
		return this.view.session.attempt(() => this.lower(value, this.view));
	}

	private valueOf(value: KqlExpression): PredicateValue | undefined {
		if (value.kind === "name") {
			if (value.name === "null") return null;
			if (this.view.columns.find(value.name) !== undefined) return undefined;
		}
		const constant = evaluateConstant(value, this.view.scope);
		return constant?.kind === "scalar" ? constant.term.value : undefined;
	}
}

/** Whether a call chooses between values. */
export function isChoosing(value: KqlExpression): boolean {
	return value.kind === "call" && /^(?:iff|iif|case)$/.test(value.name);
}

/** The name of an aggregate's column that the query does not name. */
export function nameAggregate({ name, arguments: [first] }: KqlCall): string {
	const column = name !== "countif" && first?.value.kind === "name" ? first.value.name : "";
	return `${name}_${column}`;
}
