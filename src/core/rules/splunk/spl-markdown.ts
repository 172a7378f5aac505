import type { RuleQuery } from "../../model/rule";
import type { MarkdownLanguage } from "../markdown/markdown-language";
import { listConfStanzas } from "./conf-stanzas";
import { findDataModels } from "./find-data-models";
import { listAssigned, TECHNIQUE_FIELD } from "./list-assigned";
import { readSplunkLogsource } from "./read-splunk-logsource";
import { isPieceOfSpl, splitSpl } from "./split-spl";

const QUERY_WORDS: ReadonlySet<string> = new Set(
	"spl splunk query queries search searches code logic rule detection hunting correlation sample main the".split(
		" ",
	),
);

/** SPL in Markdown. A fence is also said to be `sql` or `php`, for want of colours for SPL; such a one must begin as a search does. */
export const SPL_MARKDOWN: MarkdownLanguage = {
	vendor: "splunk",
	language: "spl",
	info: /^(?:spl|spl2|splunk|splunk-spl|splunk-query|splunkquery)$/i,
	maybeInfo: /^(?:sql|php|text|txt|plain|plaintext|query|code|bash|none)?$/i,
	gluedInfo: null,
	queryHeading:
		/^[^A-Z]{0,8}(?:(?:detection|hunting|splunk|spl|sample|main|correlation) ){0,3}(?:query|queries|search(?:es)?|code|rules?)\b(?! information)|^[^A-Z]{0,8}(?:detections?|splunk|spl|hunts?|hunting):?$/i,
	queryKey:
		/^(?:(?:detection|hunting|splunk|spl) ){0,2}(?:query|queries|search|rule|spl|splunk|detection)(?: \(\w+\))?$/,
	isUnnamed(heading) {
		const words = heading.toLowerCase().match(/[a-z]+/g) ?? [];
		return words.length > 0 && words.every((word) => QUERY_WORDS.has(word));
	},
	recognise(text, isNamed) {
		if (isStanza(text)) return { shape: "query", tokens: [] };
		const [first] = splitSpl(text);
		const isPiece = first === undefined || isPieceOfSpl(text.slice(first.code));
		if (first === undefined || (!isNamed && isPiece)) return { shape: "other", tokens: [] };
		return { shape: isPiece ? "snippet" : "query", tokens: [] };
	},
	findUnfenced: () => [],
	readQueries(text, blocks, lines) {
		const queries = blocks.flatMap(({ start, end, caption }): readonly RuleQuery[] => {
			const content = text.slice(start, end);
			if (isStanza(content)) return readStanzas(content, lines.positionAt(start).line);
			return splitSpl(content).map((part) => {
				const from = start + part.code;
				const { line } = lines.positionAt(from);
				return { language: "spl", text: text.slice(from, start + part.end), line, label: caption };
			});
		});
		const tables = new Set(queries.flatMap((query) => [...findDataModels(query.text)]));
		const alone = queries.length === 1;
		return {
			queries: alone ? queries.map((query) => ({ ...query, label: null })) : queries,
			tables: [...tables],
		};
	},
	readLogsource: () => readSplunkLogsource([]),
	listRemarks: (text, blocks) =>
		blocks
			.flatMap(({ start, end }) => {
				const search = text.slice(start, end);
				const said = splitSpl(search).flatMap(({ comments }) => comments);
				return [...said, ...listAssigned(search, TECHNIQUE_FIELD)];
			})
			.join("\n"),
};

/** Whether a block holds saved searches as a configuration does, and not a search alone. */
function isStanza(text: string): boolean {
	return /^\s*\[[^\]\n]*\][ \t]*\r?\n/.test(text) && /^[ \t]*search[ \t]*=/m.test(text);
}

function readStanzas(text: string, firstLine: number): readonly RuleQuery[] {
	return listConfStanzas(text).flatMap(({ name, settings }): readonly RuleQuery[] => {
		const search = settings.get("search");
		if (search === undefined) return [];
		const { value, column } = search;
		const line = firstLine + search.line - 1;
		return [{ language: "spl", text: value, line, column, label: name }];
	});
}
