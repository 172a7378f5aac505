import type { Span } from "../../text/span";
import type { AskChoices } from "../syntax/choices";
import type { KqlColumn, KqlColumns } from "./kql-columns";
import { openFunction } from "./kql-functions";
import type { KqlView } from "./kql-session";
import type { KqlCall, KqlExpression } from "./kql-tree";

/** What a comparison looks at. */
export interface KqlField {
	/** As written, without casts; null for all columns. */
	readonly name: string | null;
	/** The function around it that changes its value. */
	readonly transform: string | null;
	/** Whether its letters are all of one case. */
	readonly isFolded: boolean;
	readonly origin: "event" | "computed";
	readonly source: string | null;
	/** The event's column that it is under another name. */
	readonly original: string | undefined;
	/** Tells what a comparison with it stands for. */
	readonly ask: AskChoices | undefined;
}

/** Functions that give the same value in another type, or parsed, so that paths go on behind them. */
const CASTS: ReadonlySet<string> = new Set(
	(
		"tostring toint tolong toreal todouble todecimal tobool toboolean todatetime totimespan todynamic toobject toguid " +
		"parse_json parsejson parse_xml dynamic_to_json"
	).split(" "),
);

/** Whether a function gives the same value in another type. */
export function isCast(name: string): boolean {
	return CASTS.has(name);
}

/** Functions whose result is the query's own making, whatever they look at. */
const CHOOSING: ReadonlySet<string> = new Set(["iff", "iif", "case"]);

/** Gives the column that an expression is about, undefined where it has none. */
export function describeField(expression: KqlExpression, view: KqlView): KqlField | undefined {
	if (!view.session.enter()) return undefined;
	const field = describeAny(expression, view);
	view.session.leave();
	return field;
}

function describeAny(expression: KqlExpression, view: KqlView): KqlField | undefined {
	switch (expression.kind) {
		case "name":
			return describeName(expression.name, view);
		case "star":
			return everyField(view.columns);
		case "path":
			return describePath(expression, view);
		case "call":
			return describeCall(expression, view);
		case "and":
		case "or":
		case "arithmetic":
		case "comparison":
		case "listed":
		case "between":
			return hasColumn(expression, view)
				? computedField(view.session.textOf(withoutBrackets(expression)))
				: undefined;
		default:
			return undefined;
	}
}

/** Gives the stretch inside of the brackets that stand around a sum or the like. */
function withoutBrackets(expression: KqlExpression): Span {
	// A sign has one part, and stands before it as a bracket would.
	if (expression.kind !== "arithmetic" || expression.parts.length === 1) return expression;
	const { parts, start } = expression;
	const first = parts[0]?.start ?? start;
	return first > start ? { start: first, end: parts.at(-1)?.end ?? first } : expression;
}

/** What the query makes itself, by its text. */
export function computedField(text: string): KqlField {
	return fieldOf(text, { origin: "computed", isFolded: false, source: null });
}

/** All columns. */
export function everyField({ source }: KqlColumns): KqlField {
	return fieldOf(null, { origin: "event", isFolded: false, source });
}

/** A column by its name. */
export function columnField(name: string, column: KqlColumn): KqlField {
	return fieldOf(name, column);
}

function fieldOf(
	name: string | null,
	{ isFolded, origin, source, original, ask }: KqlColumn,
): KqlField {
	return { name, transform: null, isFolded, origin, source, original, ask };
}

function describeName(name: string, view: KqlView): KqlField | undefined {
	const { columns, scope, session } = view;
	const known = columns.find(name);
	const binding = known === undefined ? scope.find(name) : undefined;
	if (binding === undefined) {
		if (name === "null") return undefined;
		return columnField(name, known ?? columns.describe(name));
	}
	session.use(binding);
	if (binding.kind !== "value" || binding.constant !== undefined) return undefined;
	const { expression, scope: inner } = binding;
	if (!session.spend(expression.end - expression.start)) return undefined;
	return session.follow(() => describeField(expression, { ...view, scope: inner }), undefined);
}

