import { normaliseDate } from "../../formats/dates";
import type { RuleProse } from "../../model/rule";
import type { MarkdownSection } from "./markdown-sections";
import { isTableLine } from "./markdown-tables";
import { plainText, trimMarks } from "../plain-names";
import { readProductName } from "./product-names";
import { isAttackHeading } from "./read-attack-mentions";
import { firstValue, readKeyLine } from "./read-key-lines";

/** What the sections of a Markdown rule say beside its queries and ATT&CK. */
export interface MarkdownFacts {
	readonly fields: ReadonlyMap<string, readonly string[]>;
	readonly description: string;
	readonly author: string | null;
	readonly version: string | null;
	readonly created: string | null;
	readonly lastModified: string | null;
	readonly references: readonly string[];
	readonly falsePositives: readonly string[];
	readonly dataSources: readonly string[];
	readonly tables: readonly string[];
	readonly prose: readonly RuleProse[];
}

/** Headings over what a rule is about. */
export const DESCRIPTION_HEADING =
	/^(?:(?:detection|query|hunt|rule) )?(?:description|purpose|summary|overview)$/i;
const REFERENCES = /^(?:references?|resources|further reading|links|sources?)$/i;
const FALSE_POSITIVES = /^(?:known )?false[ -]?positives?$/i;
const AUTHOR = /^(?:authors?|contributors?|contributors? info|credits?)(?: <optional>)?$/i;
/** The section of the query, where some describe it. */
const QUERY_SECTION = /^(?:query|queries|detection)$/i;
/** Sections that are read into fields, or only lead to other files. */
const CONSUMED =
	/^(?:category|metadata|hunt tags|query information|version history|utili[sz]ed data sources?|see also|table of contents|change ?log)$/i;

/** Whether a heading stands over facts about a rule, so that it says nothing about what is detected. */
export function isFactHeading(heading: string): boolean {
	const patterns = [DESCRIPTION_HEADING, REFERENCES, FALSE_POSITIVES, AUTHOR, CONSUMED];
	return patterns.some((pattern) => pattern.test(heading)) || /^risks?$/i.test(heading);
}

/** Reads the facts of a rule from its sections; the first section is its title's. */
export function readMarkdownFacts(sections: readonly MarkdownSection[]): MarkdownFacts {
	const fields = gatherFields(sections);
	const description = sections.find((section) => DESCRIPTION_HEADING.test(section.heading));
	const intro = readIntro(sections);
	const history = readHistory(sections);
	const data = readDataSources(sections);
	const described = description === undefined ? "" : readProse(description.body);
	const told = described || (firstValue(fields, "description", "purpose") ?? "");
	const fallback = sections.find(
		(section) => QUERY_SECTION.test(section.heading) && !isQueryText(section),
	);
	const whole = told || intro || readProse(fallback?.body ?? "");
	return {
		fields,
		description: whole,
		author:
			firstValue(fields, "author", "authors", "contributor", "contributors") ??
			readAuthor(sections),
		version: firstValue(fields, "version") ?? history.version,
		created:
			normaliseDate(firstValue(fields, "created", "date", "creation date")) ?? history.created,
		lastModified:
			normaliseDate(firstValue(fields, "last modified", "modified", "updated", "last updated")) ??
			history.lastModified,
		references: readReferences(sections, fields),
		falsePositives: sections
			.filter((section) => FALSE_POSITIVES.test(section.heading))
			.flatMap((section) => readItems(section.body)),
		dataSources: data.dataSources,
		tables: data.tables,
		prose: sections
			.filter((section) => section !== description && isProse(section, told === ""))
			.map((section) => ({ heading: section.heading, text: readProse(section.body) }))
			.filter(({ text }) => text !== "" && text !== whole),
	};
}

function gatherFields(
	sections: readonly MarkdownSection[],
): ReadonlyMap<string, readonly string[]> {
	const gathered = new Map<string, string[]>();
	for (const { fields } of sections) {
		for (const [name, values] of fields) {
			const known = gathered.get(name) ?? [];
			for (const value of values) known.push(value);
			gathered.set(name, known);
		}
	}
	return gathered;
}

/** Paragraphs of a section: no tables, no fields in bold, no rules. */
export function readProse(body: string): string {
	const bare = body.includes("\r") ? body.replace(/\r(?=\n|$)/g, "") : body;
	return bare
		.split("\n")
		.filter((line) => !isTableLine(line) && !isDivision(line) && readKeyLine(line) === undefined)
		.join("\n")
		.replace(/\n{3,}/g, "\n\n")
		.trim();
}

/** A line that draws a rule across the page. */
function isDivision(line: string): boolean {
	return /^\s*(?:-{3,}|\*{3,}|_{3,})\s*$/.test(line);
}

/** What stands under the title, before any other heading. */
function readIntro(sections: readonly MarkdownSection[]): string {
	const [first, second] = sections;
	const text = first === undefined ? "" : readProse(first.body);
	if (text !== "" || first?.heading !== "") return text;
	return second === undefined ? "" : readProse(second.body);
}

