import { defuseCodeSpan } from "./defuse-code-span";
import { defuseInline } from "./defuse-inline";

/**
 * Writes one line of text as a code span that shows it verbatim; "" for nothing.
 *
 * Line breaks become spaces. What would start a plugin's inline query is broken by a word joiner (U+2060). In a table cell
 * (`inTable`) a pipe is escaped, as GFM asks; a backslash before it makes the text plain instead of code.
 */
export function codeSpan(text: string, inTable = false): string {
	const line = text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
	if (line === "") return "";
	if (inTable && line.includes("\\|")) return defuseInline(line);
	const safe = defuseCodeSpan(line, true);
	let longest = 0;
	for (const run of safe.match(/`+/g) ?? []) longest = Math.max(longest, run.length);
	const marks = "`".repeat(longest + 1);
	const pad = safe.startsWith("`") || safe.endsWith("`") ? " " : "";
	const content = inTable ? safe.replaceAll("|", "\\|") : safe;
	return marks + pad + content + pad + marks;
}
