import type { PredicateTerm } from "../../model/predicate";
import { evaluateConstant } from "./kql-constants";
import { WRAPPERS } from "./known-functions";
import { describeField } from "./kql-fields";
import { pipelineOf } from "./kql-reader";
import { useNames } from "./kql-predicates";
import type { KqlView } from "./kql-session";
import type { KqlExpression, KqlPipeline } from "./kql-tree";

/** Reads the values between the brackets of `in`, `has_any` and `has_all`: constants, known lists, and lists by their name. */
export function readListTerms(
	items: readonly KqlExpression[],
	view: KqlView,
): readonly PredicateTerm[] {
	const [only] = items;
	if (only !== undefined && items.length === 1) return readItem(only, view);
	const terms: PredicateTerm[] = [];
	for (const item of items) for (const term of readItem(item, view)) terms.push(term);
	return terms;
}

function readItem(item: KqlExpression, view: KqlView): readonly PredicateTerm[] {
	if (item.kind === "literal") return [{ value: item.value, at: item.start }];
	if (item.kind === "name" && view.columns.find(item.name) !== undefined)
		return [refTerm(item, view)];
	const constant = evaluateConstant(item, view.scope);
	if (constant?.kind === "scalar") return [constant.term];
	if (constant !== undefined && view.session.spend(constant.terms.length)) return constant.terms;
	return [nameList(item, view)];
}

/** A list that is not known literally: by its name where it has one, else as written. */
function nameList(item: KqlExpression, view: KqlView): PredicateTerm {
	const { session, scope } = view;
	switch (item.kind) {
		case "name": {
			const binding = scope.find(item.name);
			if (binding === undefined) session.reportUndefined("list", item.name, item);
			else session.use(binding);
			if (binding?.kind === "function") session.defer(pipelineOf(item), scope);
			return { value: listValue(item.name, view), at: item.start };
		}
		case "subquery": {
			const name = listOf(item.pipeline, view);
			if (name === undefined) break;
			return { value: listValue(name, view), at: item.start };
		}
		case "call": {
			const rows = WRAPPERS.has(item.name) ? item.arguments[0]?.value : undefined;
			if (rows !== undefined) return nameList(rows, view);
			if (describeField(item, view) === undefined) {
				const name = watchlistOf(item) ?? item.name;
				if (scope.find(item.name)?.kind === "function") session.defer(pipelineOf(item), scope);
				useNames(item, view);
				return { value: listValue(name, view), at: item.start };
			}
			break;
		}
		default:
	}
	useNames(item, view);
	return refTerm(item, view);
}

function refTerm(item: KqlExpression, { session }: KqlView): PredicateTerm {
	return { value: { ref: session.textOf(item) }, at: item.start };
}

function listValue(name: string, { session }: KqlView): PredicateTerm["value"] {
	const entries = session.context.list(name);
	return entries === undefined ? { list: name } : { list: name, entries };
}

/** The name of the list that a query picks from: a `let`, or a watchlist. */
function listOf({ source }: KqlPipeline, view: KqlView): string | undefined {
	if (source?.kind === "call") return watchlistOf(source);
	if (source?.kind !== "name") return undefined;
	return view.scope.find(source.name) === undefined ? undefined : source.name;
}

function watchlistOf(call: Extract<KqlExpression, { kind: "call" }>): string | undefined {
	const [first] = call.arguments;
	if (!call.name.startsWith("_GetWatchlist") || first?.value.kind !== "literal") return undefined;
	return String(first.value.value);
}
