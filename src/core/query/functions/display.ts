import type { Value } from "../../model/value";
import type { RunContext } from "../evaluate/run-context";
import { isLink, isList } from "../value";
import { formatValue, linkText } from "../values/format-value";
import { plainMarkdown } from "../values/plain-markdown";
import { valueAt } from "./arguments";
import { defineFunction } from "./define-function";

/** `display(any)`: what a value shows as plain text, without its Markdown. */
export const display = defineFunction("display", {
	"*": (args, context) => shown(valueAt(args, 0), context),
});

function shown(value: Value, context: RunContext): string {
	if (value === null) return "";
	if (typeof value === "string") return withoutMarkdown(value);
	if (isList(value)) return value.map((item) => shown(item, context)).join(", ");
	if (!isLink(value)) return formatValue(value, context.style);
	return value.display === undefined || value.display === ""
		? linkText(value)
		: withoutMarkdown(value.display);
}

/** `[[a|b]]` is `b`, `[[a]]` is `a`. */
function withoutMarkdown(text: string): string {
	const unlinked = text.replace(
		/\[\[([^[\]|]*)(?:\|([^[\]]*))?\]\]/g,
		(_, target: string, alias?: string) => alias ?? target,
	);
	return plainMarkdown(unlinked);
}
