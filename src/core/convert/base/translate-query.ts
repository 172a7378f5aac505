import type { Expression, NamedExpression, Operation, Query, SortKey } from "../../query/parse/ast";
import type { Obstacle, Surroundings } from "../conversion";
import { addColumn, addFormula, createBase, type Base, type BaseFilter } from "./base";
import { columnOfField } from "./translate-field";
import { translateExpression } from "./translate-expression";
import { translateSource } from "./translate-source";
import { pathOf, refuse, truthOf, type Translation } from "./translation";

/** A base for a query, and all that Bases cannot express of it; with an obstacle the base is not the query. */
export interface TranslatedQuery {
	readonly base: Base;
	readonly obstacles: readonly Obstacle[];
}

/** A query on its way to a base. */
interface Work extends Translation {
	readonly base: Base;
	/** What the rows are grouped by, once they are. */
	group: { readonly by: NamedExpression; readonly property: string } | undefined;
}

/** Translates a query, whose text is `text`, into a base with one view (Obsidian 1.13's help on Bases). */
export function translateQuery(
	query: Query,
	text: string,
	surroundings: Surroundings,
): TranslatedQuery {
	const { header, source } = query;
	const isList = header.type === "list";
	const base = createBase(isList ? "list" : "table", isList ? "List" : "Table");
	const work: Work = { query: text, obstacles: [], isGrouped: false, base, group: undefined };
	if (query.isExplained) refuse(work, "explain", { start: 0, end: text.search(/\n|$/) });
	if (header.type === "task") work.obstacles.push({ reason: "tasks", part: "TASK" });
	if (header.type === "calendar") work.obstacles.push({ reason: "calendar", part: "CALENDAR" });
	if (source !== null) takeSource(translateSource(source, work, surroundings), base.filters);
	for (const operation of query.operations) translateOperation(operation, work);
	translateHeader(query, work);
	return { base, obstacles: work.obstacles };
}

/** Sources of which all have to hold stand beside each other. */
function takeSource(filter: BaseFilter | undefined, filters: BaseFilter[]): void {
	if (typeof filter === "object" && "and" in filter) {
		for (const each of filter.and) takeSource(each, filters);
	} else if (filter !== undefined && filter !== "true") filters.push(filter);
}

function translateOperation(operation: Operation, work: Work): void {
	const { base } = work;
	const isBehindLimit = base.limit !== undefined && operation.type !== "limit";
	const isBehindGroup = work.isGrouped && operation.type !== "sort" && operation.type !== "group";
	if (isBehindLimit || isBehindGroup) {
		refuse(work, "clause-order", operation.span);
		return;
	}
	switch (operation.type) {
		case "where":
			translateWhere(operation.condition, work);
			break;
		case "sort":
			if (work.isGrouped) sortGroups(operation.keys, work);
			else sortRows(operation.keys, work);
			break;
		case "limit":
			translateLimit(operation, work);
			break;
		case "group":
			translateGroup(operation.by, work);
			break;
		case "flatten":
			refuse(work, "flatten", operation.span);
			break;
		case "from":
			refuse(work, "clause-order", operation.span);
			break;
	}
}

function translateLimit(
	{ amount, span }: Operation & { readonly type: "limit" },
	work: Work,
): void {
	const count = amount.type === "literal" ? amount.value : undefined;
	if (typeof count !== "number" || count < 0) refuse(work, "limit", span);
	else work.base.limit = Math.min(work.base.limit ?? Infinity, Math.floor(count));
}

/** Conditions of which all have to hold stand beside each other, those of which any may in an object of their own. */
function translateWhere(condition: Expression, work: Work): void {
	if (condition.type === "binary" && condition.operator === "&") {
		translateWhere(condition.left, work);
		translateWhere(condition.right, work);
		return;
	}
	const filter = translateCondition(condition, work);
	if (filter !== undefined) work.base.filters.push(filter);
}

function translateCondition(condition: Expression, work: Work): BaseFilter | undefined {
	if (condition.type === "binary" && condition.operator === "|") {
		const left = translateCondition(condition.left, work);
		const right = translateCondition(condition.right, work);
		return left === undefined || right === undefined ? undefined : { or: [left, right] };
	}
	if (condition.type === "binary" && condition.operator === "&") {
		const left = translateCondition(condition.left, work);
		const right = translateCondition(condition.right, work);
		return left === undefined || right === undefined ? undefined : { and: [left, right] };
	}
	if (condition.type === "not") {
		const inner = translateCondition(condition.operand, work);
		return inner === undefined ? undefined : { not: [inner] };
	}
	const translated = translateExpression(condition, work);
	return translated && unwrap(truthOf(translated));
}

