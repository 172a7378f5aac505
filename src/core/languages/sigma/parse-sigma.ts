import type {
	Condition,
	Detection,
	ParsedQuery,
	QueryContext,
	QueryParser,
	QuerySource,
} from "../../model/detection";
import { mergeTables } from "../../formats/merge-tables";
import { asTable, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { parseYamlDocuments } from "../../formats/yaml";
import { indexLines } from "../../text/line-index";
import { opaque } from "../syntax/conditions";
import { findSection } from "./find-section";
import { listRules } from "./list-rules";
import { entryOf } from "./outline-node";
import { parseCorrelation } from "./parse-correlation";
import { parseDetection } from "./parse-detection";
import { SigmaReading } from "./sigma-reading";

/**
 * Parses a Sigma document in YAML or JSON: a rule, a correlation or a filter (specification 2.1, and what older rules use). Global
 * documents may stand above it, parted by `---`; they are laid under it.
 *
 * The tokens are the scalars of the section that states what is looked for, and the words and marks of its condition. A correlation or
 * a filter has the rules it names as sources of kind `function`. Text that is no YAML is one opaque leaf.
 */
export const parseSigma: QueryParser = (text, context) => {
	const reading = new SigmaReading(text, context);
	const tables = readTables(reading);
	return parseTable(reading, tables.length === 1 ? tables[0] : mergeTables(tables));
};

/** As `parseSigma`, for a caller that has parsed the text already: `table` is the document with the global ones laid under it. */
export function parseSigmaTable(table: Table, text: string, context: QueryContext): ParsedQuery {
	return parseTable(new SigmaReading(text, context), table);
}

function readTables(reading: SigmaReading): readonly Table[] {
	const json = readJson(reading.text);
	if (json !== undefined) return [json];
	const tables: Table[] = [];
	for (const document of parseYamlDocuments(reading.text)) {
		const table = document.ok ? asTable(document.value) : undefined;
		if (table !== undefined) tables.push(table);
		if (document.ok) continue;
		const lines = indexLines(reading.text);
		const start = lines.offsetOfLine(document.failure.line ?? document.line);
		const message = `not valid YAML: ${document.failure.message}`;
		const span = { start, end: start };
		reading.report("query-syntax", "error", message, span);
		reading.count(1);
		reading.lose(1);
	}
	return tables;
}

function readJson(text: string): Table | undefined {
	if (!/^\s*\{/.test(text)) return undefined;
	try {
		return asTable(JSON.parse(text));
	} catch {
		return undefined;
	}
}

function parseTable(reading: SigmaReading, table: Table = {}): ParsedQuery {
	const { detection, sources } = parseSection(reading, table);
	return { detection, sources, problems: reading.problems, tokens: reading.account };
}

function parseSection(
	reading: SigmaReading,
	table: Table,
): { readonly detection: Detection; readonly sources: readonly QuerySource[] } {
	const correlation = asTable(ownValue(table, "correlation"));
	if (correlation !== undefined)
		return parseCorrelation(reading, correlation, findSection(reading.text, "correlation"));
	const rule = asTable(ownValue(table, "detection"));
	if (rule !== undefined) {
		const found = findSection(reading.text, "detection");
		return { detection: parseDetection(reading, rule, found, []), sources: [] };
	}
	const filter = asTable(ownValue(table, "filter"));
	if (filter !== undefined) {
		const found = findSection(reading.text, "filter");
		const place = entryOf(found.outline, "rules").value;
		const sources = listRules(ownValue(filter, "rules"), place);
		return { detection: parseDetection(reading, filter, found, ["rules"]), sources };
	}
	return { detection: { kind: "event", condition: refuseText(reading) }, sources: [] };
}

function refuseText(reading: SigmaReading): Condition {
	const reason = "there is no detection, correlation or filter";
	const span = { start: 0, end: reading.text.length };
	// Text that is no YAML was reported and counted already.
	if (reading.problems.length > 0) return opaque(reading.text, reason, span);
	reading.count(1);
	return reading.giveUp(reason, span, 1);
}
