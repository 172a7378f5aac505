const FENCE = /^( {0,3})(`{3,}(?!`)|~{3,}(?!~))([^\r\n]*)$/;

/** What a line says that opens a fenced code block. */
export interface FenceOpening {
	readonly marks: string;
	/** Spaces before the marks, 0 to 3. */
	readonly indent: number;
	/** The word behind the marks, "" where there is none. */
	readonly language: string;
}

/** Reads a line that opens a fence (CommonMark 0.31, section 4.5); gives undefined for any other. */
export function readOpening(line: string): FenceOpening | undefined {
	const match = FENCE.exec(line);
	if (match === null) return undefined;
	const [, indent = "", marks = "", info = ""] = match;
	if (marks.startsWith("`") && info.includes("`")) return undefined;
	return { marks, indent: indent.length, language: info.trim().split(/\s/, 1)[0] ?? "" };
}

/** Whether a line closes the fence that these marks opened (CommonMark 0.31, section 4.5). */
export function closesFence(marks: string, line: string): boolean {
	const close = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1] ?? "";
	return close.length >= marks.length && close[0] === marks[0];
}

/** Gives the marks of the fence that is open behind a line, "" for none; a closing line counts as inside. */
export function followFence(line: string, open: string): string {
	if (open === "") return readOpening(line)?.marks ?? "";
	return closesFence(open, line) ? "" : open;
}
