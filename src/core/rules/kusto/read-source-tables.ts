import type { QueryToken } from "../query-token";

/** Words that stand where a table could, and are none. */
const NO_TABLES: ReadonlySet<string> = new Set(
	(
		"let set declare print range datatable externaldata search find evaluate materialize toscalar union view invoke arg adx app " +
		"workspace cluster database resource table stored_query_result external_table inline kind withsource isfuzzy as"
	).split(" "),
);

const WRAPPERS: ReadonlySet<string> = new Set(["materialize", "toscalar", "view"]);

/**
 * Gives the tables that a KQL query, as its tokens, starts from, in order: that of its last statement, of a `union` there, and those that the
 * `let` names lead to. Tables that only `join`, `lookup` or a subquery read are not among them.
 */
export function readSourceTables(query: readonly QueryToken[]): readonly string[] {
	const statements = splitStatements(query.filter((token) => token.kind !== "comment"));
	const bound = new Map<string, readonly QueryToken[]>();
	let last: readonly QueryToken[] | undefined;
	for (const statement of statements) {
		const [first, name, equals] = statement;
		if (first?.text !== "let") last = first?.text === "set" ? last : statement;
		else if (name !== undefined && equals?.text === "=") bound.set(name.text, statement.slice(3));
	}
	const found = new Set<string>();
	const seen = new Set<string>();
	const follow = (tokens: readonly QueryToken[]): void => {
		for (const name of readHeads(tokens)) {
			const value = bound.get(name);
			if (value === undefined) found.add(name);
			else if (!seen.has(name)) {
				seen.add(name);
				follow(value);
			}
		}
	};
	if (last !== undefined) follow(last);
	return [...found];
}

function splitStatements(tokens: readonly QueryToken[]): readonly (readonly QueryToken[])[] {
	const statements: QueryToken[][] = [[]];
	for (const token of tokens) {
		if (token.text === ";" && token.depth === 0) statements.push([]);
		else statements.at(-1)?.push(token);
	}
	return statements.filter((statement) => statement.length > 0);
}

/** The names that a tabular expression begins with: one, or those of a `union`. */
function readHeads(tokens: readonly QueryToken[]): readonly string[] {
	let at = 0;
	while (isOpening(tokens[at])) at++;
	const first = tokens[at];
	if (first?.kind !== "word") return [];
	if (first.text === "union") return readUnion(tokens, at + 1);
	const next = tokens[at + 1];
	if (NO_TABLES.has(first.text) || next?.text === "(" || next?.text === "=") return [];
	return [first.text];
}

/** An opening bracket, or a word that only wraps a tabular expression. */
function isOpening(token: QueryToken | undefined): boolean {
	if (token === undefined) return false;
	if (token.kind === "word") return WRAPPERS.has(token.text);
	return token.text === "(" || token.text === "{";
}

function readUnion(tokens: readonly QueryToken[], from: number): readonly string[] {
	const names: string[] = [];
	const depth = tokens[from - 1]?.depth ?? 0;
	let head = true;
	for (let at = from; at < tokens.length; at++) {
		const token = tokens[at];
		if (token === undefined || token.depth < depth) break;
		if (token.text === "|" && token.depth === depth) break;
		if (token.text === "," && token.depth === depth) head = true;
		else if (head && token.kind === "word" && tokens[at + 1]?.text === "=") at += 2;
		else if (head && token.kind === "word") {
			const next = tokens[at + 1]?.text;
			if (next !== "(" && next !== "*" && !NO_TABLES.has(token.text)) names.push(token.text);
			head = WRAPPERS.has(token.text);
		} else if (token.text !== "(") head = false;
	}
	return names;
}
