/** Words that some YAML version or Obsidian reads as something other than text. */
const TYPED_WORD = /^(?:null|true|false|yes|no|on|off|[yn=~]|<<)$/i;

/** Numbers as YAML 1.1 and 1.2 write them: decimal, float, hexadecimal, octal, binary, base 60, infinity. */
const NUMBERS = [
	/^[-+]?[\d_,]*(?:\.[\d_]*)?(?:[eE][-+]?\d+)?$/,
	/^[-+]?0x[\da-f_]+$/i,
	/^[-+]?0o?[0-7_]+$/i,
	/^[-+]?0b[01_]+$/i,
	/^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
	/^[-+]?\.(?:inf|nan)$/i,
];

/** What all of these start with; most text does not. */
const NUMBER_START = /^[-+\d_,.e]/i;

/** A timestamp of YAML 1.1, or a date that Obsidian would take for one. */
const DATE_LIKE = /^\d{4}-\d{1,2}(?:-\d{1,2}(?:[Tt\s].*)?)?$/;

/** Characters that start something other than plain text (YAML 1.2, section 5.3), and a full stop that may end a document. */
const INDICATOR_START = /^[-?:,[\]{}#&*!|>'"%@`.]/;

/** Words of letters, digits and signs that mean nothing to YAML, not starting as a number can: what most values are. */
const PLAIN_WORDS = /^(?![eE][-+\d])[A-Za-z][\w./()+-]*(?: [\w./()+-]+)*$/;

/** Anything that a plain scalar cannot hold on one line. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\u2028\u2029\uFEFF\uFFFE\uFFFF]/u;

/**
 * Writes text as a YAML scalar that every YAML 1.1 and 1.2 reader takes for the same text.
 *
 * Plain where that is safe, else double-quoted. In a flow list (`inFlow`) commas and brackets need quotes too. A Templater tag
 * (`<%`) is spelt with an escape, so that the raw note does not hold it.
 */
export function writeTextScalar(text: string, inFlow: boolean): string {
	return isPlain(text, inFlow) ? text : quoteScalar(text);
}

/** Writes text as a double-quoted YAML scalar (YAML 1.2, section 7.3.1). */
export function quoteScalar(text: string): string {
	return JSON.stringify(text)
		.replace(
			/[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
			(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
		)
		.replace(/<%/g, "<\\x25");
}

function isPlain(text: string, inFlow: boolean): boolean {
	if (PLAIN_WORDS.test(text)) return !TYPED_WORD.test(text);
	if (text === "" || text !== text.trim() || INDICATOR_START.test(text)) return false;
	if (UNPRINTABLE.test(text) || text.includes("<%")) return false;
	if (text.includes(": ") || text.includes(" #") || text.endsWith(":")) return false;
	if (inFlow && /[,[\]{}]|:$/.test(text)) return false;
	// A link is a value of its own to Obsidian only in quotes; unquoted brackets are a nested list.
	if (text.includes("[[")) return false;
	if (TYPED_WORD.test(text) || DATE_LIKE.test(text)) return false;
	return !NUMBER_START.test(text) || !NUMBERS.some((pattern) => pattern.test(text));
}
