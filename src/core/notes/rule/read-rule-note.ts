import { findFrontMatter, readFrontMatter } from "../../formats/front-matter";
import { asText, asTexts, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { VENDORS } from "../../model/rule";
import type { Vendor } from "../../model/rule";
import { countBreaks } from "../../text/count-breaks";
import { findTechniqueIds, normaliseTechniqueId } from "../../text/technique-ids";
import { findFences } from "../safe/read-fence";
import type { FenceBlock } from "../safe/read-fence";

/** The rule's text as it stands in its note. */
export interface RuleNoteSource {
	/** The fence's language, "" where it names none. */
	readonly language: string;
	/** The code with `\n` line breaks, as upstream has it. */
	readonly text: string;
	/** 1-based line in the note on which the text starts. */
	readonly line: number;
	/** A file name whose extension says what the text is, made of the note's title. */
	readonly fileName: string;
}

/** What a rule note says: its source text, and the properties that stand in for what the text does not hold. */
export interface RuleNote {
	readonly vendor: Vendor | null;
	readonly id: string | null;
	readonly title: string | null;
	readonly status: string | null;
	readonly level: string | null;
	/** From the property `techniques`; in order, without doubles, not resolved. */
	readonly techniques: readonly string[];
	/** From the tags, for notes that have no such property. */
	readonly taggedTechniques: readonly string[];
	readonly tactics: readonly string[];
	readonly source: RuleNoteSource;
}

/** Extensions by fence language; a word that is not here is no rule's. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
	["yaml", "yml"],
	["yml", "yml"],
	["sigma", "yml"],
	["toml", "toml"],
	["json", "json"],
	["ndjson", "json"],
	["ini", "conf"],
	["kql", "kql"],
	["kusto", "kql"],
	["kusto-query", "kql"],
	["csharp", "kql"],
	["c#", "kql"],
	["yara-l", "yaral"],
	["yaral", "yaral"],
	["yara", "yaral"],
	["markdown", "md"],
	["md", "md"],
	["spl", "spl"],
	["splunk", "spl"],
	["eql", "eql"],
	["esql", "esql"],
]);

/** Blocks that plugins draw: a panel may stand above the rule in its section. */
const DRAWN: ReadonlySet<string> = new Set(["detection-vault", "dataview", "dataviewjs", "base"]);

/**
 * Reads a rule note, ours or another vault's: gives the rule's text from its fence and what the properties say, or undefined where no
 * fence holds a rule's language.
 *
 * The fence under a heading "Rule" is taken, else the first in a language that rules are kept in (YAML, TOML, JSON, KQL, YARA-L,
 * Markdown), so that code in the prose around it is not mistaken for it. `known` are the front matter's properties where they were read
 * before. Front matter that cannot be read leaves the properties empty.
 */
export function readRuleNote(text: string, known?: Table): RuleNote | undefined {
	const { body: start, properties } = readProperties(text, known);
	const body = text.slice(start);
	const fence = chooseFence(body);
	if (fence === undefined) return undefined;
	const word = (key: string): string | null => asText(ownValue(properties, key)) ?? null;
	const vendor = VENDORS.find((name) => name === word("vendor")?.toLowerCase()) ?? null;
	const title = word("title") ?? headingOf(body);
	const tags = asTexts(ownValue(properties, "tags"));
	const named = asTexts(ownValue(properties, "techniques")).flatMap(findTechniqueIds);
	const tagged = tags.map(normaliseTechniqueId).filter((id) => id !== undefined);
	const extension = EXTENSIONS.get(fence.language.toLowerCase()) ?? "txt";
	return {
		vendor,
		id: word("rule_id"),
		title,
		status: word("status")?.toLowerCase() ?? null,
		level: word("level")?.toLowerCase() ?? null,
		techniques: [...new Set(named)],
		taggedTechniques: [...new Set(tagged)],
		tactics: asTexts(ownValue(properties, "tactics")),
		source: {
			language: fence.language,
			text: fence.text,
			line: countBreaks(text, 0, start) + fence.line + 1,
			fileName: `${(title ?? "rule").replaceAll("/", "_")}.${extension}`,
		},
	};
}

function readProperties(
	text: string,
	known: Table | undefined,
): { readonly body: number; readonly properties: Table } {
	if (known !== undefined) return { body: findFrontMatter(text)?.body ?? 0, properties: known };
	const front = readFrontMatter(text);
	return { body: front.body, properties: front.ok ? front.properties : {} };
}

function chooseFence(body: string): FenceBlock | undefined {
	const fences = findFences(body);
	const section = ruleSection(body, fences);
	const inSection =
		section === undefined
			? undefined
			: fences.find(
					({ start, language }) =>
						start >= section.start && start < section.end && !DRAWN.has(language.toLowerCase()),
				);
	return inSection ?? fences.find(({ language }) => EXTENSIONS.has(language.toLowerCase()));
}

/** Finds the section headed "Rule" (at any level) outside of fences, up to the next heading of its level or above. */
function ruleSection(
	body: string,
	fences: readonly FenceBlock[],
): { readonly start: number; readonly end: number } | undefined {
	const headings = body.matchAll(/^(#{1,6})[ \t]+rule(?=[\s#]|$)([^\n]*)$/gim);
	for (const { index, 0: line, 1: marks = "", 2: rest = "" } of headings) {
		if (/[a-z]/i.test(rest) || isInside(index, fences)) continue;
		return { start: index, end: sectionEnd(body, index + line.length, marks.length, fences) };
	}
	return undefined;
}

/** Gives the offset of the next heading of a level or above, outside of fences; the text's end where there is none. */
function sectionEnd(
	body: string,
	from: number,
	level: number,
	fences: readonly FenceBlock[],
): number {
	const heading = /^(#{1,6})[ \t]+\S/gm;
	heading.lastIndex = from;
	for (let match = heading.exec(body); match !== null; match = heading.exec(body)) {
		const [, marks = ""] = match;
		if (marks.length <= level && !isInside(match.index, fences)) return match.index;
	}
	return body.length;
}

function isInside(offset: number, fences: readonly FenceBlock[]): boolean {
	let low = 0;
	let high = fences.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((fences[middle]?.end ?? 0) <= offset) low = middle + 1;
		else high = middle;
	}
	return (fences[low]?.start ?? Infinity) <= offset;
}

function headingOf(body: string): string | null {
	return /^#{1,6}[ \t]+(\S[^\n]*)$/m.exec(body)?.[1]?.trim() ?? null;
}