function describePath(
	path: Extract<KqlExpression, { kind: "path" }>,
	view: KqlView,
): KqlField | undefined {
	const { base } = path;
	let steps = path.steps;
	let found: KqlField | undefined;
	const [first, ...others] = steps;
	if (base.kind === "name" && typeof first === "string" && isPrefix(base.name, view)) {
		found = columnField(first, view.columns.describe(first));
		steps = others;
	} else found = describeField(base, view);
	if (found === undefined || found.transform !== null || found.name === null) return found;
	const { isFolded, origin, source, transform } = found;
	let way = "";
	for (const step of steps) way += showStep(step, view);
	const original = found.original === undefined ? undefined : found.original + way;
	const name = found.name + way;
	return { name, transform, isFolded, origin, source, original, ask: undefined };
}

/** Whether a name in front of a dot says where a column comes from, and is none itself. */
function isPrefix(name: string, { steps }: KqlView): boolean {
	return name === "$left" || name === "$right" || steps?.has(name) === true;
}

function showStep(step: string | KqlExpression, { session }: KqlView): string {
	if (typeof step === "string") return `.${step}`;
	if (step.kind === "literal" && typeof step.value === "string") return `.${step.value}`;
	return step.kind === "call" ? `.${session.textOf(step)}` : `[${session.textOf(step)}]`;
}

function describeCall(call: KqlCall, view: KqlView): KqlField | undefined {
	const { name } = call;
	const [first] = call.arguments;
	if ((name === "column_ifexists" || name === "columnifexists") && first?.value.kind === "literal")
		return describeName(String(first.value.value), view);
	const isFold = name === "tolower" || name === "toupper";
	if (isFold || isCast(name)) {
		const inner = first && describeField(first.value, view);
		return inner && isFold ? { ...inner, isFolded: true } : inner;
	}
	const own = describeOwn(call, view);
	if (own !== undefined) return own;
	const fields = listFields(call, view);
	const [found] = fields;
	if (found === undefined) return undefined;
	const isOne = fields.every((other) => other.name === found.name && other.origin === "event");
	const isMade = !isOne || found.name === null || CHOOSING.has(name);
	return {
		...found,
		transform: name,
		isFolded: false,
		origin: isMade ? "computed" : "event",
		// How many there are says whether there are any.
		ask: name === "array_length" ? found.ask : undefined,
	};
}

/** What a function of the query's own gives, where it is an expression. */
function describeOwn(call: KqlCall, view: KqlView): KqlField | undefined {
	const { session } = view;
	const own = openFunction(call, view);
	return (
		own && session.follow(() => describeField(own.source, { ...view, scope: own.scope }), undefined)
	);
}

/** The columns in a call's arguments, in order. */
function listFields(call: KqlCall, view: KqlView): readonly KqlField[] {
	const found: KqlField[] = [];
	for (const { value } of call.arguments) gatherFields(value, view, found);
	return found;
}

function gatherFields(expression: KqlExpression, view: KqlView, found: KqlField[]): void {
	if (!view.session.enter()) return;
	gatherAny(expression, view, found);
	view.session.leave();
}

function gatherAny(expression: KqlExpression, view: KqlView, found: KqlField[]): void {
	switch (expression.kind) {
		case "and":
		case "or":
		case "arithmetic":
			for (const part of expression.parts) gatherFields(part, view, found);
			return;
		case "comparison":
		case "listed":
		case "between":
			gatherFields(expression.left, view, found);
			return;
		default: {
			const described = describeField(expression, view);
			if (described !== undefined && described.name !== null) found.push(described);
		}
	}
}

function hasColumn(expression: KqlExpression, view: KqlView): boolean {
	const found: KqlField[] = [];
	gatherFields(expression, view, found);
	return found.length > 0;
}
