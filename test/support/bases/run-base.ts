import type { IndexedNote } from "../../../src/core/index/indexed-note";
import { parseYaml } from "../../../src/core/formats/yaml";
import { parseBaseExpression, type BaseExpression } from "./parse-expression";

/** A value as Bases have it; a note's links and dates are texts here. */
type Value = string | number | boolean | null | Date | readonly Value[] | IndexedNote;
type Names = ReadonlyMap<string, Value>;
type Fields = Readonly<Record<string, unknown>>;

/** Gives the notes that a base shows, by path; `now` is what its functions take for the present. Throws on what it does not know. */
export function runBase(text: string, notes: readonly IndexedNote[], now: Date): string[] {
	const parsed = parseYaml(text);
	if (!parsed.ok) throw new Error(parsed.failure.message);
	const { filters } = parsed.value as Fields;
	const expressions = new Map<string, BaseExpression>();
	const parse = (expression: string): BaseExpression => {
		const known = expressions.get(expression) ?? parseBaseExpression(expression);
		expressions.set(expression, known);
		return known;
	};
	return notes
		.filter((note) => isMet(filters, note, now, parse))
		.map((note) => note.path)
		.sort();
}

function isMet(
	filter: unknown,
	note: IndexedNote,
	now: Date,
	parse: (expression: string) => BaseExpression,
): boolean {
	if (typeof filter === "string") {
		return isTruthy(evaluate(parse(filter), { note, now, names: new Map() }));
	}
	const [[key, items] = ["", []]] = Object.entries(filter as Record<string, readonly unknown[]>);
	const met = items.map((item) => isMet(item, note, now, parse));
	if (key === "and") return met.every(Boolean);
	return key === "or" ? met.some(Boolean) : !met.some(Boolean);
}

interface Scope {
	readonly note: IndexedNote;
	readonly now: Date;
	readonly names: Names;
}

/** Lists count for true here even where they are empty, as in JavaScript: whoever relies on either has to ask. */
function isTruthy(value: Value): boolean {
	return Boolean(value);
}

function evaluate(node: BaseExpression, scope: Scope): Value {
	switch (node.type) {
		case "literal":
			return node.value;
		case "name":
			return scope.names.get(node.name) ?? property(scope.note, node.name);
		case "list":
			return node.items.map((item) => evaluate(item, scope));
		case "field":
			return field(node, scope);
		case "index":
			return property(scope.note, textOf(evaluate(node.index, scope)));
		case "unary": {
			const value = evaluate(node.of, scope);
			return node.operator === "!" ? !isTruthy(value) : -Number(value);
		}
		case "binary":
			return binary(node, scope);
		case "call":
			return call(node, scope);
		case "pattern":
			throw new Error("no patterns here");
	}
}

function property(note: IndexedNote, name: string): Value {
	return (note.record.properties[name] ?? null) as Value;
}

function field({ of, name }: BaseExpression & { readonly type: "field" }, scope: Scope): Value {
	const { path, tags, mtime, ctime, size } = scope.note.record;
	if (of.type === "name" && of.name === "note") return property(scope.note, name);
	if (of.type === "name" && of.name === "file") {
		const base = path.slice(path.lastIndexOf("/") + 1);
		const known: Readonly<Record<string, Value>> = {
			...{ path, name: base, ext: "md", tags, size, file: scope.note },
			...{
				basename: base.replace(/\.md$/, ""),
				folder: path.slice(0, Math.max(0, path.length - base.length - 1)),
			},
			...{ mtime: new Date(mtime), ctime: new Date(ctime) },
		};
		const value = known[name];
		if (value === undefined) throw new Error(`no file.${name} here`);
		return value;
	}
	const value = evaluate(of, scope);
	if (name === "length" && (typeof value === "string" || Array.isArray(value))) return value.length;
	throw new Error(`no field ${name} here`);
}

