/** One emoji: a flag, a keycap, or a pictograph with its modifiers and joined parts (Unicode TS 51). */
const EMOJI =
	/\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?(?:\u200D\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?)*/uy;
/** The emoji that the key of a full line may hold: those of one UTF-16 unit; all others need brackets. */
const KEY_EMOJI = /[0-9#*]\uFE0F?\u20E3|(?=[\0-\uffff])\p{Extended_Pictographic}\uFE0F?/uy;
const LETTER = /\p{L}/uy;
const NAME_RUN = /[0-9\p{L}_-]+/uy;
/** All but blanks and punctuation; `_`, `-` and `/` belong to a tag. */
const TAG_RUN =
	/[^\t\n\v\f\r \xa0\u1680\u2000-\u206f\u2e00-\u2e7f\u3000\ufeff'!"#$%&()*+,.:;<=>?@^`{|}~[\]\\]*/y;
const KEY_RUN = /[\w\p{L}\s/-]+/uy;
const KEY_LEAD = /[^\w\p{L}]*/uy;
const KEY_TAIL = /[_*~`]*/y;
const BLANKS = /\s+/y;
const PLAIN_NAME = /^[a-z0-9_-]+$/;

/** Gives the offset behind the field or function name that starts at an offset, or undefined where none does. */
export function endOfName(text: string, at: number): number | undefined {
	const start = endOf(LETTER, text, at) ?? endOf(EMOJI, text, at);
	return start === undefined ? undefined : endOfRuns([NAME_RUN, EMOJI], text, start);
}

/** Gives the offset behind the tag (with its `#`) that starts at an offset, or undefined where none does. */
export function endOfTag(text: string, at: number): number | undefined {
	return text.charAt(at) === "#" ? endOf(TAG_RUN, text, at + 1) : undefined;
}

/**
 * Gives the name by which a query finds a field: lower case, blanks to `-`, everything but letters, digits, `_`, `-` and emoji
 * dropped.
 */
export function canonicalName(name: string): string {
	if (PLAIN_NAME.test(name)) return name;
	let result = "";
	for (const part of nameParts(name)) result += part.trim() === "" ? "-" : part.toLowerCase();
	return result;
}

/**
 * Gives the key of a full-line inline field without the Markdown around it (`**Key**` is `Key`), or undefined where it is no key.
 */
export function cleanFieldKey(key: string): string | undefined {
	const start = endOf(KEY_LEAD, key, 0) ?? 0;
	// Emoji first: a keycap begins with a digit.
	const end = endOfRuns([KEY_EMOJI, KEY_RUN], key, start);
	return endOf(KEY_TAIL, key, end) === key.length ? key.slice(start, end) : undefined;
}

/** Gives a heading as links name it: letters, digits, `_`, `-` and emoji; a run of anything else is one blank. */
export function linkableHeading(heading: string): string {
	let result = "";
	let blank = false;
	for (const part of nameParts(heading, " ")) {
		if (part.trim() === "") {
			blank = true;
			continue;
		}
		result += blank && result !== "" ? ` ${part}` : part;
		blank = false;
	}
	return result;
}

/** The emoji, name parts and runs of blanks of a text in order; anything else becomes `other`. */
function* nameParts(text: string, other = ""): Generator<string> {
	for (let at = 0; at < text.length;) {
		const end = endOf(EMOJI, text, at) ?? endOf(NAME_RUN, text, at) ?? endOf(BLANKS, text, at);
		if (end !== undefined) yield text.slice(at, end);
		else if (other !== "") yield other;
		at = end ?? at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
	}
}

/** Offset behind as many parts of two kinds as follow each other; the first kind goes before the other. */
function endOfRuns(kinds: readonly [RegExp, RegExp], text: string, from: number): number {
	let at = from;
	for (;;) {
		const end = endOf(kinds[0], text, at) ?? endOf(kinds[1], text, at);
		if (end === undefined) return at;
		at = end;
	}
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : undefined;
}
