import type { Detection, ParsedQuery, QueryContext } from "../../model/detection";
import { ALWAYS, opaque } from "../syntax/conditions";
import { TokenCursor } from "../syntax/token-cursor";
import { define } from "./kql-functions";
import { KqlReader } from "./kql-reader";
import { KqlScope } from "./kql-scope";
import { KqlSession } from "./kql-session";
import type { KqlStatement } from "./kql-tree";
import { KqlLowering } from "./lower-pipeline";
import { readExpression } from "./read-expression";
import { readInnerStages, readQuery } from "./read-pipeline";
import { readStatements } from "./read-statements";
import { scanKql } from "./scan-kql";

const GRAMMAR = { expression: readExpression, query: readQuery, stages: readInnerStages };

/**
 * Takes a query in Kusto's language apart: `let`s are resolved into the values and conditions that they stand for, each condition once;
 * several queries, and queries that others use as values, are parts of a join whose `how` is `statements` or `subquery`.
 *
 * Source: Kusto query language reference (learn.microsoft.com/kusto/query).
 */
export function parseKql(text: string, context: QueryContext): ParsedQuery {
	const cursor = new TokenCursor(text, scanKql(text));
	const statements = readStatements(new KqlReader(cursor, GRAMMAR));
	const session = new KqlSession(text, context, cursor.problems);
	const detection = lowerStatements(statements, session);
	return {
		detection,
		sources: session.sources,
		problems: [...session.problems].sort((one, other) => one.span.start - other.span.start),
		tokens: cursor.account,
	};
}

function lowerStatements(statements: readonly KqlStatement[], session: KqlSession): Detection {
	const aside: Detection[] = [];
	const lowering = new KqlLowering(session, (detection) => aside.push(detection));
	const scope = new KqlScope();
	const parts: Detection[] = [];
	for (const statement of statements) {
		define(statement, scope);
		if (statement.kind === "query") parts.push(lowering.lower(statement.pipeline, scope).settle());
		else if (statement.kind === "opaque") {
			const condition = opaque(session.textOf(statement), statement.reason, statement);
			parts.push({ kind: "event", condition });
		}
	}
	lowering.lowerRest(scope, aside);
	return joinParts("subquery", [joinParts("statements", parts), ...aside]);
}

function joinParts(how: string, parts: readonly Detection[]): Detection {
	const [first, ...others] = parts;
	if (first === undefined) return { kind: "event", condition: ALWAYS };
	return others.length === 0 ? first : { kind: "join", how, parts, on: [] };
}
