import type { Rule, RuleQuery } from "../../model/rule";
import { findTechniqueIds } from "../../text/technique-ids";
import { indexLines, type LineIndex } from "../../text/line-index";
import { describeHeader } from "../describe-header";
import { createRuleId } from "../rule-metadata";
import { fileStem } from "../file-names";
import type { RuleFile, RuleReading } from "../rule-reader";
import { readTacticNames } from "../markdown/attack-tables";
import { cleanLine, cutTitle, titleFromFileName, titleFromProse } from "../plain-names";
import { chooseTechniques } from "../markdown/read-attack-mentions";
import { listComments, readQueryComments, type QueryComments } from "./read-comments";
import { readKustoLogsource } from "./read-kusto-logsource";
import { readSourceTables } from "./read-source-tables";
import type { KqlPart } from "./split-kql";

interface CommentedPart {
	readonly part: KqlPart;
	readonly comments: QueryComments;
}

/** Longest first comment that stands before the titles of all queries of a file, in UTF-16 units. */
const GENERAL_LIMIT = 60;

/** Comments that say how to keep a query, not what it finds. */
const USAGE = /^(?:save (?:this )?as a function|questions\b|todo\b|note\b|https?:|#)/i;

/**
 * Reads a bare KQL file (`.kql`, `.kusto`, `.csl`, `.txt`): one rule for each query that a blank line parts, or one rule with two
 * queries where comments say that the second restates the first for another product (`// Advanced Hunting query`).
 *
 * Title: a comment `Title: …`; a file name with spaces, since a person wrote it; the first comment that fits; the file name. The
 * comments' paragraphs are the description. `split` is the text, split into its queries.
 */
export function readKqlFile(file: RuleFile, split: readonly KqlPart[]): RuleReading {
	const parts = split.map((part) => ({
		part,
		comments: readQueryComments(file.text.slice(part.start, part.code)),
	}));
	const groups = pairProducts(parts);
	const lines = indexLines(file.text);
	const titles = nameParts(file, groups);
	const rules = groups.map((group, index) =>
		readRule(file, group, { index, alone: groups.length === 1, title: titles[index] ?? "", lines }),
	);
	return { rules, problems: [] };
}

/** Joins a part with the next one where comments name another product for that one. */
function pairProducts(parts: readonly CommentedPart[]): readonly (readonly CommentedPart[])[] {
	const groups: CommentedPart[][] = [];
	const sizes = sectionSizes(parts);
	for (const [index, current] of parts.entries()) {
		const open = groups.at(-1);
		const product = current.comments.product;
		const restates =
			open !== undefined &&
			product !== null &&
			sizes[index] === 1 &&
			sizes[index - 1] === 1 &&
			open.every((other) => other.comments.product !== product);
		if (restates) open.push(current);
		else groups.push([current]);
	}
	return groups;
}

/** For each part, how many parts stand under the same product's comment. */
function sectionSizes(parts: readonly CommentedPart[]): readonly number[] {
	const sections: number[] = [];
	const counts: number[] = [];
	for (const { comments } of parts) {
		if (comments.product !== null || counts.length === 0) counts.push(0);
		sections.push(counts.length - 1);
		counts[counts.length - 1] = (counts.at(-1) ?? 0) + 1;
	}
	return sections.map((section) => counts[section] ?? 1);
}

function nameParts(
	file: RuleFile,
	groups: readonly (readonly CommentedPart[])[],
): readonly string[] {
	const fromName = titleFromFileName(file.path);
	const first = groups[0]?.[0]?.comments;
	const [stated] = first?.fields.get("title") ?? [];
	const spoken = listTitles(first);
	if (groups.length <= 1) {
		if (stated !== undefined) return [cleanLine(stated)];
		return [
			cleanLine(fileStem(file.path)).includes(" ")
				? fromName
				: (titleFromProse(listSpoken(first)[0] ?? "") ?? fromName),
		];
	}
	// A first part with two paragraphs speaks of the file first, of its own query last.
	const [opening = ""] = spoken;
	const isGeneral = spoken.length > 1 && !fileStem(file.path).includes(" ");
	const general = isGeneral && opening.length <= GENERAL_LIMIT ? opening : undefined;
	const used = new Map<string, number>();
	return groups.map((group) => {
		const comments = group[0]?.comments;
		const titles = listTitles(comments);
		const [named] = comments?.fields.get("title") ?? [];
		const own = named ?? titles.at(-1) ?? cutTitle(listSpoken(comments).at(-1) ?? "");
		const title = own === undefined ? (general ?? fromName) : `${general ?? fromName} - ${own}`;
		const seen = (used.get(title) ?? 0) + 1;
		used.set(title, seen);
		return cleanLine(seen === 1 ? title : `${title} (${seen})`);
	});
}

function listSpoken(comments: QueryComments | undefined): readonly string[] {
	return (comments?.paragraphs ?? []).filter((paragraph) => !USAGE.test(paragraph));
}

function listTitles(comments: QueryComments | undefined): readonly string[] {
	return listSpoken(comments)
		.map(titleFromProse)
		.filter((title) => title !== undefined);
}

function readRule(
	file: RuleFile,
	group: readonly CommentedPart[],
	place: { index: number; alone: boolean; title: string; lines: LineIndex },
): Rule {
	const { alone, lines } = place;
	const start = alone ? 0 : (group[0]?.part.start ?? 0);
	const end = alone ? file.text.length : (group.at(-1)?.part.end ?? file.text.length);
	const values = (name: string): readonly string[] =>
		group.flatMap(({ comments }) => comments.fields.get(name) ?? []);
	const first = (name: string): string | null => values(name)[0] ?? null;
	const queries = group.map(({ part, comments }): RuleQuery => ({
		language: "kql",
		text: file.text.slice(part.start, part.end),
		line: lines.positionAt(part.start).line,
		label: group.length > 1 ? comments.product : null,
	}));
	const text = file.text.slice(start, end);
	const stated = findTechniqueIds([...values("technique"), ...values("tags")].join(" "));
	const tables = [...new Set(group.flatMap(({ part }) => readSourceTables(part.tokens)))];
	return {
		id: (alone ? first("id") : null) ?? createRuleId("kusto", file.path, place.index + 1),
		...describeHeader(values, { path: file.path, title: place.title }),
		vendor: "kusto",
		language: "kql",
		title: place.title,
		description: describeGroup(group),
		techniques: chooseTechniques(
			stated,
			group.map(({ part }) => listComments(file.text, part.tokens)).join("\n"),
			alone ? file.path : "",
		),
		tactics: [...new Set(values("tactic").flatMap(readTacticNames))],
		logsource: readKustoLogsource(tables),
		dataSources: [...new Set(values("data source"))].filter((name) => !/\blicen[cs]e$/i.test(name)),
		tables,
		otherTags: [...new Set([...values("tags"), ...values("cve")].flatMap(splitTags))],
		queries,
		text,
		textLanguage: "kql",
		file: file.file,
		line: lines.positionAt(start).line,
	};
}

function describeGroup(group: readonly CommentedPart[]): string {
	const paragraphs = group.flatMap(({ comments }) => [
		...(comments.fields.get("description") ?? []),
		...comments.paragraphs,
	]);
	return [...new Set(paragraphs)].join("\n\n");
}

function splitTags(value: string): readonly string[] {
	const tags = value
		.split(value.includes("#") ? /[,;\s]+/ : /[,;]/)
		.map((tag) => tag.trim().replace(/^#/, ""));
	return tags.filter((tag) => tag !== "" && findTechniqueIds(tag).length === 0);
}
