import type { QueryToken } from "../query-token";

/** Operators that follow a pipe in KQL and in no other language met in rule files. */
const OWN_OPERATORS: ReadonlySet<string> = new Set(
	(
		"extend project project-away project-keep project-rename project-reorder summarize mv-expand mvexpand mv-apply make-series " +
		"evaluate invoke render parse-where parse-kv getschema distinct as lookup order parse serialize sample-distinct consume"
	).split(" "),
);

/** Operators that KQL shares with shells, PowerShell, SPL or ES|QL. */
const SHARED_OPERATORS: ReadonlySet<string> = new Set(
	"where join union take limit top sort count search sample reduce scan".split(" "),
);

/** Operators after a pipe that show another language. */
const FOREIGN_OPERATORS: ReadonlySet<string> = new Set(
	(
		"stats eval table rex tstats keep drop rename dissect grok fields spath eventstats bucket grep awk sed xargs head tail " +
		"select select-object where-object foreach foreach-object sort-object out-file convertto-json iex tee cut uniq jq base64 bash sh"
	).split(" "),
);

/** Statements that begin a KQL query and say enough alone. */
const OWN_STARTS: ReadonlySet<string> = new Set(["externaldata", "datatable", "materialize"]);

/** What a text is as KQL: a query, a piece of one (`| where …`, only `let …;`), or something else. */
export type KqlShape = "query" | "snippet" | "other";

/**
 * Tells whether a text is a KQL query by its first word and the operators after its pipes.
 *
 * `named` says that the text is known to be KQL (its fence or its extension names the language); then a lone table name is a
 * query too. Comments alone are no KQL. `all` are the text's tokens.
 */
export function recogniseKql(all: readonly QueryToken[], named: boolean): KqlShape {
	const tokens = all.filter((token) => token.kind !== "comment");
	const [first] = tokens;
	if (first === undefined) return "other";
	let own = 0;
	let shared = 0;
	let foreign = 0;
	let statement = true;
	let tabular = false;
	let declared = false;
	let index = -1;
	for (const token of tokens) {
		index++;
		if (statement) {
			statement = false;
			const next = tokens[index + 2]?.text;
			if (token.text === "let" && (next === "=" || next === "(")) declared = true;
			else if (token.text !== "set" && token.text !== "declare") tabular = true;
			if (OWN_STARTS.has(token.text) || isPrint(tokens, index)) own++;
		}
		if (token.text === ";" && token.depth === 0) statement = true;
		if (token.text !== "|") continue;
		const operator = tokens[index + 1]?.text ?? "";
		if (OWN_OPERATORS.has(operator)) own++;
		else if (SHARED_OPERATORS.has(operator)) shared++;
		else if (FOREIGN_OPERATORS.has(operator.toLowerCase())) foreign++;
	}
	const isKql = named || isLikelyKql(tokens, { own, shared, foreign, declared });
	if (!isKql) return "other";
	return tabular && first.text !== "|" ? "query" : "snippet";
}

/** `print a = 1`, `print f(x)`, `print "a"`; prose goes on with a word. */
function isPrint(tokens: readonly QueryToken[], at: number): boolean {
	const next = tokens[at + 1];
	if (tokens[at]?.text !== "print" || next === undefined) return false;
	const behind = tokens[at + 2]?.text;
	return next.kind === "string" || behind === "=" || behind === "(";
}

interface KqlEvidence {
	readonly own: number;
	readonly shared: number;
	readonly foreign: number;
	/** Whether a statement is a `let`. */
	readonly declared: boolean;
}

function isLikelyKql(tokens: readonly QueryToken[], evidence: KqlEvidence): boolean {
	const { own, shared, foreign, declared } = evidence;
	const start = tokens[0]?.text ?? "";
	if (foreign > own + shared) return false;
	// `Get-Process | where …` is PowerShell, `from logs | where …` is ES|QL.
	if (/^[A-Z][a-z]+-[A-Z]/.test(start) || /^from$/i.test(start)) return false;
	if (own > 0 || declared) return true;
	return shared > 0 && startsFromSource(tokens);
}

/** Whether a table, a call or a tabular operator stands before the first pipe, rather than prose or a command. */
function startsFromSource(tokens: readonly QueryToken[]): boolean {
	const [first, second] = tokens;
	if (first === undefined || second === undefined) return false;
	if (first.text === "|" || first.text === "(" || first.text === "[") return true;
	if (first.kind !== "word" || first.text.startsWith("$")) return false;
	if (["union", "search", "find", "print"].includes(first.text)) return true;
	return second.text === "|" || second.text === "(" || second.text === ";";
}
