import type { Condition } from "../../model/detection";
import type { PredicateValue } from "../../model/predicate";
import { listOpaque } from "../list-predicates";
import type { Choices } from "../syntax/choices";
import {
	addPoints,
	chooseOne,
	countChoices,
	onlyValue,
	readBranches,
	truthOf,
} from "../syntax/choices";
import type { EvalValue } from "./eval-values";
import type { FieldScope } from "./field-scope";

/** Reads a value as a condition; undefined where it is none by its form. */
type ReadTest = (value: EvalValue) => Condition | undefined;

/** Aggregates, by the values that they do not count or that add nothing to them. */
const COUNTING: ReadonlyMap<string, readonly PredicateValue[]> = new Map<
	string,
	readonly PredicateValue[]
>([
	...["count", "c", "dc", "distinct_count", "estdc"].map((name) => [name, [null, false]] as const),
	...["sum", "avg", "mean", "sumsq"].map((name) => [name, [null, 0, false]] as const),
]);

/** Aggregates that give a value of some event, or the values of all. */
const PICKING: ReadonlySet<string> = new Set(
	"max min first last earliest latest mode values list".split(" "),
);

/** Functions that give the same value in another type or spelling. */
const KEEPING: ReadonlySet<string> = new Set(
	"lower upper tostring tonumber trim mvdedup exact".split(" "),
);

/** Points that are given more often count as ones that are not known. */
const MOST_BEFORE = 20;

/** Reads values that depend on conditions. */
export class ChoiceReader {
	private readonly fields: FieldScope;
	private readonly lower: ReadTest;

	constructor(fields: FieldScope, lower: ReadTest) {
		this.fields = fields;
		this.lower = lower;
	}

	/** Reads a value; undefined where it depends on no condition, and where conditions are not understood whole. */
	read(value: EvalValue): Choices | undefined {
		switch (value.kind) {
			case "field":
				return this.fields.describe(value.name).choices;
			case "call": {
				if (isChoosing(value)) return this.readChoice(value.name, value.values);
				const [first] = value.values;
				if (first !== undefined && value.name === "mvfilter") return this.readFilter(first);
				return first !== undefined && KEEPING.has(value.name)
					? this.read(first)
					: this.readTruth(value);
			}
			case "condition":
				return this.readTruth(value);
			case "computed":
				return value.addends && addPoints(value.addends, (addend) => this.read(addend));
			case "constant":
				return undefined;
		}
	}

	/** Reads what an aggregate over a value says of the conditions that its events meet. */
	readAggregate(name: string, choices: Choices | undefined): Choices | undefined {
		if (choices === undefined || PICKING.has(name)) return choices;
		const nothing = COUNTING.get(name);
		return nothing && countChoices(choices, nothing);
	}

	/** `if(a, 1, 2)`, `case(a, 1, b, 2)`. */
	private readChoice(name: string, values: readonly EvalValue[]): Choices | undefined {
		const last = name === "if" ? values[2] : undefined;
		if (name === "if" && last === undefined) return undefined;
		const give = (given: EvalValue): Choices | undefined => this.readGiven(given);
		const rest = (): Choices | undefined => (last === undefined ? onlyValue(null) : give(last));
		return readBranches(values, (tested) => this.clear(tested), give, rest);
	}

	/** Points go on from what they were: `score = if(a, score + 1, score)`. */
	private readGiven(value: EvalValue): Choices | undefined {
		if (isChoosing(value)) return this.read(value);
		const known = value.kind === "field" ? this.fields.describe(value.name).choices : undefined;
		const isScore = known?.otherwise === 0 && known.choices.length <= MOST_BEFORE;
		return isScore ? known : onlyValue(valueOf(value));
	}

	/** Values that meet a condition are some where one does. */
	private readFilter(value: EvalValue): Choices | undefined {
		const test = this.clear(value);
		return test && chooseOne(test, null);
	}

	private readTruth(value: EvalValue): Choices | undefined {
		const test = this.clear(value);
		return test && truthOf(test);
	}

	/** A condition that is understood whole; undefined for any other value. */
	private clear(value: EvalValue): Condition | undefined {
		const condition = this.lower(value);
		if (condition === undefined) return undefined;
		return listOpaque({ kind: "event", condition }).length === 0 ? condition : undefined;
	}
}

/** Whether a value is one of several, by conditions. */
export function isChoosing(value: EvalValue): boolean {
	return value.kind === "call" && (value.name === "if" || value.name === "case");
}

function valueOf(value: EvalValue): PredicateValue | undefined {
	return value.kind === "constant" ? value.value : undefined;
}
