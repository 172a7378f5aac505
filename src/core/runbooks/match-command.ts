import type { KnownIndicator } from "../library/indicator-index";

/** What a rule looks for, made ready to be looked for in commands: by field. */
export type RuleNeedles = readonly FieldNeedles[];

interface FieldNeedles {
	/** Whether a command says what the field will hold. */
	readonly isSpoken: boolean;
	/** Whether the field is about what started the command, of which the command says nothing. */
	readonly isAbove: boolean;
	readonly needles: readonly Needle[];
}

interface Needle {
	/** As the rule has it. */
	readonly shown: string;
	/** In lower case; all of them, in this order. */
	readonly parts: readonly string[];
	/** Whether few rules look for it, and it is more than the name of a shell. */
	readonly isTelling: boolean;
}

/** What a command shows of a rule. */
export interface CommandMatch {
	/** Values of the rule that stand in the command, the longest first. */
	readonly values: readonly string[];
	/** Whether each field that a command can fill is met by one of its values, and few rules look for one of these. */
	readonly isWhole: boolean;
}

/** Canonical fields whose value a command line or script says. */
const SPOKEN =
	/^(?:process\.(?:command_line|args|executable|name|pe\.original_file_name)|powershell\.|event\.action$|message$)/;

const ABOVE = /^process\.(?:parent\.|ancestry|previous\.|responsible\.)/;

/** Rules that may look for a value for it to tell them from others. */
const FEW = 12;

/** Operators whose value stands in the event as it is written. */
const LITERAL: ReadonlySet<string> = new Set([
	...["eq", "in", "contains", "starts_with", "ends_with", "match", "wildcard"],
]);

const SHELL =
	/^(?:powershell(?:_ise)?|pwsh|cmd|bash|sh|dash|zsh|ksh|wscript|cscript|python3?)(?:\.exe)?$/;

/** Signs that a text needs so that its standing in a command says something. */
const LEAST = 3;

/** Makes what a rule looks for ready. */
export function prepareNeedles(indicators: readonly KnownIndicator[]): RuleNeedles {
	const fields = new Map<string, FieldNeedles & { readonly needles: Needle[] }>();
	for (const indicator of indicators) {
		const needle = toNeedle(indicator);
		if (needle === undefined) continue;
		const field = indicator.field ?? "";
		const isSpoken = field === "" || SPOKEN.test(field);
		const known = fields.get(field) ?? { isSpoken, isAbove: ABOVE.test(field), needles: [] };
		fields.set(field, known);
		known.needles.push(needle);
	}
	return [...fields.values()];
}

/** Tells which of a rule's values stand in a command; `command` is in lower case. */
export function matchCommand(fields: RuleNeedles, command: string): CommandMatch {
	const values: string[] = [];
	let isWhole = fields.some(({ isSpoken }) => isSpoken);
	let isTelling = false;
	for (const { isSpoken, isAbove, needles } of fields) {
		const found = needles.filter(({ parts }) => holdsParts(command, parts));
		if ((isSpoken || isAbove) && found.length === 0) isWhole = false;
		for (const needle of found) {
			values.push(needle.shown);
			if (isSpoken && needle.isTelling) isTelling = true;
		}
	}
	const shown = [...new Set(values)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
	return { values: shown, isWhole: isWhole && isTelling };
}

function toNeedle({ op, value, reach }: KnownIndicator): Needle | undefined {
	if (typeof value !== "string" || !LITERAL.has(op)) return undefined;
	const pieces = op === "wildcard" ? value.split(/[*?]+/) : [value];
	const parts = pieces
		// The folder in which a program lies is not in a command that only names it.
		.map((piece) =>
			piece
				.toLowerCase()
				.trim()
				.replace(/^[\\/]+/, ""),
		)
		.map((piece) => (/^[a-z]:\\.+\.exe$/.test(piece) ? baseOf(piece) : piece))
		.map((piece) => piece.replace(/\.exe$/, ""))
		.filter((piece) => piece.length >= LEAST);
	if (parts.length === 0) return undefined;
	const isTelling = reach <= FEW && !parts.every((part) => SHELL.test(part));
	return { shown: value, parts, isTelling };
}

function baseOf(path: string): string {
	return path.slice(path.lastIndexOf("\\") + 1);
}

function holdsParts(text: string, parts: readonly string[]): boolean {
	let from = 0;
	for (const part of parts) {
		const at = findPart(text, part, from);
		if (at === -1) return false;
		from = at + part.length;
	}
	return true;
}

/** A short word counts where it stands alone: `net` is not in `internet`. */
function findPart(text: string, part: string, from: number): number {
	if (part.length > 5 || !/^[a-z0-9]+$/.test(part)) return text.indexOf(part, from);
	for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
		const isStart = at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? "");
		if (isStart && !/[a-z0-9]/.test(text[at + part.length] ?? "")) return at;
	}
	return -1;
}
