import type { Condition, Detection, QueryParser, QuerySource } from "../../model/detection";
import { mergeTables } from "../../formats/merge-tables";
import { asTable, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { parseYamlDocuments } from "../../formats/yaml";
import { indexLines } from "../../text/line-index";
import { opaque } from "../syntax/conditions";
import { findSection, readSection } from "./find-section";
import type { ReadSection, SectionName } from "./find-section";
import { listRules } from "./list-rules";
import { outlineCorrelation, pickCorrelation } from "./loose-correlation";
import { mendYaml } from "./mend-yaml";
import { parseCorrelation } from "./parse-correlation";
import { parseDetection } from "./parse-detection";
import { entryOf } from "./outline-node";
import { placeValues } from "./place-values";
import { SigmaReading } from "./sigma-reading";

/**
 * Parses a Sigma document in YAML or JSON: a rule, a correlation or a filter (specification 2.1, and what older rules use). Global
 * documents may stand above it, parted by `---`; they are laid under it.
 *
 * The tokens are the scalars of the section that states what is looked for, and the words and marks of its condition. A correlation or
 * a filter has the rules it names as sources of kind `function`. Of plain YAML only that section is read. Of text that is no YAML the lines
 * that break it are left out and reported; where that does not help, it is one opaque leaf.
 */
export const parseSigma: QueryParser = (text, context) => {
	const { reading, section } = openSection(new SigmaReading(text, context));
	const { detection, sources }: Parsed =
		section === undefined
			? { detection: { kind: "event", condition: refuseText(reading) }, sources: [] }
			: parseSection(reading, section);
	return { detection, sources, problems: reading.problems, tokens: reading.account };
};

interface OpenSection {
	readonly reading: SigmaReading;
	readonly section: ReadSection | undefined;
}

function openSection(reading: SigmaReading): OpenSection {
	const { text, context } = reading;
	const section = readSection(text) ?? decodeSection(reading);
	const mended = section === undefined && reading.problems.length > 0 ? mendYaml(text) : undefined;
	if (mended === undefined) return { reading, section };
	const second = new SigmaReading(mended.text, context);
	const found = readSection(mended.text) ?? decodeSection(second);
	if (found === undefined) return { reading, section };
	for (const { start, end, message } of mended.blanked) {
		second.report("query-syntax", "error", `not valid YAML: ${message}`, { start, end });
		second.count(1);
		second.lose(1);
	}
	return { reading: second, section: found };
}

interface Parsed {
	readonly detection: Detection;
	readonly sources: readonly QuerySource[];
}

/** In the order in which a document that has several of them is taken. */
const SECTIONS: readonly SectionName[] = ["correlation", "detection", "filter"];

/** Decodes the whole text, and finds the places of the section in it. */
function decodeSection(reading: SigmaReading): ReadSection | undefined {
	const tables = readTables(reading);
	const document = tables.length === 1 ? tables[0] : mergeTables(tables);
	for (const name of SECTIONS) {
		const table = document && asTable(ownValue(document, name));
		if (table === undefined) continue;
		const { outline, repeated } = findSection(reading.text, name);
		return { name, outline: placeValues(table, outline), repeated };
	}
	const loose = document && pickCorrelation(document);
	if (loose === undefined) return undefined;
	const outline = placeValues(loose, outlineCorrelation(reading.text));
	const { keyStart: start, end } = entryOf(outline, "type");
	const message = "the entries of a correlation belong below \u201Ccorrelation:\u201D";
	reading.report("query-syntax", "warning", message, { start, end });
	return { name: "correlation", outline, repeated: [] };
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

function parseSection(reading: SigmaReading, section: ReadSection): Parsed {
	const { name, outline } = section;
	switch (name) {
		case "correlation":
			return parseCorrelation(reading, section);
		case "detection":
			return { detection: parseDetection(reading, section, []), sources: [] };
		case "filter": {
			const sources = listRules(outline.entries?.get("rules")?.value);
			return { detection: parseDetection(reading, section, ["rules"]), sources };
		}
	}
}

function refuseText(reading: SigmaReading): Condition {
	const reason = "there is no detection, correlation or filter";
	const span = { start: 0, end: reading.text.length };
	// Text that is no YAML was reported and counted already.
	if (reading.problems.length > 0) return opaque(reading.text, reason, span);
	reading.count(1);
	return reading.giveUp(reason, span, 1);
}
