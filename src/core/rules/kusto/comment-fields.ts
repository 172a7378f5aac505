/** Fields that comment headers name, and the name that they have here. */
const FIELD_NAMES: ReadonlyMap<string, string> = new Map([
	...[
		"title",
		"name",
		"rule",
		"rule name",
		"query name",
		"detection name",
		"detection",
		"use case",
	].map((name) => [name, "title"] as const),
	...["description", "desc", "purpose", "summary"].map((name) => [name, "description"] as const),
	...["author", "authors", "created by", "contributor", "credit", "credits", "by"].map(
		(name) => [name, "author"] as const,
	),
	...["severity", "level"].map((name) => [name, "severity"] as const),
	...["id", "rule id", "ruleid"].map((name) => [name, "id"] as const),
	...["date", "created", "creation date", "published"].map((name) => [name, "created"] as const),
	...["modified", "last modified", "updated", "last updated", "last update"].map(
		(name) => [name, "modified"] as const,
	),
	...["version"].map((name) => [name, "version"] as const),
	...["status"].map((name) => [name, "status"] as const),
	...["license", "licence"].map((name) => [name, "license"] as const),
	...[
		"reference",
		"references",
		"ref",
		"refs",
		"source",
		"link",
		"links",
		"original sigma rule",
		"read more",
		"read more here",
		"more info",
		"more information",
	].map((name) => [name, "reference"] as const),
	...[
		"data source",
		"data sources",
		"datasource",
		"data connector",
		"log source",
		"data connectors",
	].map((name) => [name, "data source"] as const),
	...["tactic", "tactics", "mitre tactic", "mitre tactics", "att&ck tactic"].map(
		(name) => [name, "tactic"] as const,
	),
	...[
		"technique",
		"techniques",
		"technique id",
		"technique ids",
		"mitre",
		"mitre att&ck",
		"mitre attack",
		"mitre technique",
		"mitre techniques",
		"att&ck",
		"att&ck technique",
		"ttp",
		"ttps",
	].map((name) => [name, "technique"] as const),
	...["false positive", "false positives", "falsepositives", "fp"].map(
		(name) => [name, "false positives"] as const,
	),
	...["tags", "tag"].map((name) => [name, "tags"] as const),
	...["cve", "cves"].map((name) => [name, "cve"] as const),
]);

/**
 * Reads a comment line that gives a field (`Author: …`, `@severity = high`, `Data connector required for this query - …`). The value is
 * "" where it stands on the lines below; undefined for any other line.
 */
export function readCommentField(line: string): { name: string; value: string } | undefined {
	const connector = /^data connectors? required for this query\s*[-:–]\s*(\S.*)$/i.exec(line);
	if (connector !== null) return { name: "data source", value: connector[1] ?? "" };
	const match = /^[@*-]?\s*([A-Za-z][A-Za-z& ()]{0,28}?)\s*(?:[:=]\s+(\S.*)|:)$/.exec(line);
	if (match === null) return undefined;
	const [, label = "", value = ""] = match;
	const known = label
		.toLowerCase()
		.replace(/\(s\)/g, "s")
		.replace(/^(?:the|query|rule) /, "");
	const name = FIELD_NAMES.get(known) ?? FIELD_NAMES.get(label.toLowerCase());
	// `Query:` alone is a heading, not a field.
	if (name === undefined || (value === "" && !LISTED.has(name))) return undefined;
	return { name, value: value.trim() };
}

/** Fields whose values may be listed on the lines below. */
const LISTED: ReadonlySet<string> = new Set([
	"reference",
	"technique",
	"tactic",
	"false positives",
	"tags",
]);
