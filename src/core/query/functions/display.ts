import type { Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import { isLink, isList } from "../value";
import { formatValue, linkText } from "../values/format-value";
import { valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `display(any)`: what a value shows as plain text, without the Markdown of links. */
export const display = defineFunction("display", {
	"*": (args, context) => shown(valueAt(args, 0), context),
});

function shown(value: Value, context: RunContext): string {
	if (value === null) return "";
	if (typeof value === "string") return withoutLinks(value);
	if (isList(value)) return value.map((item) => shown(item, context)).join(", ");
	return isLink(value) ? withoutLinks(linkText(value)) : formatValue(value, context.style);
}

/** `[[a|b]]` and `[b](url)` are `b`, `[[a]]` is `a`. */
function withoutLinks(text: string): string {
	return text
		.replace(
			/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g,
			(_, target: string, alias?: string) => alias ?? target,
		)
		.replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1");
}
