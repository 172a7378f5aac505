import type { FolderSettings } from "../../model/settings";
import { techniqueTag } from "../../text/technique-ids";

/** Gives the block that lists a technique's rules: name, status, level and log source product. */
export function writeRuleTable(id: string, { rules }: FolderSettings): string {
	return writeBlock([
		"table without id",
		'file.link AS "Name",',
		'status AS "Status",',
		'level AS "Level",',
		'logsrc_product AS "Log Source Product"',
		`FROM ${quoteFolder(rules)} AND #${techniqueTag(id)}`,
	]);
}

/** Gives the block that lists a technique's runbooks. */
export function writeRunbookTable(id: string, { runbooks }: FolderSettings): string {
	return writeBlock([
		"TABLE without id",
		'filename AS "Name"',
		`FROM ${quoteFolder(runbooks)} AND #${techniqueTag(id)}`,
	]);
}

function writeBlock(lines: readonly string[]): string {
	return ["```detection-vault", ...lines, "```"].join("\n");
}

function quoteFolder(folder: string): string {
	return `"${folder.replace(/["\\]/g, "\\$&")}"`;
}