function isProse(section: MarkdownSection, introUsed: boolean): boolean {
	const { heading, level } = section;
	if (/^(?:kql|kusto)$/i.test(heading) || isQueryText(section)) return false;
	if (heading === "" || (level === 1 && introUsed)) return false;
	if (readProductName(heading) !== undefined || isAttackHeading(heading)) return false;
	return ![REFERENCES, FALSE_POSITIVES, AUTHOR, CONSUMED].some((pattern) => pattern.test(heading));
}

/** A section that holds its query as plain text. */
function isQueryText({ heading, body }: MarkdownSection): boolean {
	return QUERY_SECTION.test(heading) && /^[ \t]*\|[ \t]*[a-z]/m.test(body);
}

/** `#### Author` over `- **Name:** …`, or over the name alone. */
function readAuthor(sections: readonly MarkdownSection[]): string | null {
	const section = sections.find((candidate) => AUTHOR.test(candidate.heading));
	if (section === undefined) return null;
	const named = firstValue(section.fields, "name");
	if (named !== null) return named;
	const [line = ""] = readItems(section.body);
	return line === "" || line.length > 100 ? null : plainText(line);
}

function readReferences(
	sections: readonly MarkdownSection[],
	fields: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
	const found = new Set<string>();
	const items = sections
		.filter((section) => REFERENCES.test(section.heading))
		.flatMap((section) => readItems(section.body));
	const stated = [...(fields.get("references") ?? []), ...(fields.get("reference") ?? [])];
	for (const item of [...items, ...stated]) {
		const links = item.match(/https?:\/\/[^\s<>"`]+/g);
		for (const link of links ?? [plainText(item)]) {
			const bare = trimMarks(link, "),.;]", "end");
			if (bare !== "") found.add(bare);
		}
	}
	return [...found];
}

/** List items, or paragraphs where there is no list; continued lines are joined. */
function readItems(body: string): readonly string[] {
	const items: string[] = [];
	let open = false;
	for (const line of readProse(body).split("\n")) {
		const bare = line.trim();
		const item = /^(?:[-*+]|\d{1,3}[.)])[ \t](.*)$/.exec(bare);
		if (bare === "") open = false;
		else if (item !== null || !open) {
			items.push((item?.[1] ?? bare).trim());
			open = true;
		} else items.push(`${items.pop() ?? ""} ${bare}`);
	}
	return items.filter((item) => item !== "");
}

/** `Version | Date | …`: the newest version is the last change, the oldest date the creation. */
function readHistory(sections: readonly MarkdownSection[]): {
	version: string | null;
	created: string | null;
	lastModified: string | null;
} {
	for (const section of sections) {
		for (const table of section.tables) {
			const names = table.header.map((cell) => plainText(cell).toLowerCase());
			const version = names.indexOf("version");
			const date = names.indexOf("date");
			if (version === -1 || date === -1) continue;
			const entries = table.rows
				.map((row) => ({
					version: plainText(row[version] ?? ""),
					date: normaliseDate(row[date] ?? ""),
				}))
				.filter((entry) => entry.date !== null)
				.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
			const last = entries.at(-1);
			if (last === undefined) continue;
			return {
				version: newestVersion(entries, last.date) ?? (last.version || null),
				created: entries[0]?.date ?? null,
				lastModified: last.date,
			};
		}
	}
	return { version: null, created: null, lastModified: null };
}

/** Of several versions of one day the table's first or last row is the newest; the greater number says which. */
function newestVersion(
	entries: readonly { readonly version: string; readonly date: string | null }[],
	date: string | null,
): string | null {
	let newest: string | null = null;
	for (const entry of entries) {
		if (entry.date !== date || !/^\d+(?:\.\d+)*$/.test(entry.version)) continue;
		if (newest === null || compareVersions(entry.version, newest) > 0) newest = entry.version;
	}
	return newest;
}

function compareVersions(a: string, b: string): number {
	const left = a.split(".").map(Number);
	const right = b.split(".").map(Number);
	for (let at = 0; at < Math.max(left.length, right.length); at++) {
		const difference = (left[at] ?? 0) - (right[at] ?? 0);
		if (difference !== 0) return difference;
	}
	return 0;
}

/** `Log Provider | Table Name | … | ATT&CK Data Source | ATT&CK Data Component`, in either generation of the template. */
function readDataSources(sections: readonly MarkdownSection[]): {
	dataSources: readonly string[];
	tables: readonly string[];
} {
	const dataSources = new Set<string>();
	const tables = new Set<string>();
	for (const section of sections) {
		for (const table of section.tables) {
			const names = table.header.map((cell) => plainText(cell).toLowerCase());
			const source = names.indexOf("att&ck data source");
			if (source === -1) continue;
			const component = names.indexOf("att&ck data component");
			const tableName = names.indexOf("table name");
			const named = tableName === -1 ? names.indexOf("event name") : tableName;
			for (const row of table.rows) {
				const words = [row[source] ?? "", component === -1 ? "" : (row[component] ?? "")];
				const label = words.map(plainText).filter((word) => word !== "" && word !== "-");
				if (label.length > 0) dataSources.add(label.join(": "));
				const name = plainText(row[named] ?? "");
				if (/^[A-Za-z]\w+$/.test(name)) tables.add(name);
			}
		}
	}
	return { dataSources: [...dataSources], tables: [...tables] };
}
