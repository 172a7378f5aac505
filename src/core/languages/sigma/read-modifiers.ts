/** What the modifiers behind a Sigma field name ask for. */
export interface SigmaModifiers {
	/** How a value is compared. */
	readonly kind: "text" | "regex" | "cidr" | "exists" | "field" | "gt" | "ge" | "lt" | "le";
	/** Whether anything may stand before the value (`endswith`, `contains`). */
	readonly isOpenBefore: boolean;
	/** Whether anything may stand behind it (`startswith`, `contains`). */
	readonly isOpenAfter: boolean;
	readonly isAll: boolean;
	readonly isCased: boolean;
	readonly isNegated: boolean;
	/** What changes a value, in the order written. */
	readonly changes: readonly ValueChange[];
	/** Flags of the regular expression, out of `i`, `m` and `s`. */
	readonly flags: string;
	/** The part of a date that is compared (`hour`). */
	readonly datePart: string | null;
	/** Modifiers that this version does not know, and those that say again how to compare. */
	readonly unknown: readonly string[];
	/** Whether one of them has capitals or blanks, which pySigma refuses. */
	readonly isMisspelt: boolean;
}

/** A modifier that turns one value into others. */
export type ValueChange =
	"expand" | "windash" | "base64" | "base64offset" | "utf16" | "utf16le" | "utf16be";

type Change = Partial<Omit<SigmaModifiers, "changes" | "flags" | "unknown" | "isMisspelt">>;

/** Modifiers of the Sigma modifiers appendix 2.1.0, with the long spellings of the flags that pySigma knows, and Hayabusa's older ones. */
const MODIFIERS: ReadonlyMap<string, Change> = new Map<string, Change>([
	["contains", { isOpenBefore: true, isOpenAfter: true }],
	["startswith", { isOpenAfter: true }],
	["endswith", { isOpenBefore: true }],
	["all", { isAll: true }],
	["cased", { isCased: true }],
	["neq", { isNegated: true }],
	["re", { kind: "regex" }],
	["cidr", { kind: "cidr" }],
	["exists", { kind: "exists" }],
	["fieldref", { kind: "field" }],
	["equalsfield", { kind: "field" }],
	["endswithfield", { kind: "field", isOpenBefore: true }],
	["gt", { kind: "gt" }],
	["gte", { kind: "ge" }],
	["lt", { kind: "lt" }],
	["lte", { kind: "le" }],
	...["minute", "hour", "day", "week", "month", "year"].map((part): [string, Change] => [
		part,
		{ datePart: part },
	]),
]);

const CHANGES: ReadonlyMap<string, ValueChange> = new Map<string, ValueChange>([
	["expand", "expand"],
	["windash", "windash"],
	["base64", "base64"],
	["base64offset", "base64offset"],
	["utf16", "utf16"],
	["utf16le", "utf16le"],
	["utf16be", "utf16be"],
	["wide", "utf16le"],
]);

const FLAGS: ReadonlyMap<string, string> = new Map([
	["i", "i"],
	["ignorecase", "i"],
	["m", "m"],
	["multiline", "m"],
	["s", "s"],
	["dotall", "s"],
]);

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const NONE: Mutable<SigmaModifiers> = {
	kind: "text",
	isOpenBefore: false,
	isOpenAfter: false,
	isAll: false,
	isCased: false,
	isNegated: false,
	changes: [],
	flags: "",
	datePart: null,
	unknown: [],
	isMisspelt: false,
};

/** Reads the words behind a field name (`CommandLine|contains|all` has two); each is looked up in any case, an unknown one is listed. */
export function readModifiers(words: readonly string[]): SigmaModifiers {
	if (words.length === 0) return NONE;
	const changes: ValueChange[] = [];
	const unknown: string[] = [];
	const read = { ...NONE, changes, unknown };
	for (const written of words) {
		const word = written.trim().toLowerCase();
		if (word !== written) read.isMisspelt = true;
		const known = MODIFIERS.get(word);
		if (known !== undefined && (known.kind === undefined || read.kind === "text")) {
			Object.assign(read, known);
			continue;
		}
		const change = CHANGES.get(word);
		const flag = read.kind === "regex" ? FLAGS.get(word) : undefined;
		if (change !== undefined) changes.push(change);
		else if (flag === undefined) unknown.push(written);
		else if (!read.flags.includes(flag)) read.flags += flag;
	}
	return read;
}
