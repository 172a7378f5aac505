/** An expression of Bases (Obsidian's help, "Bases syntax", "Operators" and "Types"). */
export type BaseExpression =
	| { readonly type: "literal"; readonly value: string | number | boolean | null }
	| { readonly type: "pattern"; readonly source: string }
	| { readonly type: "name"; readonly name: string }
	| { readonly type: "list"; readonly items: readonly BaseExpression[] }
	| { readonly type: "field"; readonly of: BaseExpression; readonly name: string }
	| { readonly type: "index"; readonly of: BaseExpression; readonly index: BaseExpression }
	| {
			readonly type: "call";
			readonly callee: BaseExpression;
			readonly args: readonly BaseExpression[];
	  }
	| { readonly type: "unary"; readonly operator: "!" | "-"; readonly of: BaseExpression }
	| {
			readonly type: "binary";
			readonly operator: string;
			readonly left: BaseExpression;
			readonly right: BaseExpression;
	  };

const TOKEN =
	/\s*(?:(\d+(?:\.\d+)?)|("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([A-Za-z_]\w*)|(==|!=|>=|<=|&&|\|\||[-+*/%<>!().,[\]]))/y;
const LEVELS = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

/** Reads an expression from end to end; throws where it is none, with the place. */
export function parseBaseExpression(text: string): BaseExpression {
	let at = 0;
	const next = (): string | undefined => {
		TOKEN.lastIndex = at;
		const match = TOKEN.exec(text);
		return match === null ? undefined : match[0].trim();
	};
	const take = (wanted?: string): string | undefined => {
		const token = next();
		if (token === undefined || (wanted !== undefined && token !== wanted)) return undefined;
		at = TOKEN.lastIndex;
		return token;
	};
	const fail = (what: string): never => {
		throw new Error(`${what} expected at ${at} in ${text}`);
	};
	const parseItems = (end: string): BaseExpression[] => {
		const items: BaseExpression[] = [];
		if (take(end) !== undefined) return items;
		do items.push(parseLevel(0));
		while (take(",") !== undefined);
		return take(end) === undefined ? fail(end) : items;
	};
	const parseLevel = (level: number): BaseExpression => {
		const operators = LEVELS[level];
		if (operators === undefined) return parseUnary();
		let left = parseLevel(level + 1);
		for (let token = next(); token !== undefined && operators.includes(token); token = next()) {
			take();
			left = { type: "binary", operator: token, left, right: parseLevel(level + 1) };
		}
		return left;
	};
	const parseUnary = (): BaseExpression => {
		const token = next();
		if (token !== "!" && token !== "-") return parsePostfix();
		take();
		return { type: "unary", operator: token, of: parseUnary() };
	};
	const parsePostfix = (): BaseExpression => {
		let result = parseAtom();
		for (;;) {
			if (take(".") !== undefined) {
				const name = take() ?? "";
				if (!/^[A-Za-z_]/.test(name)) fail("a name");
				result = { type: "field", of: result, name };
			} else if (take("(") !== undefined) {
				result = { type: "call", callee: result, args: parseItems(")") };
			} else if (take("[") !== undefined) {
				result = { type: "index", of: result, index: parseLevel(0) };
				if (take("]") === undefined) fail("]");
			} else return result;
		}
	};
	const parseAtom = (): BaseExpression => {
		const pattern = /\s*\/((?:[^/\\]|\\.)+)\/[a-z]*/y;
		pattern.lastIndex = at;
		const match = pattern.exec(text);
		if (match !== null) {
			at = pattern.lastIndex;
			return { type: "pattern", source: match[1] ?? "" };
		}
		const token = take() ?? fail("a value");
		if (token === "(") {
			const inner = parseLevel(0);
			return take(")") === undefined ? fail(")") : inner;
		}
		if (token === "[") return { type: "list", items: parseItems("]") };
		if (/^["']/.test(token)) {
			const value = token.slice(1, -1).replace(/\\n/g, "\n").replace(/\\(.)/g, "$1");
			return { type: "literal", value };
		}
		if (/^\d/.test(token)) return { type: "literal", value: Number(token) };
		if (token === "true" || token === "false") return { type: "literal", value: token === "true" };
		if (token === "null") return { type: "literal", value: null };
		return /^[A-Za-z_]/.test(token) ? { type: "name", name: token } : fail("a value");
	};
	const result = parseLevel(0);
	return text.slice(at).trim() === "" ? result : fail("the end");
}
