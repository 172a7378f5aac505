import { defuseInline } from "../../../core/notes/safe/defuse-inline";
import type { LinkValue, Value, WebLinkValue } from "../../../core/model/value";
import { linkText } from "../../../core/query/values/format-value";
import { isSafeUrl } from "../values/inline-text";
import { linkTarget } from "../values/link-target";
import { valueText } from "../values/value-text";
import type { TableRow } from "./table-model";

/** Writes rows as a Markdown table that can be pasted into a note; links stay links. */
export function writeMarkdown(columns: readonly string[], rows: readonly TableRow[]): string {
	const head = columns.map(defuseInline);
	const rule = columns.map(() => "---");
	const body = rows.map((row) =>
		columns.map((_, column) => markdownCell(row.cells[column] ?? null)),
	);
	return [head, rule, ...body].map((cells) => `| ${cells.join(" | ")} |\n`).join("");
}

function markdownCell(value: Value): string {
	if (Array.isArray(value)) return (value as readonly Value[]).map(markdownCell).join(", ");
	if (typeof value === "object" && value !== null && "kind" in value) {
		if (value.kind === "link") return wikiLink(value);
		if (value.kind === "web-link" && isSafeUrl(value.url)) return webLink(value);
	}
	return defuseInline(valueText(value));
}

function webLink({ url, display }: WebLinkValue): string {
	const address = url.replace(/[\s()|<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
	return `[${defuseInline(display ?? url)}](${address})`;
}

function wikiLink(link: LinkValue): string {
	const target = linkTarget(link).replace(/\.md(?=#|$)/i, "");
	return `[[${target}\\|${linkText(link).replace(/[[\]|]/g, " ")}]]`;
}
