import type { QueryContext, QueryMacro } from "../model/detection";
import type { RuleContext } from "./rule-reader";

/** What queries may refer to where nothing is known. */
export const NO_CONTEXT: QueryContext = { macro: () => undefined, list: () => undefined };

/**
 * Makes the macros and lists of files beside the rules available to queries; of two with one name the later counts.
 *
 * A macro is known by its name and number of arguments. Lists are found in any letter case.
 */
export function createQueryContext(contexts: Iterable<RuleContext>): QueryContext {
	const macros = new Map<string, QueryMacro>();
	const lists = new Map<string, readonly string[]>();
	for (const context of contexts) {
		if (context.what === "splunk-macro") {
			const { arguments: names, definition } = context;
			macros.set(`${context.name}(${names.length})`, { arguments: names, definition });
		} else if (context.what === "reference-list" || context.what === "splunk-lookup-table") {
			lists.set(context.name.toLowerCase(), context.values);
		}
	}
	return {
		macro: (name, argumentCount) => macros.get(`${name}(${argumentCount})`),
		list: (name) => lists.get(name.toLowerCase()),
	};
}
