import { parseBaseExpression, type BaseExpression } from "./parse-expression";
import {
	FIELDS,
	FILE_PROPERTIES,
	GLOBAL_FUNCTIONS,
	LOOP_NAMES,
	METHODS,
	SUMMARIES,
	VIEW_TYPES,
} from "./names";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Gives the faults of a base that was parsed as YAML, against Obsidian 1.13's help: keys, filters, expressions, functions, formulas, and
 * `isProperty` tells whether notes have a property of that name.
 */
export function checkBase(base: unknown, isProperty: (name: string) => boolean): string[] {
	const faults: string[] = [];
	const fields = asFields(base, "the base", faults);
	checkKeys(
		fields,
		["filters", "formulas", "properties", "summaries", "views"],
		"the base",
		faults,
	);
	const formulas = asFields(fields["formulas"] ?? {}, "formulas", faults);
	const scope: Scope = { isProperty, formulas: new Set(Object.keys(formulas)), faults };
	for (const text of Object.values(formulas)) checkExpression(text, scope);
	if (fields["filters"] !== undefined) checkFilter(fields["filters"], scope);
	for (const [name, value] of Object.entries(
		asFields(fields["properties"] ?? {}, "properties", faults),
	)) {
		checkProperty(name, scope);
		checkKeys(asFields(value, name, faults), ["displayName"], name, faults);
	}
	const views = fields["views"];
	if (!Array.isArray(views) || views.length === 0) faults.push("there is no view");
	else for (const view of views as readonly unknown[]) checkView(view, scope);
	return faults;
}

interface Scope {
	readonly isProperty: (name: string) => boolean;
	readonly formulas: ReadonlySet<string>;
	readonly faults: string[];
}

function asFields(value: unknown, name: string, faults: string[]): Fields {
	if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Fields;
	faults.push(`${name} is no object`);
	return {};
}

function checkKeys(fields: Fields, known: readonly string[], name: string, faults: string[]): void {
	for (const key of Object.keys(fields)) {
		if (!known.includes(key)) faults.push(`${name} has ${key}`);
	}
}

function checkView(view: unknown, scope: Scope): void {
	const { faults } = scope;
	const fields = asFields(view, "a view", faults);
	const name = String(fields["name"]);
	const known = ["type", "name", "filters", "groupBy", "order", "sort", "limit", "summaries"];
	checkKeys(fields, known, name, faults);
	if (!VIEW_TYPES.has(String(fields["type"]))) faults.push(`${name} is of no known type`);
	if (typeof fields["name"] !== "string") faults.push("a view has no name");
	if (fields["filters"] !== undefined) checkFilter(fields["filters"], scope);
	const order = (fields["order"] ?? []) as readonly string[];
	for (const property of order) checkProperty(property, scope);
	if (new Set(order).size < order.length) faults.push(`${name} shows a property twice`);
	const group =
		fields["groupBy"] === undefined ? undefined : asFields(fields["groupBy"], name, faults);
	const keys = [
		...((fields["sort"] ?? []) as readonly Fields[]),
		...(group === undefined ? [] : [group]),
	];
	for (const { property, direction, ...more } of keys) {
		checkProperty(String(property), scope);
		if (direction !== "ASC" && direction !== "DESC") faults.push(`${name} has no direction`);
		checkKeys(more, [], name, faults);
	}
	if (group !== undefined && order.includes(String(group["property"]))) {
		faults.push(`${name} repeats what it is grouped by`);
	}
	for (const [property, summary] of Object.entries((fields["summaries"] ?? {}) as Fields)) {
		if (!order.includes(property))
			faults.push(`${name} sums up ${property}, which it does not show`);
		if (!SUMMARIES.has(String(summary))) faults.push(`there is no summary ${String(summary)}`);
	}
}

function checkFilter(filter: unknown, scope: Scope): void {
	if (typeof filter === "string") {
		checkExpression(filter, scope);
		return;
	}
	const fields = asFields(filter, "a filter", scope.faults);
	const keys = Object.keys(fields);
	const [key = ""] = keys;
	if (keys.length !== 1 || !["and", "or", "not"].includes(key)) {
		scope.faults.push(`a filter has the keys ${keys.join(", ")}`);
		return;
	}
	const items = fields[key];
	if (!Array.isArray(items) || items.length === 0) scope.faults.push(`${key} has no list`);
	else for (const item of items as readonly unknown[]) checkFilter(item, scope);
}

function checkProperty(id: string, { isProperty, formulas, faults }: Scope): void {
	const [kind, name = ""] = id.split(/\.(.*)/s);
	const isKnown =
		kind === "file"
			? FILE_PROPERTIES.has(name)
			: kind === "formula"
				? formulas.has(name)
				: isProperty(kind === "note" ? name : id);
	if (!isKnown) faults.push(`there is no property ${id}`);
}

function checkExpression(text: unknown, scope: Scope): void {
	if (typeof text !== "string") {
		scope.faults.push(`${JSON.stringify(text)} is no expression`);
		return;
	}
	try {
		checkNode(parseBaseExpression(text), scope);
	} catch (error) {
		scope.faults.push(String(error));
	}
}

function checkNode(node: BaseExpression, scope: Scope): void {
	switch (node.type) {
		case "literal":
		case "pattern":
			return;
		case "name":
			if (!LOOP_NAMES.has(node.name)) checkProperty(node.name, scope);
			return;
		case "list":
			for (const item of node.items) checkNode(item, scope);
			return;
		case "field":
			checkField(node, scope);
			return;
		case "index":
			checkIndex(node, scope);
			return;
		case "call":
			checkCallee(node.callee, scope);
			for (const arg of node.args) checkNode(arg, scope);
			return;
		case "unary":
			checkNode(node.of, scope);
			return;
		case "binary":
			checkNode(node.left, scope);
			checkNode(node.right, scope);
	}
}

function checkIndex(node: BaseExpression & { readonly type: "index" }, scope: Scope): void {
	const { of, index } = node;
	if (of.type === "name" && of.name === "note" && index.type === "literal") {
		checkProperty(`note.${String(index.value)}`, scope);
		return;
	}
	checkNode(of, scope);
	checkNode(index, scope);
}

function checkField(node: BaseExpression & { readonly type: "field" }, scope: Scope): void {
	const { of, name } = node;
	if (of.type === "name" && ["file", "formula", "note"].includes(of.name)) {
		checkProperty(`${of.name}.${name}`, scope);
		return;
	}
	if (of.type === "name" && of.name === "this") {
		if (name !== "file") scope.faults.push(`this.${name} is no file property`);
		return;
	}
	const isFileField = of.type === "field" && of.name === "file" && FILE_PROPERTIES.has(name);
	if (!isFileField && !FIELDS.has(name)) scope.faults.push(`there is no field ${name}`);
	checkNode(of, scope);
}

function checkCallee(callee: BaseExpression, scope: Scope): void {
	if (callee.type === "name") {
		if (!GLOBAL_FUNCTIONS.has(callee.name))
			scope.faults.push(`there is no function ${callee.name}`);
		return;
	}
	if (callee.type !== "field") {
		scope.faults.push("what is called is no function");
		return;
	}
	if (!METHODS.has(callee.name)) scope.faults.push(`there is no function ${callee.name}`);
	const { of } = callee;
	if (of.type !== "name" || of.name !== "file") checkNode(of, scope);
}
