/** White space. */
export const SPACE = 1;
/** Ends a word of a search. */
export const BREAK = 2;
/** Ends a word of an expression too. */
export const OPERATOR = 3;

/** What each ASCII character is to a search. */
export const CLASSES = classify();

/** The class of the character at a place. */
export function classAt(text: string, at: number): number {
	const code = text.charCodeAt(at);
	return CLASSES[code] ?? classOf(code);
}

/** The class of what is not ASCII. */
export function classOf(code: number): number {
	return code === 0xa0 || code === 0xfeff || code === 0x200b || code === 0x2028 ? SPACE : 0;
}

function classify(): Uint8Array {
	const classes = new Uint8Array(128);
	classes.fill(SPACE, 0, 33);
	for (const character of "()[]|,=<>") classes[character.charCodeAt(0)] = BREAK;
	for (const character of "+-*/%.;!\"'`&^~?") classes[character.charCodeAt(0)] = OPERATOR;
	return classes;
}

/** Whether a character code is one of 0 to 9. */
export function isDigit(code: number): boolean {
	return code >= 48 && code <= 57;
}

/** Whether a number may begin with the character: a digit, or the point before its fraction. */
export function isNumberStart(code: number): boolean {
	return isDigit(code) || code === 46;
}

/** Whether a backslash before the character makes it a part of a word. */
export function isEscapable(code: number): boolean {
	return code === 92 || code === 34 || code === 124;
}
