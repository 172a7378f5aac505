import type { Expression, Header, Operation, Query, Span } from "../parse/ast";

/** A field that a query asks of the rows of its source. */
export interface NameUse {
	/** `file` for a field behind `file.`. */
	readonly of: "row" | "file";
	readonly name: string;
	readonly span: Span;
	/** Where a plain name may be meant as something else: `compared` with a value, or all that `date(…)` is given. */
	readonly place?: "compared" | "date";
}

/** Names that every row has, or that are no field. */
const ALWAYS = ["this", "row", "file"];

/**
 * Lists the fields that a query asks of the rows of its source, in the order in which they are asked for; those that `FLATTEN` makes are
 * left out, and so is everything behind a `GROUP BY`, whose rows are others.
 */
export function listNames({ header, operations }: Query): readonly NameUse[] {
	const found: NameUse[] = [];
	const made = new Set(ALWAYS);
	for (const operation of operations) {
		for (const expression of expressionsOf(operation)) gather(expression, made, found);
		if (operation.type === "group") return found;
		if (operation.type === "flatten") made.add(operation.by.name);
	}
	for (const expression of shownBy(header)) gather(expression, made, found);
	return found;
}

/** A field that is asked of the rows behind a `GROUP BY`. */
export interface GroupNameUse extends NameUse {
	/** The name of the grouping. */
	readonly by: string;
	readonly isSorted: boolean;
}

/** Lists the fields that a query asks of groups though no group has them: all but `key`, `rows`, the grouping's name and what `FLATTEN` made. */
export function listNamesBehindGroup({ header, operations }: Query): readonly GroupNameUse[] {
	const found: GroupNameUse[] = [];
	let by: string | undefined;
	let made = new Set<string>();
	const add = (expression: Expression, isSorted: boolean): void => {
		if (by === undefined) return;
		const uses: NameUse[] = [];
		gather(expression, made, uses);
		for (const use of uses) {
			if (use.of === "row" || !made.has("file")) found.push({ ...use, by, isSorted });
		}
	};
	for (const operation of operations) {
		for (const one of expressionsOf(operation)) add(one, operation.type === "sort");
		if (operation.type === "group") {
			by = operation.by.name;
			made = new Set(["this", "row", "key", "rows", by]);
		} else if (operation.type === "flatten") made.add(operation.by.name);
	}
	for (const expression of shownBy(header)) add(expression, false);
	return found;
}

function expressionsOf(operation: Operation): readonly Expression[] {
	switch (operation.type) {
		case "where":
			return [operation.condition];
		case "sort":
			return operation.keys.map(({ expression }) => expression);
		case "group":
		case "flatten":
			return [operation.by.expression];
		case "limit":
		case "from":
			return [];
	}
}

function shownBy(header: Header): readonly Expression[] {
	switch (header.type) {
		case "table":
			return header.columns.map(({ expression }) => expression);
		case "list":
			return header.value === null ? [] : [header.value];
		case "calendar":
			return [header.date.expression];
		case "task":
			return [];
	}
}

/** `hidden` are names that mean something else here. */
function gather(expression: Expression, hidden: ReadonlySet<string>, found: NameUse[]): void {
	const inside = (part: Expression): void => gather(part, hidden, found);
	switch (expression.type) {
		case "variable":
			if (!hidden.has(expression.name)) found.push({ of: "row", ...expression });
			return;
		case "list":
			expression.items.forEach(inside);
			return;
		case "object":
			for (const [, value] of expression.entries) inside(value);
			return;
		case "lambda":
			gather(expression.body, new Set([...hidden, ...expression.parameters]), found);
			return;
		case "not":
			inside(expression.operand);
			return;
		case "binary":
			inside(expression.left);
			if (isComparedName(expression) && !hidden.has(expression.right.name)) {
				found.push({ of: "row", place: "compared", ...expression.right });
			} else inside(expression.right);
			return;
		case "index":
			gatherIndex(expression, hidden, found);
			return;
		case "call":
			gatherCall(expression, hidden, found);
			return;
		case "literal":
		case "moment":
	}
}

function gatherCall(
	{ callee, args }: Expression & { readonly type: "call" },
	hidden: ReadonlySet<string>,
	found: NameUse[],
): void {
	if (callee.type !== "variable") gather(callee, hidden, found);
	const [only] = args;
	const isDate = callee.type === "variable" && callee.name === "date" && args.length === 1;
	if (isDate && only?.type === "variable" && !hidden.has(only.name)) {
		found.push({ of: "row", place: "date", ...only });
	} else for (const arg of args) gather(arg, hidden, found);
}

/** `level = high`. */
function isComparedName(
	expression: Expression & { readonly type: "binary" },
): expression is Expression & {
	readonly type: "binary";
	readonly right: Expression & { readonly type: "variable" };
} {
	const { operator, right } = expression;
	return right.type === "variable" && /^(?:[<>!]?=|[<>])$/.test(operator);
}

function gatherIndex(
	{ object, index, span }: Expression & { readonly type: "index" },
	hidden: ReadonlySet<string>,
	found: NameUse[],
): void {
	const name =
		index.type === "literal" && typeof index.value === "string" ? index.value : undefined;
	const isOwn = object.type === "variable" && (object.name === "row" || object.name === "file");
	if (isOwn && name !== undefined) {
		const of = object.name === "file" ? "file" : "row";
		if (of === "file" || !hidden.has(name)) found.push({ of, name, span });
		return;
	}
	gather(object, hidden, found);
	gather(index, hidden, found);
}
