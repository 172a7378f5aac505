import type { Rule } from "../../model/rule";
import { addToGroup } from "../../text/add-to-group";
import { indexLines } from "../../text/line-index";
import { findTechniqueIds } from "../../text/technique-ids";
import { fileExtension } from "../file-names";
import { readCommentField } from "../comment-fields";
import { describeHeader } from "../describe-header";
import { cleanLine, titleFromFileName, titleFromProse } from "../plain-names";
import { createRuleId, normaliseTactic } from "../rule-metadata";
import type { RuleFile, RuleReading } from "../rule-reader";
import { findDataModels } from "./find-data-models";
import { listAssigned, TECHNIQUE_FIELD } from "./list-assigned";
import { readSplunkLogsource } from "./read-splunk-logsource";
import { splitSpl, type SplPart } from "./split-spl";

const EXTENSIONS: ReadonlySet<string> = new Set(["spl", "splunk"]);

interface Header {
	readonly fields: ReadonlyMap<string, readonly string[]>;
	readonly prose: readonly string[];
}

/** Gives the searches of a bare file of SPL (`.spl`, `.splunk`), none where the file is something else. */
export function findSplParts({ path, text }: RuleFile): readonly SplPart[] {
	return EXTENSIONS.has(fileExtension(path)) ? splitSpl(text) : [];
}

/**
 * Reads a bare file of SPL: a rule for each search. The comments above a search give its fields (`# Technique: T1059`) and its description;
 * its title is the one they state, else of one search the file's name, of several the first comment.
 */
export function readSplFile(file: RuleFile, parts: readonly SplPart[]): RuleReading {
	const lines = indexLines(file.text);
	const rules = parts.map((part, index): Rule => {
		const alone = parts.length === 1;
		const { fields, prose } = readHeader(part.comments);
		const values = (name: string): readonly string[] => fields.get(name) ?? [];
		const first = (name: string): string | null => values(name)[0] ?? null;
		const [start, end] = alone ? [0, file.text.length] : [part.start, part.end];
		const search = file.text.slice(part.code, part.end);
		const title = first("title") ?? nameSearch(file.path, prose, alone ? null : index + 1);
		return {
			id: (alone ? first("id") : null) ?? createRuleId("splunk", file.path, index + 1),
			...describeHeader(values, { path: file.path, title }),
			vendor: "splunk",
			language: "spl",
			title: cleanLine(title),
			description: [...values("description"), ...prose].join("\n"),
			techniques: chooseTechniques(part, search, alone ? file.path : ""),
			tactics: [...new Set(values("tactic").flatMap(splitTactics))],
			logsource: readSplunkLogsource(values("data source")),
			dataSources: [...new Set(values("data source"))],
			tables: [...findDataModels(search)],
			otherTags: [...new Set(values("cve"))],
			queries: [
				{ language: "spl", text: search, line: lines.positionAt(part.code).line, label: null },
			],
			text: file.text.slice(start, end),
			textLanguage: "spl",
			file: file.file,
			line: lines.positionAt(start).line,
		};
	});
	return { rules, problems: [] };
}

function readHeader(comments: readonly string[]): Header {
	const fields = new Map<string, string[]>();
	const prose: string[] = [];
	for (const comment of comments) {
		const line = cleanLine(comment);
		const field = readCommentField(line);
		if (field !== undefined && field.value !== "") addToGroup(fields, field.name, field.value);
		else if (/[A-Za-z]/.test(line)) prose.push(line);
	}
	return { fields, prose };
}

function nameSearch(path: string, prose: readonly string[], ordinal: number | null): string {
	const fromName = titleFromFileName(path);
	if (ordinal === null) return fromName;
	const own = titleFromProse(prose[0] ?? "");
	return own === undefined ? `${fromName} (${ordinal})` : `${fromName} - ${own}`;
}

/** What the comments name, else what the search assigns, else the file's path. */
function chooseTechniques({ comments }: SplPart, search: string, path: string): readonly string[] {
	const choices = [comments.join("\n"), listAssigned(search, TECHNIQUE_FIELD).join(" "), path];
	return choices.map(findTechniqueIds).find((ids) => ids.length > 0) ?? [];
}

function splitTactics(value: string): readonly string[] {
	return value
		.split(/[,;]/)
		.map((name) => normaliseTactic(name.replace(/\(.*/, "")))
		.filter((tactic) => tactic !== undefined);
}
