import { ownValue, type Table } from "../../formats/values";
import type { Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { indexLines } from "../../text/line-index";
import type { RuleFile, RuleReading } from "../rule-reader";
import { parseBicep, type BicepResource, type BicepValue } from "./parse-bicep";
import { readSentinelRule } from "./read-sentinel-rule";

/** Whether a text is a Bicep file that deploys a Sentinel rule. */
export function hasKustoBicep(text: string): boolean {
	return /^[ \t]*resource[ \t]+\w+[ \t]+'[^'\n]*\/alertRules@/m.test(text);
}

/** Reads the Sentinel rules of a Bicep file; of several rules each has its own declaration as text. */
export function readKustoBicep(file: RuleFile): RuleReading {
	const lines = indexLines(file.text);
	const found = parseBicep(file.text).filter((resource) => /\/alertRules$/i.test(resource.type));
	const rules: Rule[] = [];
	const problems: Problem[] = [];
	for (const [index, resource] of found.entries()) {
		const { properties, kind, name } = unfold(resource);
		const alone = found.length === 1;
		const text = file.text.slice(resource.start, resource.end);
		const reading = readSentinelRule(
			{
				file,
				text: alone ? file.text : text,
				textLanguage: "bicep",
				line: alone ? 1 : lines.positionAt(resource.start).line,
				queryLine: lines.positionAt(findQuery(file.text, properties, resource.start)).line,
				ordinal: index + 1,
				id: /^[\w-]{6,100}$/.test(name) ? name : undefined,
				kind,
			},
			properties,
		);
		rules.push(reading.rule);
		problems.push(...reading.problems);
	}
	return { rules, problems };
}

/** A query in a long string stands verbatim in the file, perhaps in a variable; another is looked for by its key. */
function findQuery(text: string, properties: Table, start: number): number {
	const query = ownValue(properties, "query");
	const verbatim = typeof query === "string" && query !== "" ? text.indexOf(query) : -1;
	if (verbatim !== -1) return verbatim;
	return start + Math.max(0, text.slice(start).search(/^[ \t]*query[ \t]*:/m));
}

function unfold(resource: BicepResource): { properties: Table; kind: string; name: string } {
	const properties = resource.value.get("properties");
	const kind = resource.value.get("kind");
	const name = resource.value.get("name");
	return {
		properties: properties instanceof Map ? toTable(properties) : {},
		kind: typeof kind === "string" ? kind : "",
		name: typeof name === "string" ? name : "",
	};
}

function toTable(map: ReadonlyMap<string, BicepValue>): Table {
	return Object.fromEntries([...map].map(([key, value]) => [key, toPlain(value)]));
}

function toPlain(value: BicepValue): unknown {
	if (value instanceof Map) return toTable(value);
	return Array.isArray(value) ? value.map(toPlain) : value;
}
