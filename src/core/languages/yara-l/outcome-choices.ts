import type { Condition } from "../../model/detection";
import type { PredicateValue } from "../../model/predicate";
import { listOpaque } from "../list-predicates";
import type { Choices } from "../syntax/choices";
import {
	addPoints,
	askChoices,
	countChoices,
	onlyValue,
	readBranches,
	truthOf,
} from "../syntax/choices";
import { lowerExpression } from "./lower-expression";
import type { Lowering } from "./make-predicate";
import type { Expression } from "./yara-l-tree";

/** Gives what a comparison of the condition section stands for, as it was lowered: the conditions under which outcomes have such a value. */
export type AskOutcome = (comparison: Expression, made: Condition) => Condition | undefined;

/** Functions that give a value of some event, or the values of all. */
const PICKING: ReadonlySet<string> = new Set(["max", "min", "array", "array_distinct"]);
/** Functions whose result says how often events met something. */
const ADDING: ReadonlySet<string> = new Set(["sum", "avg"]);

/** A rule's outcomes may bring along so many conditions. */
const MOST_CONDITIONS = 2000;

/**
 * Reads outcomes that depend on conditions, `$risk = max(if(…, 60) + if(…, 30))`, for the comparisons that a rule rests on. Source: Google SecOps,
 * YARA-L 2.0 syntax, "Outcome section", "Outcome conditionals".
 */
export function readOutcomes(outcomes: readonly Expression[], lowering: Lowering): AskOutcome {
	const reader = new OutcomeReader(outcomes, lowering);
	let left = MOST_CONDITIONS;
	return (comparison, made) => {
		if (comparison.kind !== "comparison" || made.kind !== "predicate") return undefined;
		const { op, terms } = made.predicate;
		const asked = [comparison.left, comparison.right].find(({ kind }) => kind === "placeholder");
		const choices = asked && reader.read(asked);
		const ask = choices && askChoices(choices, (conditions) => (left -= conditions) >= 0);
		return ask?.(
			op,
			terms.map(({ value }) => value),
		);
	};
}

class OutcomeReader {
	private readonly lowering: Lowering;
	private readonly defined = new Map<string, Expression>();
	/** What each outcome says; undefined also while it is being read, since outcomes may lead in a circle. */
	private readonly known = new Map<string, Choices | undefined>();

	constructor(outcomes: readonly Expression[], lowering: Lowering) {
		// What is wrong in an outcome is no fault of what is detected.
		this.lowering = { ...lowering, tell: () => undefined };
		for (const outcome of outcomes)
			if (outcome.kind === "comparison" && outcome.left.kind === "placeholder")
				this.defined.set(outcome.left.name, outcome.right);
	}

	/** Reads a value; undefined where it depends on no condition that is understood. */
	read(value: Expression): Choices | undefined {
		switch (value.kind) {
			case "placeholder":
				return this.readOutcome(value.name);
			case "arithmetic":
				return this.isSum(value) ? addPoints(value.items, (item) => this.read(item)) : undefined;
			case "call":
				return this.readCall(value);
			case "comparison":
			case "logic":
			case "not": {
				const test = this.test(value);
				return test && truthOf(test);
			}
			default:
				return undefined;
		}
	}

	private readOutcome(name: string): Choices | undefined {
		const defined = this.defined.get(name);
		if (defined === undefined || this.known.has(name)) return this.known.get(name);
		this.known.set(name, undefined);
		const choices = this.read(defined);
		this.known.set(name, choices);
		return choices;
	}

	private readCall({ name, items }: Extract<Expression, { kind: "call" }>): Choices | undefined {
		const [first, given, other] = items;
		if (first === undefined) return undefined;
		if (PICKING.has(name)) return this.read(first);
		if (ADDING.has(name)) {
			const added = this.read(first);
			return added && countChoices(added, [0, false]);
		}
		if (name !== "if" || given === undefined) return undefined;
		const isNumber = given.kind !== "literal" || typeof given.value === "number";
		return readBranches(
			[first, given],
			(tested) => this.test(tested),
			(branch) => this.read(branch) ?? onlyValue(valueOf(branch)),
			() =>
				other === undefined
					? onlyValue(isNumber ? 0 : "")
					: (this.read(other) ?? onlyValue(valueOf(other))),
		);
	}

	/** A condition that is understood whole. */
	private test(value: Expression): Condition | undefined {
		const condition = lowerExpression(value, this.lowering, true);
		return listOpaque({ kind: "event", condition }).length === 0 ? condition : undefined;
	}

	private isSum({ items, start }: Extract<Expression, { kind: "arithmetic" }>): boolean {
		let from = start;
		return items.every((item) => {
			const sign = this.lowering.text.slice(from, item.start).replace(/\/\/[^\n]*|[\s()]/g, "");
			from = item.end;
			return sign === "" || sign === "+";
		});
	}
}

function valueOf(expression: Expression): PredicateValue | undefined {
	return expression.kind === "literal" ? expression.value : undefined;
}
