const HEADING = /^ {0,3}(#{1,6})(?=\s)/;
const FENCE = /^ {0,3}(`{3,}(?!.*`)|~{3,})/;

/** What starts no block. */
const PLAIN_START = /^[A-Za-z[]/;

/**
 * Brings Markdown's blocks into one shape: bullets become `-`, headings keep below those of the note (level 4 and deeper), nothing
 * underlines the line above it into a heading, no trailing spaces, one empty line at most and always one around headings. Lines inside
 * fences stay as they are.
 */
export function tidyLines(text: string): string {
	// Most of ATT&CK's texts are one line.
	if (!text.includes("\n") && PLAIN_START.test(text)) return text.trimEnd();
	const out: string[] = [];
	let fence = "";
	for (const line of text.split("\n")) {
		const marks = FENCE.exec(line)?.[1] ?? "";
		if (fence !== "") {
			if (marks.length >= fence.length && marks[0] === fence[0]) fence = "";
			out.push(line);
			continue;
		}
		fence = marks;
		const before = out.at(-1) ?? "";
		const tidy = tidyLine(line.trimEnd(), before);
		if (before !== "" && (HEADING.test(before) || HEADING.test(tidy))) out.push("");
		if (tidy !== "" || (out.at(-1) ?? "") !== "") out.push(tidy);
	}
	return out.join("\n").trim();
}

function tidyLine(line: string, before: string): string {
	const heading = HEADING.exec(line)?.[1];
	if (heading !== undefined)
		return "#".repeat(Math.max(4, heading.length)) + line.trimStart().slice(heading.length);
	if (before.trim() !== "" && /^ {0,3}(?:=+|-+)$/.test(line)) return `\\${line.trimStart()}`;
	const bullet = /^(\s*)(?:[*•·▪]|(\d{1,9}[.)]))\s+/.exec(line);
	if (bullet === null) return line;
	const [all, indent = "", number = "-"] = bullet;
	return `${indent}${number} ${line.slice(all.length)}`;
}
