import { mergeTables } from "../../formats/merge-tables";
import { asTable, asText, ownValue } from "../../formats/values";
import type { Table } from "../../formats/values";
import { splitYamlList } from "../../formats/yaml-lines";
import { pickCorrelation } from "../../languages/sigma/loose-correlation";
import { splitJsonValues } from "../json-values";
import type { ParsedRuleFile } from "../rule-reader";

/** One document of a Sigma file after its collection's actions were applied. */
export interface SigmaDocument {
	/** The document's fields, with those of the global documents above it. */
	readonly table: Table;
	/** Text that alone gives this document again: the global documents it stands on, `---` lines, and itself. */
	readonly text: string;
	/** 1-based line of the file that the first line of `text` has, counted so that the document's own part is right. */
	readonly line: number;
	/** Line of the document itself. */
	readonly ownLine: number;
	/** Whether the `id` stands in a global document, so that several documents share it. */
	readonly sharesId: boolean;
}

/** One table of a file, with its text. */
export interface SigmaPart {
	readonly table: Table;
	readonly text: string;
	readonly line: number;
}

/** What kind of Sigma document a table is, or undefined where it is none. */
export function sigmaKind(table: Table): "rule" | "correlation" | "filter" | undefined {
	if (asTable(ownValue(table, "correlation")) !== undefined) return "correlation";
	const detection = asTable(ownValue(table, "detection"));
	const logsource = asTable(ownValue(table, "logsource"));
	if (detection !== undefined && (logsource !== undefined || Object.hasOwn(detection, "condition")))
		return "rule";
	const filter = asTable(ownValue(table, "filter"));
	if (filter !== undefined && (logsource !== undefined || Object.hasOwn(filter, "condition")))
		return "filter";
	return pickCorrelation(table) === undefined ? undefined : "correlation";
}

/** Gives the tables of a YAML or JSON file, or those of a list in it, in order; failed documents and other values are left out. */
export function sigmaParts(file: ParsedRuleFile): readonly SigmaPart[] {
	if (file.format !== "yaml" && file.format !== "json") return [];
	const parts: SigmaPart[] = [];
	for (const document of file.documents) {
		if (!document.ok) continue;
		const { value, text, line } = document;
		const table = asTable(value);
		if (table !== undefined) parts.push({ table, text, line });
		else if (Array.isArray(value)) {
			const texts = file.format === "json" ? splitJsonValues(text, 1) : splitYamlList(text);
			for (const [index, part] of texts.entries()) {
				const inner = texts.length === value.length ? asTable(value[index]) : undefined;
				if (inner === undefined) continue;
				parts.push({ table: inner, text: part.text, line: line + part.line - 1 });
			}
		}
	}
	return parts;
}

/** A file's documents after its actions, and the line of the first document that was one too many. */
export interface SigmaCollection {
	readonly documents: readonly SigmaDocument[];
	readonly cutAt: number | null;
}

/** How much longer than its file the documents of a collection may become together, in UTF-16 units. */
const GROWTH_LIMIT = 16;
const GROWTH_FLOOR = 65_536;

/**
 * Applies a collection's actions, as Sigma had them before correlations: `global` adds its fields to every following document,
 * `reset` forgets them, `repeat` adds a document's fields to those of the rule before it.
 *
 * Gives the documents that state something themselves, in order. A collection that would grow to many times the length of its file
 * is cut there.
 */
export function expandSigmaDocuments(parts: readonly SigmaPart[]): SigmaCollection {
	const documents: SigmaDocument[] = [];
	let budget = GROWTH_FLOOR + GROWTH_LIMIT * sumLengths(parts);
	let globals: SigmaPart[] = [];
	let previous: readonly SigmaPart[] = [];
	for (const part of parts) {
		const action = asText(ownValue(part.table, "action"));
		if (action === "global") globals.push(part);
		else if (action === "reset") globals = [];
		else {
			const below = action === "repeat" ? previous : globals;
			previous = [...below, part];
			budget -= sumLengths(previous);
			if (budget < 0) return { documents, cutAt: part.line };
			documents.push(joinParts(below, part));
		}
	}
	return { documents, cutAt: null };
}

function sumLengths(parts: readonly SigmaPart[]): number {
	return parts.reduce((sum, part) => sum + part.text.length, 0);
}

function joinParts(below: readonly SigmaPart[], own: SigmaPart): SigmaDocument {
	if (below.length === 0) {
		const { table, text, line } = own;
		return { table, text, line, ownLine: line, sharesId: false };
	}
	const head = below.map((part) => endLine(part.text) + "---\n").join("");
	const table = mergeTables([...below, own].map((part) => part.table));
	return {
		table: withoutKey(table, "action"),
		text: head + own.text,
		line: Math.max(1, own.line - countLines(head)),
		ownLine: own.line,
		sharesId: !Object.hasOwn(own.table, "id"),
	};
}

function withoutKey(table: Table, key: string): Table {
	return Object.fromEntries(Object.entries(table).filter(([name]) => name !== key));
}

function endLine(text: string): string {
	return text.endsWith("\n") ? text : `${text}\n`;
}

function countLines(text: string): number {
	return text.split("\n").length - 1;
}
