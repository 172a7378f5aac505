import type { Condition } from "../../model/detection";
import type { Choices } from "../syntax/choices";
import { chooseOne } from "../syntax/choices";
import { aggregateChoices, readChoices } from "./choices";
import type { Assignment, Expression } from "./esql-tree";
import { isTest, lowerExpression } from "./lower-expression";
import type { Lowering } from "./make-predicate";

/** Notes a column of `eval`. One that is true or false, or has its values under conditions, keeps these, if they are understood. */
export function assignColumn({ name, value }: Assignment, lowering: Lowering): void {
	const { columns } = lowering;
	const test = isTest(value) ? lowerClear(value, lowering) : undefined;
	const choices = readChoices(value, (item) => lowerClear(item, lowering));
	if (test !== undefined) columns.define(name, test);
	else if (choices !== undefined) columns.choose(name, choices);
	else columns.assign(name, value);
}

/** A condition that is understood whole; undefined for any other. */
function lowerClear(value: Expression, lowering: Lowering): Condition | undefined {
	const unclear: string[] = [];
	const tell = (reason: string): void => {
		unclear.push(reason);
	};
	const test = lowerExpression(value, { ...lowering, tell });
	return unclear.length === 0 ? test : undefined;
}

/**
 * Notes a column of `stats`. What is counted under a condition, its own or that of its column, says of a group that something in it meets
 * that.
 */
export function aggregateColumn({ name, value, filter }: Assignment, lowering: Lowering): void {
	const { columns } = lowering;
	const [item] = value.kind === "call" ? value.items : [];
	const test = filter && lowerClear(filter, lowering);
	const choices = test === undefined ? item && choicesOf(item, lowering) : chooseOne(test, null);
	const counted =
		choices &&
		(test === undefined && value.kind === "call" ? aggregateChoices(value.name, choices) : choices);
	if (counted === undefined) columns.assign(name, value);
	else columns.choose(name, counted);
}

function choicesOf(item: Expression, lowering: Lowering): Choices | undefined {
	if (item.kind !== "column") return readChoices(item, (test) => lowerClear(test, lowering));
	const { choices, test, size = 0 } = lowering.columns.describe(item.name);
	if (!lowering.spend(size)) return undefined;
	return choices ?? (test && chooseOne(test, null));
}