/** The brackets around a whole filter say nothing. */
function unwrap(text: string): string {
	if (!text.startsWith("(")) return text;
	let depth = 0;
	let isQuoted = false;
	for (let at = 0; at < text.length; at++) {
		const sign = text.charAt(at);
		if (sign === "\\") at++;
		else if (sign === '"') isQuoted = !isQuoted;
		else if (!isQuoted && sign === "(") depth++;
		else if (!isQuoted && sign === ")" && --depth === 0) {
			return at === text.length - 1 ? text.slice(1, -1) : text;
		}
	}
	return text;
}

/** A later `SORT` goes before an earlier one, which then orders what it finds equal. */
function sortRows(keys: readonly SortKey[], work: Work): void {
	const sorted = keys.flatMap(({ expression, direction }) => {
		const property = propertyOf(expression, work);
		const isUp = direction === "ascending";
		return property === undefined ? [] : [{ property, direction: isUp ? "ASC" : "DESC" } as const];
	});
	work.base.sort.unshift(...sorted);
}

function sortGroups(keys: readonly SortKey[], work: Work): void {
	const { group } = work;
	for (const key of keys) {
		const isKey = group !== undefined && isGroupKey(key.expression, group.by, work);
		if (!isKey) {
			refuse(work, "group-values", key.expression.span);
			return;
		}
		const direction = key.direction === "ascending" ? "ASC" : "DESC";
		work.base.groupBy = { property: group.property, direction };
	}
}

function translateGroup(by: NamedExpression, work: Work): void {
	if (work.group !== undefined) {
		refuse(work, "second-group", by.span);
		return;
	}
	const property = propertyOf(by.expression, work);
	work.isGrouped = true;
	if (property === undefined) return undefined;
	work.group = { by, property };
	work.base.groupBy = { property, direction: "ASC" };
	work.base.names.set(property, by.name);
}

function isGroupKey(expression: Expression, by: NamedExpression, { query }: Work): boolean {
	const path = pathOf(expression)?.join(".");
	if (path === "key" || path === by.name) return true;
	const { start, end } = expression.span;
	return query.slice(start, end) === query.slice(by.expression.span.start, by.expression.span.end);
}

/** The property that shows an expression: a note's, a file's, or that of a formula. */
function propertyOf(expression: Expression, work: Work): string | undefined {
	const column = columnOfField(expression, work);
	if (column !== undefined) return column;
	const translated = translateExpression(expression, work);
	return translated && addFormula(work.base, unwrap(translated.text));
}

function translateHeader({ header }: Query, work: Work): void {
	const { base, group } = work;
	if (header.type === "task" || header.type === "calendar") return;
	if (header.withId && !work.isGrouped) {
		base.order.push("file.name");
		if (header.type === "table") base.names.set("file.name", "File");
	}
	if (header.type === "table") for (const column of header.columns) showColumn(column, work);
	else if (header.value !== null) {
		showColumn({ name: "", expression: header.value, span: header.value.span }, work);
	}
	// Without a column of the rows the query lists the groups alone.
	const isGroupsAlone = base.order.length === 0 && work.obstacles.length === 0;
	if (group !== undefined && isGroupsAlone) refuse(work, "group-values", group.by.span);
	// A view without a column shows nothing to click on.
	if (base.order.length === 0) base.order.push("file.name");
}

function showColumn({ name, expression }: NamedExpression, work: Work): void {
	const { base, group } = work;
	if (work.isGrouped) {
		if (group !== undefined && isGroupKey(expression, group.by, work)) return;
		if (pathOf(expression)?.[0] !== "rows" || pathOf(expression)?.length === 1) {
			refuse(work, "group-values", expression.span);
			return;
		}
	}
	const property = propertyOf(expression, work);
	if (property === undefined) return;
	if (property === group?.property) return;
	if (!base.order.includes(property)) {
		base.order.push(property);
		if (name !== "") base.names.set(property, name);
		return;
	}
	const repeated = translateExpression(expression, work);
	if (repeated !== undefined) addColumn(base, addFormula(base, repeated.text), name);
}
