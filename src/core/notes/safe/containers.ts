/** A list item or a quote that is open around a line (CommonMark 0.31, section 5). */
export type Container =
	| { readonly kind: "quote" }
	| {
			readonly kind: "item";
			/** Columns by which its lines are indented. */
			readonly indent: number;
			/** Columns by which its lines are written. */
			outIndent: number;
			/** Whether nothing stands in it yet: a blank line then ends it. */
			isEmpty: boolean;
	  };

/** Quotes and lists nested deeper than this are read as plain text, so that no line costs more than its length. */
const DEPTH_LIMIT = 60;

/** How far a line belongs to the open containers. */
export interface Matched {
	/** Number of containers that go on. */
	readonly count: number;
	/** Offset behind their marks. */
	readonly position: number;
}

/** What opens a list item (CommonMark 0.31, section 5.2). */
const MARKER = /(?:[-*+]|(\d{1,9})[.)])(?= |$)/y;

const THEMATIC_BREAK = /^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;

/** Matches a line, its leading tabs expanded, against the open containers. */
export function matchContainers(line: string, containers: readonly Container[]): Matched {
	let position = 0;
	let count = 0;
	for (const container of containers) {
		const indent = countSpaces(line, position);
		if (container.kind === "quote") {
			if (indent > 3 || line[position + indent] !== ">") break;
			position += indent + 1;
			if (line[position] === " ") position++;
		} else if (position + indent >= line.length) {
			if (container.isEmpty) break;
			position = line.length;
		} else {
			if (indent < container.indent) break;
			position += container.indent;
			container.isEmpty = false;
		}
		count++;
	}
	return { count, position };
}

/** What a line opens behind the containers it belongs to. */
export interface Opened {
	readonly containers: readonly Container[];
	readonly position: number;
	/** Whether the last one opened is a list item. */
	readonly startsItem: boolean;
}

/** Reads the quotes and list items that a line opens; `interruptsParagraph` where a paragraph is open around it. */
export function openContainers(
	line: string,
	from: number,
	depth: number,
	interruptsParagraph: boolean,
): Opened {
	const containers: Container[] = [];
	let position = from;
	let startsItem = false;
	while (containers.length + depth < DEPTH_LIMIT) {
		const indent = countSpaces(line, position);
		if (indent > 3) break;
		if (line[position + indent] === ">") {
			position += indent + 1;
			if (line[position] === " ") position++;
			containers.push({ kind: "quote" });
			startsItem = false;
			continue;
		}
		const item = readMarker(line, position, indent, interruptsParagraph && containers.length === 0);
		if (item === undefined) break;
		position = item.position;
		const isEmpty = position === line.length;
		containers.push({ kind: "item", indent: item.indent, outIndent: item.indent, isEmpty });
		startsItem = true;
	}
	return { containers, position, startsItem };
}

/** Whether a line is a thematic break: three or more `*`, `-` or `_`, spaces between them (CommonMark 0.31, section 4.1). */
export function isThematicBreak(text: string): boolean {
	return THEMATIC_BREAK.test(text);
}

/** Number of spaces at an offset. */
export function countSpaces(line: string, from: number): number {
	let at = from;
	while (line[at] === " ") at++;
	return at - from;
}

/** Writes tabs before the first word as spaces, to stops of four columns. */
export function expandTabs(line: string): string {
	if (!line.includes("\t")) return line;
	const lead = /^[\s>*+\-0-9.)]*/.exec(line)?.[0] ?? "";
	if (!lead.includes("\t")) return line;
	let out = "";
	for (const sign of lead) out += sign === "\t" ? " ".repeat(4 - (out.length % 4)) : sign;
	return out + line.slice(lead.length);
}

/** Most lines start with a letter: they are told from list items without a pattern. */
function startsAsMarker(line: string, at: number): boolean {
	const sign = line[at] ?? "";
	return sign === "-" || sign === "*" || sign === "+" || (sign >= "0" && sign <= "9");
}

function readMarker(
	line: string,
	position: number,
	indent: number,
	interruptsParagraph: boolean,
): { position: number; indent: number } | undefined {
	MARKER.lastIndex = position + indent;
	const match = startsAsMarker(line, position + indent) ? MARKER.exec(line) : null;
	if (match === null || isThematicBreak(line.slice(position))) return undefined;
	const [marker, number] = match;
	const behind = position + indent + marker.length;
	const spaces = countSpaces(line, behind);
	const isBlank = behind + spaces >= line.length;
	if (interruptsParagraph && (isBlank || (number !== undefined && Number(number) !== 1))) {
		return undefined;
	}
	if (isBlank) return { position: line.length, indent: indent + marker.length + 1 };
	const used = spaces > 4 ? 1 : spaces;
	return { position: behind + used, indent: indent + marker.length + used };
}

/** What a line is written behind that goes on with all of these containers. */
export function continuationOf(containers: readonly Container[]): string {
	return containers
		.map((container) => (container.kind === "quote" ? "> " : " ".repeat(container.outIndent)))
		.join("");
}
