import { normaliseDate } from "../../formats/dates";
import { asTexts, ownValue } from "../../formats/values";
import { problemOf, type Problem } from "../../model/problem";
import type { Rule } from "../../model/rule";
import { countItems } from "../../text/count-items";
import { indexLines, type LineIndex } from "../../text/line-index";
import { findTechniqueIds, normaliseTechniqueId } from "../../text/technique-ids";
import { fileStem } from "../file-names";
import { createRuleId, normaliseLevel, statusFromFolder } from "../rule-metadata";
import type { RuleFile, RuleReading } from "../rule-reader";
import { groupQueryBlocks, type QueryGroup } from "./group-query-blocks";
import type { MarkdownLanguage } from "./markdown-language";
import type { MarkdownSection } from "./markdown-sections";
import type { OpenedMarkdown } from "./open-markdown";
import type { MarkdownOutline } from "./outline-markdown";
import { cleanLine, plainText, titleFromFileName } from "../plain-names";
import type { AttackMentions } from "./attack-tables";
import { chooseTechniques, isAttackHeading, readStatedAttack } from "./read-attack-mentions";
import { readProperty, type FrontMatterFacts } from "./read-front-matter-facts";
import { firstValue } from "./read-key-lines";
import { readMarkdownFacts, readProse, type MarkdownFacts } from "./read-markdown-facts";

/** A Markdown file taken apart. */
interface MarkdownFile {
	readonly file: RuleFile;
	readonly language: MarkdownLanguage;
	readonly front: FrontMatterFacts;
	readonly outline: MarkdownOutline;
	readonly sections: readonly MarkdownSection[];
	readonly groups: readonly QueryGroup[];
	readonly title: string;
	readonly lines: LineIndex;
	/** What stands before the first of several rules and holds for all of them. */
	readonly shared:
		| { readonly facts: MarkdownFacts; readonly attack: AttackMentions; readonly text: string }
		| undefined;
	readonly isHunt: boolean;
	/** Whether the text may name a technique at all. */
	readonly namesTechnique: boolean;
}

/**
 * Reads the rules of a Markdown file with queries of a language: one, or one for each heading that has a detection of its own.
 *
 * Title: front matter, else the first heading, else the file name; of several rules also the rule's heading. Technique ids: the
 * places for them (tables, headings, fields in bold, front matter), else any mention, else the file name.
 */
export function readMarkdownRules(
	file: RuleFile,
	opened: OpenedMarkdown,
	language: MarkdownLanguage,
): RuleReading {
	const { front, outline, sections } = opened;
	const title = findTitle(outline, opened.blocks[0]?.start ?? 0);
	const groups = groupQueryBlocks(outline, opened.blocks, title, (heading) =>
		language.isUnnamed(heading),
	);
	const heading = readTitle(outline.headings[title]?.text ?? "", sections[title + 1]);
	const preamble = sections.slice(0, (groups[0]?.from ?? 0) + 1);
	const isWhole =
		groups.length === 1 && groups[0]?.to === outline.headings.length && groups[0].from === 0;
	const markdown: MarkdownFile = {
		file,
		language,
		front,
		outline,
		sections,
		groups,
		title:
			cleanLine(readProperty(front, "title", "name") ?? heading) || titleFromFileName(file.path),
		lines: indexLines(file.text),
		shared: isWhole
			? undefined
			: {
					facts: readMarkdownFacts(preamble),
					attack: readStatedAttack(preamble),
					text: joinSections(preamble),
				},
		isHunt: isHunt(heading, sections),
		namesTechnique: /t\d{4}/i.test(file.text),
	};
	const titles = nameGroups(markdown);
	const rules = groups.map((group, index) => readRule(markdown, group, index, titles[index] ?? ""));
	const problems: Problem[] = [];
	if (front.failure !== undefined) {
		const { line, message } = front.failure;
		problems.push(problemOf(file.file, line, "rule-field", `front matter: ${message}`, "warning"));
	}
	return { rules, problems };
}

/** The first heading of level 1, else the first one, if it stands above the first query and is no part's; -1 where there is none. */
function findTitle(outline: MarkdownOutline, query: number): number {
	const top = outline.headings.findIndex((heading) => heading.level === 1);
	if (top !== -1) return top;
	const [first] = outline.headings;
	return first === undefined ||
		first.start > query ||
		isAttackHeading(first.text) ||
		/^quer(?:y|ies)\b/i.test(first.text)
		? -1
		: 0;
}

/** `# Title` stands over the title. */
function readTitle(heading: string, section: MarkdownSection | undefined): string {
	if (!/^(?:title|name|(?:rule|query|detection|hunt) (?:name|title))$/i.test(heading))
		return heading;
	const [line = ""] = readProse(section?.body ?? "").split("\n", 1);
	return plainText(line) || heading;
}

/** Of several rules each is called by the file's title and its own heading, with that heading's parent where it alone says little. */
function nameGroups({ groups, outline, title, language, shared }: MarkdownFile): readonly string[] {
	if (shared === undefined) return [title];
	const own = groups.map((group) => outline.headings[group.anchor]?.text ?? "");
	const counts = countItems(own.map((one) => one.toLowerCase()));
	const used = new Map<string, number>();
	return groups.map((group, index) => {
		const name = own[index] ?? "";
		const parent = outline.headings[outline.headings[group.anchor]?.parent ?? -1]?.text ?? "";
		const isAlike = (counts.get(name.toLowerCase()) ?? 0) > 1 || language.queryHeading.test(name);
		const parts = [title, isAlike ? parent : "", name];
		const unique = [...new Set(parts.filter((part) => part !== ""))].join(" - ");
		const seen = (used.get(unique) ?? 0) + 1;
		used.set(unique, seen);
		return seen === 1 ? unique : `${unique} (${seen})`;
	});
}

