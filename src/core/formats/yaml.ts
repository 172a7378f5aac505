import { countBreaks } from "../text/count-breaks";
import * as yaml from "js-yaml";

/** One YAML document of a text, with the 1-based line on which it starts. */
export interface YamlDocument {
	/** The document's own text, without the `---` that separates it. */
	readonly text: string;
	readonly line: number;
}

/** What went wrong in a YAML text. */
export interface YamlFailure {
	readonly line: number | null;
	readonly message: string;
	readonly bomb: boolean;
}

/** A parsed YAML value, or the failure. */
export type YamlResult =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly failure: YamlFailure };

/** A decimal integer without leading zero, so that `00000429` stays text; octal and hexadecimal as YAML 1.2 core has them. */
const INTEGER = /^(?:[-+]?(?:0|[1-9][0-9]*)|0o[0-7]+|0x[0-9a-fA-F]+)$/;
const FLOAT =
	/^(?:[-+]?(?:\.[0-9]+(?:[eE][-+]?[0-9]+)?|(?:0|[1-9][0-9]*)(?:\.[0-9]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+))|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** Longest spelling of null and of the truth values; js-yaml asks each type about each plain scalar, and most are longer. */
const LONGEST_WORD = 5;

const nullType = new yaml.Type("tag:yaml.org,2002:null", {
	kind: "scalar",
	resolve: (data: unknown) =>
		data === null ||
		(typeof data === "string" &&
			data.length <= LONGEST_WORD &&
			/^(?:~|null|Null|NULL)?$/.test(data)),
	construct: () => null,
});

const booleanType = new yaml.Type("tag:yaml.org,2002:bool", {
	kind: "scalar",
	resolve: (data: unknown) =>
		typeof data === "string" &&
		data.length <= LONGEST_WORD &&
		/^(?:true|True|TRUE|false|False|FALSE)$/.test(data),
	construct: (data: string) => data.toLowerCase() === "true",
});

const integerType = new yaml.Type("tag:yaml.org,2002:int", {
	kind: "scalar",
	resolve: (data: unknown) => typeof data === "string" && isSafeInteger(data),
	construct: (data: string) => parseInteger(data),
});

const floatType = new yaml.Type("tag:yaml.org,2002:float", {
	kind: "scalar",
	resolve: (data: unknown) => typeof data === "string" && mayBeNumber(data) && FLOAT.test(data),
	construct: (data: string) => parseFloatWord(data),
});

const PLAIN_TYPES = [nullType, booleanType, integerType, floatType];

/** YAML 1.2 core as js-yaml has it, with integers that keep what they say: no leading zero, nothing past 2^53. */
const SCHEMA = yaml.FAILSAFE_SCHEMA.extend({ implicit: PLAIN_TYPES });

/** Gives the value of a plain scalar as `parseYaml` reads it: a number, a truth value, null, else its text. */
export function resolvePlainScalar(text: string): string | number | boolean | null {
	if (text.length > LONGEST_WORD && !mayBeNumber(text)) return text;
	const type = PLAIN_TYPES.find((plain) => plain.resolve(text));
	return type === undefined ? text : (type.construct(text) as number | boolean | null);
}

/** Values that one text may expand to through aliases before it is refused. */
const EXPANSION_LIMIT = 200_000;
const DEPTH_LIMIT = 200;

/**
 * Parses one YAML document (1.2 core schema, js-yaml 4); dates stay text.
 *
 * Refused as a bomb: aliases that expand to over 200,000 values, nesting deeper than 200.
 */
export function parseYaml(text: string): YamlResult {
	try {
		return checkExpansion(yaml.load(text, { schema: SCHEMA, json: true }), text);
	} catch (error) {
		return { ok: false, failure: describeYamlError(error) };
	}
}

/** Splits a text at its `---` lines and parses each document; an empty document is left out. */
export function parseYamlDocuments(text: string): readonly (YamlResult & YamlDocument)[] {
	return splitYamlDocuments(text).map((part) => {
		const result = parseYaml(part.text);
		if (result.ok) return { ok: true, value: result.value, text: part.text, line: part.line };
		const { failure } = result;
		const line = failure.line === null ? null : failure.line + part.line - 1;
		return { ok: false as const, failure: { ...failure, line }, text: part.text, line: part.line };
	});
}

function splitYamlDocuments(text: string): YamlDocument[] {
	const parts: YamlDocument[] = [];
	const separator = /^(?:---|\.\.\.)(?:[ \t].*)?\r?$/gm;
	let start = 0;
	let line = 1;
	const push = (end: number): void => {
		const part = text.slice(start, end);
		if (/^[ \t]*[^#\s%]/m.test(part)) parts.push({ text: part, line });
	};
	if (!text.includes("---") && !text.includes("...")) {
		push(text.length);
		return parts;
	}
	for (let match = separator.exec(text); match !== null; match = separator.exec(text)) {
		push(match.index);
		// A line that starts a document with content on it (`--- value`) is part of that document.
		const hasContent = /^---[ \t]+[^#\s]/.test(match[0]);
		const next = hasContent
			? match.index
			: Math.min(match.index + match[0].length + 1, text.length);
		line += countBreaks(text, start, next);
		start = next;
	}
	push(text.length);
	return parts;
}

/** Digits, signs and the full stop come before all letters. */
function mayBeNumber(data: string): boolean {
	return data.charCodeAt(0) <= 0x39;
}

function isSafeInteger(data: string): boolean {
	return mayBeNumber(data) && INTEGER.test(data) && Number.isSafeInteger(parseInteger(data));
}

function parseInteger(data: string): number {
	return data.startsWith("+") ? Number(data.slice(1)) : Number(data);
}

function parseFloatWord(data: string): number {
	const word = data.toLowerCase().replace("+", "");
	if (word === ".inf") return Infinity;
	if (word === "-.inf") return -Infinity;
	if (word === ".nan") return NaN;
	return Number(data);
}

/** What may be an anchor; the ampersands of a web address are none. */
const ANCHOR = /(?:^|\W)&\S/;

/** js-yaml shares what aliases point at, so loading is cheap, but whoever walks the value pays for every path to it. */
function checkExpansion(value: unknown, text: string): YamlResult {
	if (!text.includes("*") || !text.includes("&") || !ANCHOR.test(text)) return { ok: true, value };
	const sizes = new Map<object, number>();
	const measure = (node: unknown, depth: number): number => {
		if (typeof node !== "object" || node === null) return 1;
		const known = sizes.get(node);
		if (known !== undefined) return known;
		if (depth > DEPTH_LIMIT) return Infinity;
		sizes.set(node, Infinity);
		let size = 1;
		for (const child of Object.values(node)) size += measure(child, depth + 1);
		sizes.set(node, size);
		return size;
	};
	if (measure(value, 0) <= EXPANSION_LIMIT) return { ok: true, value };
	return {
		ok: false,
		failure: {
			line: null,
			bomb: true,
			message: "aliases expand to more than 200,000 values, or refer to themselves",
		},
	};
}

function describeYamlError(error: unknown): YamlFailure {
	if (error instanceof yaml.YAMLException) {
		// js-yaml's types call the mark always present; it is not for every error.
		const { mark } = error as { mark?: { line: number } };
		return { line: mark === undefined ? null : mark.line + 1, message: error.reason, bomb: false };
	}
	return { line: null, message: "the YAML is nested too deeply", bomb: true };
}
