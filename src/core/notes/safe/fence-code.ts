import { safeFenceLanguage } from "./fence-language";
import { normaliseBreaks } from "./spaces";

const JOINER = "\u2060";

/**
 * Writes code as a fenced block, verbatim, without a line break at its end.
 *
 * The fence is longer than any run of backticks in the code; line breaks become `\n`, and one at the code's end is not shown; NUL
 * becomes U+FFFD. Templater runs `<%` even inside a fence, so a word joiner (U+2060) breaks it; `findFences` takes it out again. A
 * language that some plugin could draw or run is written as `text`.
 */
export function fenceCode(code: string, language: string): string {
	const text = breakTemplates(normaliseBreaks(code).replaceAll("\0", "\uFFFD"));
	const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
	const lines = text === "" ? "" : text.endsWith("\n") ? text : `${text}\n`;
	return `${fence}${safeFenceLanguage(language)}\n${lines}${fence}`;
}

/** Breaks every `<%` by one more word joiner than it has, so that Templater does not see it. */
function breakTemplates(code: string): string {
	return code.includes("<") ? code.replace(/<(\u2060*)%/g, `<$1${JOINER}%`) : code;
}

/** Breaks every `<%` that is not broken yet; unlike `breakTemplates` it changes nothing the second time, and cannot be undone. */
export function breakLiveTemplates(code: string): string {
	return code.includes("<%") ? code.replaceAll("<%", `<${JOINER}%`) : code;
}

/** Undoes `breakTemplates`. */
export function joinTemplates(code: string): string {
	return code.includes(JOINER) ? code.replace(/<(\u2060*)\u2060%/g, "<$1%") : code;
}

/** The length of the longest run of backticks in a text, in signs. */
export function longestRun(text: string): number {
	let longest = 0;
	for (let at = text.indexOf("`"); at !== -1; at = text.indexOf("`", at)) {
		const start = at;
		while (text.charCodeAt(at) === 96) at++;
		longest = Math.max(longest, at - start);
	}
	return longest;
}
