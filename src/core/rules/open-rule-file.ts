import { findJsonFault } from "../formats/json-fault";
import { parseToml } from "../formats/toml";
import { asTable } from "../formats/values";
import { parseYamlDocuments } from "../formats/yaml";
import { indexLines } from "../text/line-index";
import { fileExtension } from "./file-names";
import { splitJsonValues } from "./json-values";
import type { ParsedRuleFile, RuleFile, RuleJsonDocument } from "./rule-reader";
import { scanJsonObjects, type JsonObjectSpan } from "./scan-json-objects";

type Format = ParsedRuleFile["format"];

const FORMATS: ReadonlyMap<string, Format> = new Map([
	["yml", "yaml"],
	["yaml", "yaml"],
	["toml", "toml"],
	["json", "json"],
	["ndjson", "json"],
	["jsonl", "json"],
	["md", "markdown"],
	["markdown", "markdown"],
]);

/**
 * Parses a file once, for all recognisers: in the format of its extension, else in the one that its content shows.
 *
 * A file whose content does not fit its extension is given in the format that fits, so that a renamed rule is still known;
 * where none fits, the extension's format and its failures stay.
 */
export function openRuleFile(file: RuleFile): ParsedRuleFile {
	const named = FORMATS.get(fileExtension(file.path));
	if (named === "markdown") return { ...file, format: "markdown" };
	if (named !== undefined) return openNamed(file, named);
	const shown = sniffFormat(file.text);
	if (shown === undefined) return { ...file, format: "text" };
	const parsed = parseAs(file, shown);
	return isUsable(parsed) ? parsed : { ...file, format: "text" };
}

function openNamed(file: RuleFile, named: Format): ParsedRuleFile {
	// JSON is YAML too, but an export's lines and lists are told apart only as JSON.
	const first = startsAsJson(file.text) ? "json" : named;
	const parsed = parseAs(file, first);
	if (isUsable(parsed)) return parsed;
	const second = first === named ? sniffFormat(file.text) : named;
	if (second === undefined || second === first) return keepFailure(parsed);
	const other = parseAs(file, second);
	if (isUsable(other)) return other;
	return keepFailure(first === named ? parsed : other);
}

function startsAsJson(text: string): boolean {
	return /^\s*(?:\{|\[\s*\{)/.test(text);
}

function parseAs(file: RuleFile, format: Format): ParsedRuleFile {
	const { path, text } = file;
	switch (format) {
		case "yaml":
			return { file: file.file, path, text, format, documents: parseYamlDocuments(text) };
		case "toml":
			return { file: file.file, path, text, format, toml: parseToml(text) };
		case "json":
			return {
				...{ file: file.file, path, text, format },
				documents: parseJsonDocuments(text),
				objects: scanLater(text),
			};
		case "markdown":
		case "text":
			return { ...file, format };
	}
}

/** Vendors look at them one after the other, and most files show at once that none need. */
function scanLater(text: string): () => readonly JsonObjectSpan[] {
	let found: readonly JsonObjectSpan[] | undefined;
	return () => (found ??= scanJsonObjects(text));
}

function isUsable(file: ParsedRuleFile): boolean {
	switch (file.format) {
		case "yaml":
		case "json":
			return file.documents.some(
				(document) =>
					document.ok && (asTable(document.value) !== undefined || Array.isArray(document.value)),
			);
		case "toml":
			return file.toml.ok;
		case "markdown":
		case "text":
			return true;
	}
}

/** Text that YAML reads as one long scalar is no YAML anyone meant. */
function keepFailure(file: ParsedRuleFile): ParsedRuleFile {
	if (file.format !== "yaml" && file.format !== "json") return file;
	if (file.documents.some((document) => !document.ok)) return file;
	return { file: file.file, path: file.path, text: file.text, format: "text" };
}

/** A table of Elastic's TOML anywhere, which is looked for first since it is found faster; then one on a line of its own. */
const HEADER = /\[(?:rule|hunt|metadata|transform)\]/;
const HEADER_LINE = /^[ \t]*\[{1,2}(?:rule|hunt|metadata|transform)\]{1,2}[ \t]*\r?$/m;

/** Gives the format that the first lines show; undefined for plain text. */
function sniffFormat(text: string): Format | undefined {
	if (startsAsJson(text)) return "json";
	if (HEADER.test(text) && HEADER_LINE.test(text)) return "toml";
	if (/^[ \t]*rule[ \t]+\w+\s*(?:\{|\/[/*])/m.test(text)) return "text";
	const first = firstLine(text);
	if (/^---[ \t]*\r?$/.test(first) || /^[A-Za-z_][\w.-]*[ \t]*:(?:[ \t]|\r?$)/.test(first))
		return "yaml";
	return undefined;
}

function firstLine(text: string): string {
	const lines = text.slice(0, 4096).split("\n");
	return lines.find((line) => line.trim() !== "" && !line.trimStart().startsWith("#")) ?? "";
}

/** Reads a JSON file; where the whole is not one value, one value a line (NDJSON), else values one behind the other. */
function parseJsonDocuments(text: string): readonly RuleJsonDocument[] {
	const whole = parseJson(text, 1);
	if (whole.ok) return [whole];
	const lines: RuleJsonDocument[] = [];
	let line = 0;
	for (const part of text.split("\n")) {
		line++;
		if (part.trim() !== "") lines.push(parseJson(part.trim(), line));
	}
	const usable = lines.filter((document) => document.ok && asTable(document.value) !== undefined);
	if (usable.length > 0 && usable.length * 2 >= lines.length) return lines;
	const values = splitJsonValues(text, 0).map((value) => parseJson(value.text, value.line));
	return values.length > 1 ? values : [whole];
}

function parseJson(text: string, line: number): RuleJsonDocument {
	try {
		const value: unknown = JSON.parse(text);
		return { ok: true, value, text, line };
	} catch {
		const fault = findJsonFault(text);
		const offset = indexLines(text).positionAt(fault?.offset ?? 0).line - 1;
		return { ok: false, message: fault?.reason ?? "unreadable", text, line: line + offset };
	}
}
