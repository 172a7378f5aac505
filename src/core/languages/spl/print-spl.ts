import type { Condition } from "../../model/detection";
import type { Predicate } from "../../model/predicate";
import { printSearchLeaf } from "./print-search";
import { printWhereLeaf } from "./print-where";

/** How one command writes conditions. */
interface Dialect {
	/** Writes a leaf, undefined where the command has no way to say it. */
	leaf(predicate: Predicate): string | undefined;
	readonly always: string;
	/** Which of two operators needs brackets under the other: in a search `OR` binds tighter, in an expression `AND`. */
	readonly tighter: "and" | "or";
}

const SEARCH: Dialect = { leaf: printSearchLeaf, always: "*", tighter: "or" };
const WHERE: Dialect = { leaf: printWhereLeaf, always: "true()", tighter: "and" };

/**
 * Prints a condition as SPL: as a search where that can say it, else as stages of `search` and `where` one after the other, a stage for
 * every run of parts that one command can say. `parseSpl` gives the condition again.
 *
 * What no command can say (an opaque leaf, a choice of several conditions) is printed as a comment.
 */
export function printCondition(condition: Condition): string {
	const parts = condition.kind === "and" && condition.name === null ? condition.parts : [condition];
	const stages: { dialect: Dialect; texts: string[] }[] = [];
	for (const part of parts) {
		const isAlone = parts.length === 1;
		const search = print(part, SEARCH, isAlone ? null : "and");
		const dialect = search === undefined ? WHERE : SEARCH;
		const text = search ?? print(part, WHERE, isAlone ? null : "and") ?? comment(part);
		const last = stages.at(-1);
		if (last?.dialect === dialect) last.texts.push(text);
		else stages.push({ dialect, texts: [text] });
	}
	return stages
		.map(({ dialect, texts }, index) => {
			if (dialect === WHERE) return `| where ${texts.join(" AND ")}`;
			return `${index === 0 ? "" : "| search "}${texts.join(" ")}`;
		})
		.join(" ");
}

function print(
	condition: Condition,
	dialect: Dialect,
	above: "and" | "or" | "not" | null,
): string | undefined {
	switch (condition.kind) {
		case "predicate":
			return dialect.leaf(condition.predicate) ?? embed(condition.predicate, dialect);
		case "always":
			return dialect.always;
		case "not": {
			const part = print(condition.part, dialect, "not");
			return part === undefined ? undefined : `NOT ${part}`;
		}
		case "and":
		case "or": {
			const texts: string[] = [];
			for (const part of condition.parts) {
				const text = print(part, dialect, condition.kind);
				if (text === undefined) return undefined;
				texts.push(text);
			}
			const joined = texts.join(condition.kind === "and" ? " AND " : " OR ");
			const isLoose = above !== null && (above === "not" || condition.kind !== dialect.tighter);
			return isLoose || above === condition.kind ? `(${joined})` : joined;
		}
		case "at-least":
		case "opaque":
			return undefined;
	}
}

/** A leaf that only a search can say, in an expression. */
function embed(predicate: Predicate, dialect: Dialect): string | undefined {
	if (dialect !== WHERE) return undefined;
	const search = printSearchLeaf(predicate);
	if (search === undefined) return undefined;
	return `searchmatch("${search.replace(/[\\"]/g, "\\$&")}")`;
}

function comment(condition: Condition): string {
	const text = condition.kind === "opaque" ? condition.text : condition.kind;
	return `\`\`\` not expressible: ${text.replaceAll("`", "'")} \`\`\``;
}
