import type { Condition } from "../../model/detection";
import type { Choices } from "../syntax/choices";
import { countConditions } from "../syntax/choices";
import type { Expression } from "./esql-tree";
import { isCast } from "./subject";

/** What a column is: a field of the events, perhaps under another name, or what the query computed. */
interface Column {
	readonly isComputed: boolean;
	/** Whether its letters are all of one case. */
	readonly isFolded: boolean;
	/** What a column that is true or false says. */
	readonly test?: Condition;
	/** What a column has under conditions. */
	readonly choices?: Choices;
	/** Number of conditions in either. */
	readonly size?: number;
	/** The field that a column is under another name. */
	readonly field?: string;
}

const FIELD: Column = { isComputed: false, isFolded: false };
const COMPUTED: Column = { isComputed: true, isFolded: false };
const MOST_PREFIXES = 20;

/** What the columns of a pipeline are at one place of it: fields of events unless the query made them. */
export class Columns {
	private readonly made = new Map<string, Column>();
	/** What computed columns begin with whose names the query does not say. */
	private readonly prefixes: string[] = [];

	/** Notes a column that a command computes; a plain copy of a field stays that field. */
	assign(name: string, value: Expression): void {
		this.made.set(name, this.look(value));
	}

	/** Notes a column that is true or false, and the condition behind it. */
	define(name: string, test: Condition): void {
		this.made.set(name, { ...COMPUTED, test, size: countConditions(test) });
	}

	/** Notes a column that has its values under conditions. */
	choose(name: string, choices: Choices): void {
		const size = choices.choices.reduce((sum, { test }) => sum + countConditions(test), 0);
		this.made.set(name, { ...COMPUTED, choices, size });
	}

	/** Notes columns that a command fills in: captured parts, model answers; `parts.*` stands for all that begin so. */
	compute(names: readonly string[]): void {
		for (const name of names) {
			if (!name.endsWith("*")) this.made.set(name, COMPUTED);
			else if (this.prefixes.length < MOST_PREFIXES) this.prefixes.push(name.slice(0, -1));
		}
	}

	/** What is known of a column. */
	describe(name: string): Column {
		const made = this.made.get(name);
		if (made !== undefined) return made;
		return this.prefixes.some((prefix) => name.startsWith(prefix)) ? COMPUTED : FIELD;
	}

	private look(value: Expression): Column {
		if (value.kind === "column") {
			const known = this.describe(value.name);
			return known.isComputed ? known : { field: value.name, ...known };
		}
		if (value.kind !== "call" || value.items.length !== 1) return COMPUTED;
		const [item] = value.items;
		if (item === undefined || item.kind === "literal") return COMPUTED;
		const { isComputed, isFolded, field } = this.look(item);
		const isFolding = FOLDING.test(value.name);
		if (!isFolding && !isCast(value.name) && !CARRYING.test(value.name)) return COMPUTED;
		const same = { isComputed, isFolded: isFolded || isFolding };
		return field === undefined ? same : { ...same, field };
	}
}

const FOLDING = /^to_(?:lower|upper)$/;
/** Functions that carry a field's values through a grouping. */
const CARRYING = /^(?:values|first|last|mv_first|mv_last|mv_dedupe)$/;
