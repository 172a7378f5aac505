import type { Condition } from "../../model/detection";
import { ALWAYS, combine, negate } from "../syntax/conditions";
import type { EvalValue } from "./eval-values";

/** A `case` with more branches than this is kept as one expression. */
const MOST_BRANCHES = 60;

type Constant = Extract<EvalValue, { kind: "constant" }>["value"];

/** One result, and the condition that gives it where none before held; null for the one that is left. */
interface Branch {
	readonly test: EvalValue | null;
	readonly result: Constant;
}

/**
 * Gives the condition under which `if` or `case` has one of the results that `isChosen` accepts; undefined for other functions, and where
 * a result is no constant or the choice makes no difference. `truth` reads a test as a condition.
 */
export function lowerChoice(
	call: Extract<EvalValue, { kind: "call" }>,
	truth: (test: EvalValue) => Condition,
	isChosen: (result: Constant) => boolean,
): Condition | undefined {
	const branches = branchesOf(call.name, call.values);
	if (branches === undefined || !branches.some(({ result }) => isChosen(result))) return undefined;
	if (call.name === "if" && branches.every(({ result }) => isChosen(result))) return undefined;
	let chosen: Condition | undefined;
	for (const { test, result } of [...branches].reverse()) {
		const condition = test === null ? ALWAYS : truth(test);
		if (isChosen(result))
			chosen = chosen === undefined ? condition : combine("or", [condition, chosen]);
		else if (condition.kind === "always") chosen = undefined;
		else if (chosen !== undefined) chosen = combine("and", [negate(condition), chosen]);
	}
	return chosen;
}

function branchesOf(name: string, values: readonly EvalValue[]): readonly Branch[] | undefined {
	const isIf = name === "if" && values.length === 3;
	if (!isIf && (name !== "case" || values.length > 2 * MOST_BRANCHES)) return undefined;
	const branches: Branch[] = [];
	for (let at = 0; at < values.length; at += 2) {
		const isRest = isIf && at === 2;
		const [test, result] = isRest ? [null, values[at]] : [values[at], values[at + 1]];
		if (test === undefined || result?.kind !== "constant") return undefined;
		branches.push({ test, result: result.value });
	}
	return branches;
}
