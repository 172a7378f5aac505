import { join } from "node:path";
import { expect, test } from "vitest";
import { readWholeDate } from "../../../src/core/index/literals/date-literal";
import { readWholeDuration } from "../../../src/core/index/literals/duration-literal";
import {
	readBoolean,
	readInlineValue,
	readNumber,
	readQuoted,
} from "../../../src/core/index/literals/inline-value";
import { readLink } from "../../../src/core/index/literals/link-literal";
import { endOfName, endOfTag } from "../../../src/core/index/literals/names";
import { createZoneTable } from "../../../src/core/index/literals/zones";
import type { Value } from "../../../src/core/model/value";
import { encodeValue, type Json } from "../../../src/core/query/encode-value";
import { Cursor } from "../../../src/core/query/parse/cursor";
import { parseExpression } from "../../../src/core/query/parse/parse-expression";
import { parseNamed, parseQuery, parseSortKey } from "../../../src/core/query/parse/parse-query";
import { parseSource } from "../../../src/core/query/parse/parse-source";
import { describeCorpora } from "../../support/corpora";
import { expressionTree, queryTree, sourceTree } from "./support/dataview-tree";
import { evaluateCase } from "./support/evaluate-case";
import { readCases, sameJson, type LanguageCase } from "./support/recorded-cases";

const READING = { zones: createZoneTable(), zone: "UTC" };

/** What a rule makes of a text: undefined where it does not take all of it. */
type Rule = (text: string) => Json | undefined;

function whole(text: string, found: { value: Value; end: number } | undefined): Json | undefined {
	return found?.end === text.length ? encodeValue(found.value) : undefined;
}

function parsed<T>(parse: (cursor: Cursor) => T | undefined, tree: (found: T) => Json): Rule {
	return (text) => {
		const cursor = new Cursor(text);
		const found = parse(cursor);
		return found !== undefined && cursor.isAtEnd ? tree(found) : undefined;
	};
}

function encoded(value: Value | undefined): Json | undefined {
	return value === undefined ? undefined : encodeValue(value);
}

const RULES: Readonly<Record<string, Rule>> = {
	"EXPRESSION.number": (text) => whole(text, readNumber(text, 0)),
	"EXPRESSION.string": (text) => whole(text, readQuoted(text, 0)),
	"EXPRESSION.bool": (text) => whole(text, readBoolean(text, 0)),
	"EXPRESSION.tag": (text) => (endOfTag(text, 0) === text.length ? text : undefined),
	"EXPRESSION.identifier": (text) => (endOfName(text, 0) === text.length ? text : undefined),
	"EXPRESSION.date": (text) => encoded(readWholeDate(text, READING)),
	"EXPRESSION.duration": (text) => encoded(readWholeDuration(text)),
	"EXPRESSION.link": (text) => whole(text, readLink(text, 0, false)),
	"EXPRESSION.inlineField": (text) => whole(text, readInlineValue(text, READING)),
	"EXPRESSION.field": parsed(parseExpression, expressionTree),
	"EXPRESSION.binaryOpField": parsed(parseExpression, expressionTree),
	"EXPRESSION.source": parsed(parseSource, sourceTree),
	"QUERY_LANGUAGE.namedField": parsed(parseNamed, ({ name, expression }) => ({
		name,
		field: expressionTree(expression),
	})),
	"QUERY_LANGUAGE.sortField": parsed(parseSortKey, ({ expression, direction }) => ({
		field: expressionTree(expression),
		direction,
	})),
	"QUERY_LANGUAGE.queryType": (text) => {
		const query = parseQuery(text);
		return query.ok ? query.query.header.type : undefined;
	},
	"QUERY_LANGUAGE.comment": (text) => {
		const query = parseQuery(`LIST\n${text}\n`);
		return query.ok && text.startsWith("//") ? text.slice(2).trim() : undefined;
	},
};

function answerOf({ kind, rule, input, variables, pages }: LanguageCase): Json | undefined {
	if (kind === "eval") return evaluateCase(input, variables ?? {}, pages ?? {});
	if (kind === "parse") return RULES[rule ?? ""]?.(input);
	const query = parseQuery(input);
	return query.ok ? queryTree(query.query) : undefined;
}

/** Dataview's own settings are part of its query trees; its durations say every unit, some of them zero. */
function comparable(value: Json | undefined): Json {
	if (value === undefined || value === null || typeof value !== "object") return value ?? null;
	if (Array.isArray(value)) return value.map((item: Json) => comparable(item));
	const entries = Object.entries(value as Readonly<Record<string, Json>>)
		.filter(([key, item]) => key !== "settings" && !("$duration" in value && item === 0))
		.map(([key, item]) => [key, key === "$duration" ? withoutZeros(item) : comparable(item)]);
	return Object.fromEntries(entries) as Json;
}

function withoutZeros(units: Json): Json {
	const entries = Object.entries(units as Readonly<Record<string, Json>>);
	return Object.fromEntries(entries.filter(([, count]) => count !== 0));
}

describeCorpora(
	"the language as Dataview reads it",
	(folder) => {
		test("is the same, case by case", () => {
			const cases = readCases<LanguageCase>(join(folder, "language.json"));
			const differences: string[] = [];
			const counts = new Map<string, { all: number; same: number }>();
			for (const recorded of cases) {
				const count = counts.get(recorded.kind) ?? { all: 0, same: 0 };
				counts.set(recorded.kind, count);
				count.all++;
				const answer = answerOf(recorded);
				const isSame = recorded.ok
					? answer !== undefined && sameJson(comparable(answer), comparable(recorded.expected))
					: answer === undefined;
				if (isSame) count.same++;
				else differences.push(`${recorded.id} ${recorded.input}: ${JSON.stringify(answer)}`);
			}
			for (const [kind, { all, same }] of counts)
				console.log(`${kind}: ${same} of ${all} as recorded`);
			expect(differences).toEqual([]);
		});
	},
	"dql",
);