function readRule(markdown: MarkdownFile, group: QueryGroup, index: number, title: string): Rule {
	const { file, language, front, shared, sections, outline, lines } = markdown;
	const alone = shared === undefined;
	const own = alone ? sections : sections.slice(group.from + 1, group.to + 1);
	const facts = readMarkdownFacts(own);
	const common = shared?.facts ?? facts;
	const stated = readStatedAttack(own);
	const general = shared?.attack ?? stated;
	const read = language.readQueries(file.text, group.blocks, lines);
	const start = alone ? 0 : (outline.headings[group.from]?.start ?? 0);
	const end = alone ? file.text.length : (outline.headings[group.to]?.start ?? file.text.length);
	const either = <T>(read: (from: MarkdownFacts) => T | null): T | null =>
		read(facts) ?? read(common);
	const field = (...names: readonly string[]): string | null =>
		either((from) => firstValue(from.fields, ...names));
	const tables = facts.tables.length > 0 ? facts.tables : read.tables;
	return {
		id:
			(alone ? readId(front, facts) : null) ?? createRuleId(language.vendor, file.path, index + 1),
		vendor: language.vendor,
		kind: markdown.isHunt || /\bhunt(?:ing)?\b/i.test(title) ? "hunt" : "rule",
		language: language.language,
		title,
		description: (alone ? readProperty(front, "description") : null) ?? facts.description,
		status:
			(readProperty(front, "status") ?? field("status"))?.toLowerCase() ??
			statusFromFolder(file.path),
		level: normaliseLevel(
			readProperty(front, "severity", "level") ?? field("severity", "level") ?? undefined,
		),
		confidence: readProperty(front, "confidence") ?? field("confidence"),
		techniques: readTechniques(markdown, group, own, [
			...new Set([...front.techniques, ...general.techniques, ...stated.techniques]),
		]),
		tactics: [...new Set([...front.tactics, ...general.tactics, ...stated.tactics])],
		logsource: language.readLogsource(tables),
		dataSources: facts.dataSources,
		tables,
		author: readProperty(front, "author", "authors") ?? either((from) => from.author),
		license: readProperty(front, "license") ?? field("license", "licence"),
		sourceRef: readProperty(front, "version") ?? either((from) => from.version),
		created:
			normaliseDate(readProperty(front, "created", "date")) ?? either((from) => from.created),
		lastModified:
			normaliseDate(readProperty(front, "modified", "updated", "last_modified")) ??
			either((from) => from.lastModified),
		references: readReferences(front, facts, common),
		falsePositives: facts.falsePositives,
		otherTags: readOtherTags(front, [...stated.states, ...general.states]),
		related: [],
		simulations: [],
		regressionTests: null,
		prose: facts.prose,
		queries: read.queries,
		text: file.text.slice(start, end),
		textLanguage: "markdown",
		file: file.file,
		line: lines.positionAt(start).line,
	};
}

function joinSections(sections: readonly MarkdownSection[]): string {
	return sections.map((section) => `${section.heading}\n${section.body}`).join("\n");
}

function readTechniques(
	markdown: MarkdownFile,
	group: QueryGroup,
	sections: readonly MarkdownSection[],
	stated: readonly string[],
): readonly string[] {
	if (stated.length > 0) return stated;
	const { file } = markdown;
	if (!markdown.namesTechnique)
		return markdown.shared === undefined ? findTechniqueIds(fileStem(file.path)) : [];
	const prose = joinSections(sections);
	const mentioned = `${prose}\n${markdown.language.listRemarks(file.text, group.blocks)}`;
	const own = chooseTechniques([], mentioned, markdown.shared === undefined ? file.path : "");
	return own.length > 0 ? own : findTechniqueIds(markdown.shared?.text ?? "");
}

function readId(front: FrontMatterFacts, facts: MarkdownFacts): string | null {
	const id = readProperty(front, "id", "rule_id") ?? firstValue(facts.fields, "id", "rule id");
	// A technique's id says what is detected, not which rule this is.
	if (id === null || normaliseTechniqueId(id) !== undefined) return null;
	return /^[\w.:-]{4,120}$/.test(id) ? id : null;
}

function isHunt(title: string, sections: readonly MarkdownSection[]): boolean {
	return (
		/\bhunt(?:s|ing)?\b/i.test(title) ||
		sections.some((section) => /^(?:hunt|hunting)\b(?! query)/i.test(section.heading))
	);
}

function readReferences(
	front: FrontMatterFacts,
	facts: MarkdownFacts,
	common: MarkdownFacts,
): readonly string[] {
	const stated = asTexts(ownValue(front.properties, "references"));
	return [...new Set([...stated, ...facts.references, ...common.references])];
}

function readOtherTags(front: FrontMatterFacts, states: readonly string[]): readonly string[] {
	const tags = asTexts(ownValue(front.properties, "tags")).filter(
		(tag) => !/^(?:attack\.)?t\d{4}(?:[._]\d{3})?$/i.test(tag),
	);
	return [...new Set([...tags, ...states])];
}