function binary(
	{ operator, left, right }: BaseExpression & { readonly type: "binary" },
	scope: Scope,
): Value {
	const first = evaluate(left, scope);
	if (operator === "&&") return isTruthy(first) ? evaluate(right, scope) : first;
	if (operator === "||") return isTruthy(first) ? first : evaluate(right, scope);
	const second = evaluate(right, scope);
	if (operator === "+" && typeof first === "string") return first + textOf(second);
	if (operator === "==" || operator === "!=") return isSame(first, second) === (operator === "==");
	if (first === null || second === null) return false;
	const [a, b] = [comparable(first), comparable(second)];
	if (operator === "<") return a < b;
	if (operator === "<=") return a <= b;
	if (operator === ">") return a > b;
	if (operator === ">=") return a >= b;
	throw new Error(`no ${operator} here`);
}

function textOf(value: Value): string {
	if (Array.isArray(value)) return (value as readonly Value[]).map(textOf).join(", ");
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isSame(a: Value, b: Value): boolean {
	if (Array.isArray(a) || Array.isArray(b)) return JSON.stringify(a) === JSON.stringify(b);
	if (a === null || b === null) return a === b;
	return comparable(a) === comparable(b);
}

function comparable(value: Value): string | number {
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	return typeof value === "number" ? value : textOf(value);
}

function call({ callee, args }: BaseExpression & { readonly type: "call" }, scope: Scope): Value {
	if (callee.type === "name") return callGlobal(callee.name, args, scope);
	if (callee.type !== "field") throw new Error("no such call here");
	if (callee.of.type === "name" && callee.of.name === "file") {
		return callFile(
			callee.name,
			args.map((arg) => textOf(evaluate(arg, scope))),
			scope.note,
		);
	}
	const value = evaluate(callee.of, scope);
	if (Array.isArray(value)) return callList(callee.name, value as readonly Value[], args, scope);
	return callText(
		callee.name,
		value,
		args.map((arg) => evaluate(arg, scope)),
	);
}

function callGlobal(name: string, args: readonly BaseExpression[], scope: Scope): Value {
	const [first, second, third] = args;
	const at = (arg: BaseExpression | undefined): Value => (arg ? evaluate(arg, scope) : null);
	if (name === "if") return isTruthy(at(first)) ? at(second) : at(third);
	if (name === "list") {
		const value = at(first);
		return Array.isArray(value) ? (value as readonly Value[]) : [value];
	}
	if (name === "now" || name === "today") return scope.now;
	if (name === "date") return new Date(textOf(at(first)));
	throw new Error(`no ${name}() here`);
}

function callFile(name: string, args: readonly string[], { record }: IndexedNote): Value {
	const [first = ""] = args;
	switch (name) {
		case "hasTag":
			return record.tags.some((tag) =>
				args.some((wanted) => `${tag}/`.toLowerCase().startsWith(`#${wanted}/`.toLowerCase())),
			);
		case "inFolder":
			return record.path.startsWith(`${first}/`);
		case "hasProperty":
			return Object.hasOwn(record.properties, first);
		default:
			throw new Error(`no file.${name}() here`);
	}
}

function callList(
	name: string,
	list: readonly Value[],
	args: readonly BaseExpression[],
	scope: Scope,
): Value {
	const [first] = args;
	const each = (value: Value): Value =>
		first
			? evaluate(first, { ...scope, names: new Map([...scope.names, ["value", value]]) })
			: null;
	switch (name) {
		case "filter":
			return list.filter((item) => isTruthy(each(item)));
		case "map":
			return list.map(each);
		case "isEmpty":
			return list.length === 0;
		case "contains":
			return list.some((item) => isSame(item, each(null)));
		case "join":
			return list.map(textOf).join(textOf(each(null)));
		case "toString":
			return list.map(textOf).join(", ");
		default:
			throw new Error(`no ${name}() of lists here`);
	}
}

function callText(name: string, value: Value, args: readonly Value[]): Value {
	if (value === null) throw new Error(`${name}() of nothing`);
	const text = textOf(value);
	const [first = "", second = ""] = args.map((arg) => textOf(arg));
	switch (name) {
		case "toString":
			return text;
		case "lower":
			return text.toLowerCase();
		case "contains":
			return text.includes(first);
		case "startsWith":
			return text.startsWith(first);
		case "endsWith":
			return text.endsWith(first);
		case "replace":
			return text.replaceAll(first, second);
		case "isEmpty":
			return text === "";
		default:
			throw new Error(`no ${name}() of texts here`);
	}
}
