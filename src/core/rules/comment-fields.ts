/** Fields by the names that comment headers give them. */
const FIELDS: readonly (readonly [name: string, labels: string])[] = [
	["title", "title,name,rule,rule name,query name,detection name,detection,use case"],
	["description", "description,desc,purpose,summary"],
	["author", "author,authors,created by,contributor,credit,credits,by"],
	["severity", "severity,level"],
	["id", "id,rule id,ruleid"],
	["created", "date,created,creation date,published"],
	["modified", "modified,last modified,updated,last updated,last update"],
	["version", "version"],
	["status", "status"],
	["license", "license,licence"],
	[
		"reference",
		"reference,references,ref,refs,source,link,links,original sigma rule,read more,read more here,more info,more information",
	],
	["data source", "data source,data sources,datasource,data connector,log source,data connectors"],
	["tactic", "tactic,tactics,mitre tactic,mitre tactics,att&ck tactic"],
	[
		"technique",
		"technique,techniques,technique id,technique ids,mitre,mitre att&ck,mitre attack,mitre technique,mitre techniques,att&ck,att&ck technique,ttp,ttps",
	],
	["false positives", "false positive,false positives,falsepositives,fp"],
	["tags", "tags,tag"],
	["cve", "cve,cves"],
];

const FIELD_NAMES: ReadonlyMap<string, string> = new Map(
	FIELDS.flatMap(([name, labels]) => labels.split(",").map((label) => [label, name] as const)),
);

/** A line that names its author without a colon; of what begins with a small letter it speaks. */
const SIGNED = /^(?:created|written|authored) by ((?:[A-Z@]|https?:)\S*(?: \S+){0,3})$/;

/**
 * Reads a comment line that gives a field (`Author: …`, `@severity = high`, `Data connector required for this query - …`). The value is
 * "" where it stands on the lines below; undefined for any other line.
 */
export function readCommentField(line: string): { name: string; value: string } | undefined {
	const connector = /^data connectors? required for this query\s*[-:–]\s*(\S.*)$/i.exec(line);
	if (connector !== null) return { name: "data source", value: connector[1] ?? "" };
	const signed = SIGNED.exec(line.charAt(0).toLowerCase() + line.slice(1));
	if (signed !== null) return { name: "author", value: signed[1] ?? "" };
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
