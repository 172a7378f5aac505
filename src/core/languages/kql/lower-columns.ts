import type { Choices } from "../syntax/choices";
import { askChoices } from "../syntax/choices";
import type { KqlField } from "./kql-fields";
import { describeField } from "./kql-fields";
import { KqlColumns } from "./kql-columns";
import type { KqlView } from "./kql-session";
import type { KqlExpression, KqlNamed } from "./kql-tree";
import { nameAggregate } from "./lower-choices";
import { choicesIn } from "./lower-condition";

/** Aggregates that take other columns along from the row they choose. */
const CHOOSERS: ReadonlySet<string> = new Set([
	"arg_max",
	"arg_min",
	"argmax",
	"argmin",
	"take_any",
	"any",
]);

/** Adds columns to those of a view: a column under another name, or cast, stays the event's. */
export function extendColumns(columns: readonly KqlNamed[], view: KqlView): void {
	for (const column of columns) nameColumn(column, view.columns, view);
}

/** Gives the columns of rows that have only these. */
export function projectColumns(columns: readonly KqlNamed[], view: KqlView): KqlColumns {
	const projected = new KqlColumns(view.columns.source, false);
	for (const column of columns) nameColumn(column, projected, view);
	return columns.some(({ value }) => value.kind === "star") ? takeAll(projected, view) : projected;
}

/** Gives the columns of groups: what they are grouped by, and aggregates under names that the query made. */
export function groupColumns(
	aggregates: readonly KqlNamed[],
	by: readonly KqlNamed[],
	view: KqlView,
): KqlColumns {
	let grouped = projectColumns(by.map(unwrapBin), view);
	for (const { names, value } of aggregates) {
		for (const name of names) grouped.compute(name);
		if (value.kind !== "call") continue;
		if (names.length < 2)
			chooseColumn(
				names[0] ?? nameAggregate(value),
				choicesIn(view).readAggregate(value),
				grouped,
				view,
			);
		if (!CHOOSERS.has(value.name)) continue;
		for (const { value: chosen } of value.arguments) {
			if (chosen.kind === "star") grouped = takeAll(grouped, view);
			else if (chosen.kind === "name" && names.length === 0)
				nameColumn({ names: [], value: chosen }, grouped, view);
		}
	}
	return grouped;
}

/** These columns and all that there were. */
function takeAll(columns: KqlColumns, view: KqlView): KqlColumns {
	if (view.session.spend(view.columns.size)) return columns.join([view.columns]);
	columns.open();
	return columns;
}

/** A time rounded by `bin` keeps its column's name. */
function unwrapBin(column: KqlNamed): KqlNamed {
	const { names, value } = column;
	if (names.length > 0 || value.kind !== "call" || !isBin(value.name)) return column;
	return value.arguments[0] ?? column;
}

/** The width of the time slices that rows are grouped by, as written; null where there is none. */
export function readWindow(by: readonly KqlNamed[], view: KqlView): string | null {
	for (const { value } of by) {
		if (value.kind !== "call" || !isBin(value.name)) continue;
		const width = value.arguments[1];
		if (width !== undefined) return view.session.textOf(width.value);
	}
	return null;
}

/** What rows are grouped by, by the columns' names where they have some. */
export function nameGroups(by: readonly KqlNamed[], view: KqlView): readonly string[] {
	return by.map((column) => {
		const { names, value } = unwrapBin(column);
		return names[0] ?? describeField(value, view)?.name ?? view.session.textOf(value);
	});
}

function isBin(name: string): boolean {
	return name === "bin" || name === "bin_at" || name === "floor";
}

function nameColumn({ names, value }: KqlNamed, into: KqlColumns, view: KqlView): void {
	const name = names[0] ?? nameOf(value);
	if (name === undefined) return;
	const field = names.length > 1 ? undefined : describeField(value, view);
	const isSame = field !== undefined && field.origin === "event" && isRespelled(field);
	// A function's result gets a name of its own, which nobody writes.
	if (!isSame && names.length === 0 && value.kind === "call") return;
	if (isSame) {
		const { isFolded, source, original = field.name } = field;
		const isOwn = original === null || original === name;
		const origin = "event";
		into.set(name, isOwn ? { origin, isFolded, source } : { origin, isFolded, source, original });
		return;
	}
	if (names.length < 2) makeColumn(name, value, into, view);
	else for (const made of names) into.compute(made);
}

/** Notes a column that the query makes; a copy of one that has its values under conditions has them too. */
function makeColumn(name: string, value: KqlExpression, into: KqlColumns, view: KqlView): void {
	const copied = value.kind === "name" ? view.columns.find(value.name) : undefined;
	const isCopy = copied?.choices !== undefined;
	// What a column is made of is read before it is made: it may be what it was.
	const choices = isCopy ? undefined : choicesIn(view).read(value);
	if (isCopy) into.set(name, copied);
	else into.compute(name);
	chooseColumn(name, choices, into, view);
}

/** Notes a column that has its values under conditions. */
function chooseColumn(
	name: string,
	choices: Choices | undefined,
	into: KqlColumns,
	{ session }: KqlView,
): void {
	if (choices === undefined) return;
	const ask = askChoices(choices, (conditions) => session.spend(conditions));
	if (ask === undefined) return;
	into.set(name, { origin: "computed", isFolded: false, source: null, choices, ask });
}

/** Functions that cut off what stands around a text. */
const TRIMMING: ReadonlySet<string> = new Set(["trim", "trim_start", "trim_end"]);

function isRespelled({ transform }: KqlField): boolean {
	return transform === null || TRIMMING.has(transform);
}

/** The name that a column gets which is not given one. */
function nameOf(value: KqlExpression): string | undefined {
	switch (value.kind) {
		case "name":
			return value.name;
		case "path": {
			const parts: string[] = value.base.kind === "name" ? [value.base.name] : [];
			for (const step of value.steps) if (typeof step === "string") parts.push(step);
			return parts.join("_");
		}
		case "call": {
			const first = value.arguments[0]?.value;
			return first?.kind === "name" ? first.name : undefined;
		}
		default:
			return undefined;
	}
}
