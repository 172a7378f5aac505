import type { Condition } from "../../model/detection";
import { combine } from "../syntax/conditions";
import type { TokenCursor } from "../syntax/token-cursor";
import { parseNames, refuse } from "./parse-names";
import type { SigmaToken } from "./scan-sigma";
import type { Selections } from "./selections";

const TOO_OFTEN = "the condition repeats its selections too often";

/**
 * Parses a Sigma condition up to a pipe or its end (Sigma rules specification 2.1, "Condition").
 *
 * Names and quantifiers (`1 of selection_*`, `all of them`, `2 of …`) are replaced by the selections they mean. Reported: a name that
 * is none, with the one nearest to it, and what does not follow the grammar; both are kept as opaque leaves.
 */
export function parseCondition(cursor: TokenCursor<SigmaToken>, selections: Selections): Condition {
	return parseNames(cursor, "selection", (at, name) => {
		if (at.isWord("of", 1) && at.peek(2)?.kind === "word")
			return parseQuantifier(at, selections, name.text);
		const condition = selections.resolve(name.text);
		if (condition === undefined) return refuse(at, 1, explainName(name.text, selections));
		at.take();
		return condition;
	});
}

function explainName(name: string, selections: Selections): string {
	if (selections.names.includes(name)) return TOO_OFTEN;
	const nearest = selections.nearest(name);
	const hint = nearest === undefined ? "" : `; did you mean \u201C${nearest}\u201D?`;
	return `there is no selection \u201C${name}\u201D${hint}`;
}

function parseQuantifier(
	cursor: TokenCursor<SigmaToken>,
	selections: Selections,
	quantifier: string,
): Condition {
	const count = readCount(quantifier);
	if (count === undefined)
		return refuse(cursor, 3, `\u201C${quantifier} of\u201D is no quantifier`);
	const pattern = cursor.peek(2)?.text ?? "";
	const names = selections.matching(pattern);
	if (names === undefined) return refuse(cursor, 3, TOO_OFTEN);
	if (names.length === 0) return refuse(cursor, 3, `no selection is called \u201C${pattern}\u201D`);
	const parts: Condition[] = [];
	for (const name of names) {
		const part = selections.resolve(name);
		if (part === undefined) return refuse(cursor, 3, TOO_OFTEN);
		parts.push(part);
	}
	for (let taken = 0; taken < 3; taken++) cursor.take();
	if (count === "all") return combine("and", parts);
	return count === 1 ? combine("or", parts) : { kind: "at-least", count, parts };
}

function readCount(word: string): number | "all" | undefined {
	const lower = word.toLowerCase();
	if (lower === "all") return "all";
	if (lower === "any") return 1;
	return /^[1-9]\d{0,5}$/.test(word) ? Number(word) : undefined;
}
