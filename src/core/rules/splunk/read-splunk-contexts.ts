import { asTable, asText, asTexts, ownValue, type Table } from "../../formats/values";
import { fileExtension, fileNameOf } from "../file-names";
import type { ParsedRuleFile, RuleContext } from "../rule-reader";
import { readMacrosConf } from "./read-macros-conf";
import { recogniseSplunk } from "./recognise-splunk";

/** Lines past this one are left out of a lookup table's context; such a table is data, not a list of indicators. */
const MAX_TABLE_LINES = 100_000;

/**
 * Gives what a file of Splunk's security content without a detection is good for: macros, lookups and their CSV tables, data
 * sources, analytic stories, baselines and investigations. So are the macros of a `macros.conf`. An empty list where it is none of these.
 */
export function readSplunkContexts(file: ParsedRuleFile): readonly RuleContext[] {
	if (fileNameOf(file.path).toLowerCase() === "macros.conf") return readMacrosConf(file.text);
	if (file.format === "yaml") {
		return file.documents.flatMap((document) => {
			const table = document.ok ? asTable(document.value) : undefined;
			const context = table === undefined ? undefined : readContext(table);
			return context === undefined ? [] : [context];
		});
	}
	if (file.format !== "text" || fileExtension(file.path) !== "csv") return [];
	if (!isLookupPlace(file.path) || !looksLikeTable(file.text)) return [];
	return [
		{
			what: "splunk-lookup-table",
			name: fileNameOf(file.path),
			values: file.text.split(/\r?\n/, MAX_TABLE_LINES).filter((line) => line.trim() !== ""),
		},
	];
}

function readContext(table: Table): RuleContext | undefined {
	const name = asText(ownValue(table, "name")) ?? "";
	switch (recogniseSplunk(table)) {
		case "macro":
			return readMacro(table, name);
		case "lookup":
			return { what: "splunk-lookup", name, value: table };
		case "data-source":
			return { what: "splunk-data-source", name, value: table };
		case "story":
			return { what: "splunk-story", name, value: table };
		case "baseline":
			return { what: "splunk-other", name, value: table };
		case "detection":
		case "none":
			return undefined;
	}
}

/** In Splunk's own spelling a macro's name ends in its argument count: `security_content_ctime(1)`. */
function readMacro(table: Table, name: string): RuleContext {
	const definition = ownValue(table, "definition");
	return {
		what: "splunk-macro",
		name: name.replace(/\(\d+\)$/, ""),
		arguments: asTexts(ownValue(table, "arguments")).flatMap((argument) =>
			argument.split(",").map((part) => part.trim()),
		),
		definition: typeof definition === "string" ? definition : (asText(definition) ?? ""),
		description: asText(ownValue(table, "description")) ?? "",
	};
}

/** A CSV file is a lookup where it stands in such a folder, or was given alone. */
function isLookupPlace(path: string): boolean {
	const folders = path.toLowerCase().split("/").slice(0, -1);
	return folders.length === 0 || folders.some((folder) => /(?:^|[^a-z])lookups?$/.test(folder));
}

function looksLikeTable(text: string): boolean {
	const header = text.slice(0, 10_000).split("\n", 1)[0]?.trim() ?? "";
	return header !== "" && !header.startsWith("<") && !header.includes("\0");
}
